import assert from 'node:assert/strict';
import { after, before, describe, it, mock } from 'node:test';
import type { Delivery, DossierView, Draft, FilingAcknowledged } from '@portolan/contract';
import { canonicalize } from '@portolan/kernel';
import { importData, withdrawData } from '../tariff/shelf/import.ts';
import { createLibrary } from '../tariff/shelf/library.ts';
import type { Client } from '../testing/index.ts';
import { prepareFiling, storyAt, typed } from '../torture/shipment/filing.ts';
import type { TradeContext } from './context.ts';
import { replayLast } from './decision/replay.ts';
import { judgeFilings } from './filing/judge-messages.ts';
import { createReferences } from './references.ts';
import { caseOfEntry } from './store/cases.ts';
import { decisionsOf } from './store/decisions.ts';
import { type Community, community } from './testing/community.ts';
import { operatorAt, produceFields, produceSchedule } from './testing/produce-schedule.ts';
import { shipmentFiles, uploadForm } from './testing/shipment.ts';

// HTS 2026 revision 10: 2.5 cents/kg on 800 kg of chilies is 20.00, the processing fee 33.58 (FY 2026). The sample edition
// says 5 cents/kg.
const released = '53.58';
const dearer = '73.58';
const afterImport = '2026-06-12T18:00:00.000Z';
const afterWithdrawal = '2026-06-12T20:00:00.000Z';

let world: Community;
let context: TradeContext;
let broker: Client;
before(async () => {
  world = await community();
  context = world.node.areas.trade.context;
  broker = await world.node.as('broker-filer');
});
after(() => world.node.close());

async function form(serial: number, at: string, answers: object = typed): Promise<FormData> {
  const files = await shipmentFiles(serial);
  return uploadForm(
    files.map(({ name, credential }) => ({ name, content: canonicalize(credential) })),
    { storyAt: at, typed: JSON.stringify(answers) },
  );
}

async function draft(serial: number, at: string): Promise<Draft> {
  const { body, codes } = await broker.post<Draft>('/api/drafts', await form(serial, at));
  assert.deepEqual(codes, []);
  const mended = await broker.send<Draft>('PATCH', `/api/drafts/${body.id}`, { typed });
  return mended.body;
}

async function file(serial: number, at: string): Promise<string> {
  const key = { 'idempotency-key': `shipment-${serial}` };
  const { body, codes } = await broker.post<FilingAcknowledged>('/api/filings', await form(serial, at), key);
  assert.deepEqual(codes, []);
  await world.node.areas.trade.settled();
  return body.entryNumber;
}

const totalOf = ({ evaluation }: Draft) => evaluation?.duty?.totals.total;

/** The reference and the duty of an entry as an organization here has them, computed again with the same bytes. */
async function replayed(entryNumber: string, slug = 'agency', by: TradeContext = context) {
  const row = await caseOfEntry(by.pool, world.seat(slug).id, entryNumber);
  assert.ok(row, entryNumber);
  const replay = await replayLast(by, row);
  assert.ok(replay.ok && replay.value.same, `${slug} ${entryNumber}`);
  const { decision, evaluation } = replay.value;
  return { reference: decision.reference_digest, total: evaluation.duty?.totals.total };
}

/** Another process on the same database, or this one after it was started again: nothing is warm. */
function anotherProcess(): TradeContext {
  const library = createLibrary(context.pool, context.reference.tariff);
  return { ...context, references: createReferences({ ...context, library }) };
}

const importEdition = async (name: string, at: string, rate: string) => {
  const bytes = produceSchedule({ '0904.21.60.90': rate });
  const fields = { ...produceFields, name };
  const item = await importData(context.pool, operatorAt(at), fields, { name: 'export.json', bytes });
  assert.ok(item.ok, JSON.stringify(item));
};

describe('data imported for the whole node', () => {
  let first: string;
  let second: string;

  it('counts from the moment of import, not before', async () => {
    first = await file(1, storyAt);
    await importEdition('sample-june', '2026-06-12T17:00:00.000Z', '5¢/kg');
    const early = await draft(2, storyAt);
    assert.deepEqual([totalOf(early), early.judgedWith?.imported], [released, []]);
    const late = await draft(3, afterImport);
    assert.deepEqual([totalOf(late), late.judgedWith?.imported], [dearer, ['sample-june']]);
    assert.notEqual(late.judgedWith?.reference, early.judgedWith?.reference);
  });

  it('is what a filing is decided with; the decision before it keeps its bytes, for every party', async () => {
    second = await file(4, afterImport);
    for (const slug of ['agency', 'broker', 'importer']) {
      const [old, now] = [await replayed(first, slug), await replayed(second, slug)];
      assert.deepEqual([old.total, now.total], [released, dearer], slug);
      assert.notEqual(old.reference, now.reference);
    }
    const officer = await world.node.as('agency-officer');
    const { body } = await officer.get<DossierView>(`/api/entries/${second}`);
    assert.equal(body.total, dearer);
  });

  it('is composed and put on record once, however much is filed', async () => {
    const { rows } = await context.pool.query<{ items: string[] }>('select items from decision_references');
    assert.ok(rows.length > 0);
    for (const { items } of rows) assert.deepEqual(items, ['sample-june']);
    const at = '2026-06-12T18:30:00.000Z' as typeof storyAt;
    const queries = mock.method(context.pool, 'query');
    const [one, other] = [await context.references.at(at), await context.references.at(at)];
    assert.equal(one, other);
    assert.equal(queries.mock.callCount(), 2);
    queries.mock.restore();
  });

  it('lifts the horizon: a day beyond the released editions is priced, and filed without a reason', async () => {
    const answers = { ...typed, '/entryDate': '2026-07-15' };
    const dated = async (serial: number, at: string) => {
      const { body } = await broker.post<Draft>('/api/drafts', await form(serial, at));
      return (await broker.send<Draft>('PATCH', `/api/drafts/${body.id}`, { typed: answers })).body;
    };
    const asksWhy = ({ openAsks }: Draft) => openAsks.some(({ pointer }) => pointer === '/override/reason');
    const [early, late] = [await dated(5, storyAt), await dated(6, afterImport)];
    assert.deepEqual([asksWhy(early), asksWhy(late)], [true, false]);
    assert.deepEqual([totalOf(early), late.evaluation?.duty?.edition], [undefined, 'sample-june']);
  });

  it('is out of use after its withdrawal; what was decided with it is still computed with it', async () => {
    const operator = operatorAt('2026-06-12T19:00:00.000Z');
    assert.ok((await withdrawData(context.pool, operator, 'sample-june', 'a test')).ok);
    const third = await file(7, afterWithdrawal);
    for (const by of [context, anotherProcess()]) {
      assert.equal((await replayed(second, 'agency', by)).total, dearer);
      assert.deepEqual(await replayed(third, 'agency', by), await replayed(first, 'agency', by));
    }
  });

  it('is seen by every process on the database at once', async () => {
    const other = anotherProcess();
    const at = '2026-06-12T21:30:00.000Z' as typeof storyAt;
    const before = await other.references.at(at);
    await importEdition('sample-evening', '2026-06-12T21:00:00.000Z', '6¢/kg');
    const names = async (by: TradeContext) =>
      (await by.references.at(at)).get('usmca-cafta')?.imported.map(({ item }) => item.name);
    assert.deepEqual(before.get('usmca-cafta')?.imported, []);
    assert.deepEqual([await names(other), await names(context)], [['sample-evening'], ['sample-evening']]);
  });

  it('is not guessed where a reference was never used here', async () => {
    const row = await caseOfEntry(context.pool, world.seat('agency').id, second);
    assert.ok(row);
    await context.pool.query(`update decisions set reference_digest = 'sha256:unknown' where case_id = $1`, [
      row.case_id,
    ]);
    const replay = await replayLast(context, row);
    assert.deepEqual(replay.ok || replay.refusals.map(({ code }) => code), ['NODE_RULE_VERSION_GONE']);
  });
});

describe('worker threads', () => {
  const deliver = async (serial: number) => {
    const filings = await Promise.all(
      Array.from({ length: 10 }, (_, index) => prepareFiling(serial + index)),
    );
    const { body } = await world.node.anonymous.post<{ deliveries: Delivery[] }>('/api/inbox', {
      envelopes: filings.map(({ wire }) => wire),
    });
    assert.ok(body.deliveries.every(({ state }) => state === 'taken'));
    return filings.map(({ entryNumber }) => entryNumber);
  };

  it('judge with what was imported since they started, without a restart; late imports leave decisions alone', async () => {
    const run = mock.method(context.workers, 'run');
    const asked = () => run.mock.calls.filter(({ arguments: [task] }) => task === judgeFilings);
    const before = await deliver(700);
    assert.equal(asked().length, 1);
    // Its time of import lies before the filings that were just decided, which did not see it.
    await importEdition('sample-morning', '2026-06-12T10:00:00.000Z', '5¢/kg');
    const after = await deliver(720);
    const handed = asked().map(({ arguments: [, input] }) => 'imported' in (input as object));
    assert.deepEqual(handed, [false, false, true], 'the thread is handed what it lacks');
    await Promise.all(asked().map(async ({ result }) => result)).then(([one, lacking, third]) => {
      assert.ok(one && third);
      assert.equal(lacking, undefined);
    });
    for (const entryNumber of before) assert.equal((await replayed(entryNumber)).total, released);
    for (const entryNumber of after) assert.equal((await replayed(entryNumber)).total, dearer);
    const later = await deliver(740);
    assert.equal(asked().length, 4, 'once a thread');
    assert.equal((await replayed(later[0] ?? '')).total, dearer);
  });
});

describe("an organization's own data", () => {
  it('stands beside its draft and never decides', async () => {
    const data = new FormData();
    const fields = { ...produceFields, name: 'sample-own', effective: '2026-06-12', published: '2026-06-12' };
    for (const [field, value] of Object.entries(fields)) data.set(field, value);
    const bytes = produceSchedule({ '0904.21.60.90': '10¢/kg' });
    data.set('file', new Blob([new Uint8Array(bytes)]), 'export.json');
    assert.equal((await broker.post('/api/tariff/data', data)).status, 201);
    const own = await draft(8, storyAt);
    assert.equal(totalOf(own), dearer);
    assert.deepEqual(own.ownData, {
      items: [{ name: 'sample-own', title: 'edition of the Harmonized Tariff Schedule: sample-own' }],
      total: '113.58',
      answers: [],
    });
    const entryNumber = await file(9, storyAt);
    assert.equal((await replayed(entryNumber)).total, dearer);
    const agency = world.seat('agency').id;
    const row = await caseOfEntry(context.pool, agency, entryNumber);
    const [decision] = await decisionsOf(context.pool, agency, row?.case_id ?? '');
    assert.equal(decision?.reference_digest, own.judgedWith?.reference);
  });
});
