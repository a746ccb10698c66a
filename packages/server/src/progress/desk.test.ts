import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type {
  Client as ClientFile,
  CopyPlan,
  DossierView,
  Draft,
  EntryNumberBank,
  FilingAcknowledged,
  Milestone,
  Partner,
  Statement,
  WorkItem,
} from '@portolan/contract';
import { verifyDocument } from '@portolan/credentials';
import { type JsonObject, parseEntryNumber } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { clockAt } from '../platform/clock.ts';
import type { Client } from '../testing/index.ts';
import { storyAt, typed } from '../torture/shipment/filing.ts';
import { type Community, community } from '../trade/testing/community.ts';
import { shipmentForm } from '../trade/testing/shipment.ts';

/** The broker's first days, on the calendar of 12 June 2026: real entries, not stories. */
let world: Community;
let broker: Client;
let first: string;

before(async () => {
  world = await community({ clock: clockAt(storyAt) });
  broker = await world.node.as('broker-filer');
});
after(() => world.node.close());

const number = '12-3456789AB';
const client = {
  ...{ number, name: 'Sample Harbor Foods Inc.', bondType: '8', surety: '999', bondAmount: '50000' },
  ...{ payment: 'periodic', account: 'broker', statementDay: 8 },
};
const file = async (serial: number, answers: JsonObject = { ...typed }) => {
  const form = await shipmentForm(serial, { typed: answers, storyAt: '' });
  const answer = await broker.post<FilingAcknowledged>('/api/filings', form, {
    'idempotency-key': `desk-${serial}`,
  });
  assert.equal(answer.status, 202, answer.codes.join());
  return answer.body.entryNumber;
};
const statements = async () =>
  (await broker.get<{ items: Statement[]; summaries: { entryNumber: string }[] }>('/api/statements')).body;

describe('the client file', () => {
  it('knows the payment type, and when an entry of today is paid', async () => {
    const { body, codes } = await broker.post<ClientFile>('/api/clients', client);
    assert.deepEqual(
      [body.paymentType, body.nextPayment?.printsOn, body.nextPayment?.due],
      ['6', '2026-07-13', '2026-07-22'],
      codes.join(),
    );
  });

  it('refuses a monthly statement without continuous bond, and a statement day past the last', async () => {
    const wrong = { ...client, bondType: '9', statementDay: 14 };
    const { codes } = await broker.post('/api/clients', wrong);
    assert.deepEqual(codes, ['NODE_CLIENT_STATEMENT_BOND', 'NODE_CLIENT_STATEMENT_DAY']);
  });

  it('keeps tolerances from a day on, and refuses a last day before the first', async () => {
    const row = {
      from: '2026-01-01',
      over: '10',
      under: '0',
      price: '1',
      weight: '2',
      source: 'Agreement (sample)',
      certainty: 'agreed',
    };
    const path = `/api/clients/${number}/tolerances`;
    const saved = await broker.post<ClientFile>(path, row);
    assert.deepEqual(saved.body.tolerances, [row]);
    assert.deepEqual((await broker.post(path, { ...row, until: '2025-01-01' })).codes, [
      'NODE_TOLERANCES_DAYS',
    ]);
    assert.deepEqual((await broker.post('/api/clients/99-9999999ZZ/tolerances', row)).codes, [
      'NODE_CLIENT_UNKNOWN',
    ]);
  });
});

describe('an entry that is filed', () => {
  it('teaches the library of its client: makers with codes, sellers with their relation, the carrier', async () => {
    first = await file(1);
    const { body } = await broker.get<{ items: Partner[] }>(`/api/clients/${number}/partners`);
    const roles = body.items.map(({ role, name, code, related, lastEntry }) => ({
      role,
      name,
      code,
      related,
      lastEntry,
    }));
    const maker = roles.find(({ role }) => role === 'manufacturer');
    assert.match(maker?.code ?? '', /^MX/);
    assert.equal(maker?.lastEntry, first);
    assert.equal(roles.find(({ role }) => role === 'seller')?.related, false);
    assert.ok(roles.some(({ role, code }) => role === 'carrier' && code));
    const importer = await world.node.as('importer-filer');
    assert.deepEqual(
      (await importer.get<{ items: Partner[] }>(`/api/clients/${number}/partners`)).body.items,
      [],
    );
  });

  it('the next draft of the client asks neither for bond nor for relation, and nothing is typed', async () => {
    const { body } = await broker.post<Draft>(
      '/api/drafts',
      await shipmentForm(2, { typed: {}, storyAt: '' }),
    );
    assert.deepEqual(
      body.openAsks.map(({ pointer }) => pointer),
      [],
    );
    assert.equal(body.counts.typed, 0);
    assert.equal(
      body.provenance['/lines/0/relatedParties']?.rule,
      "the client's library of trading partners",
    );
  });

  it('and is filed so: the agency derives the same entry from what was on record', async () => {
    const second = await file(20, { '/lines/3/spi': null });
    const { body } = await broker.get<DossierView>(`/api/entries/${second}`);
    assert.deepEqual([body.state, body.provenance['/bond']?.class], ['accepted', 'assigned']);
    assert.equal(body.provenance['/lines/0/relatedParties']?.class, 'assigned');
    await broker.post('/api/statements/paid', { entryNumbers: [second], on: '2026-06-12' });
    await broker.post(`/api/entries/${second}/milestones`, { kind: 'summary', on: '2026-06-12' });
  });

  it('a partner is entered by hand; its code is made of its address, and a wrong one refused', async () => {
    const path = `/api/clients/${number}/partners`;
    const made = await broker.post<Partner>(path, {
      ...{ role: 'manufacturer', name: 'Sample Northern Works' },
      address: { street: '12 Sample Street', city: 'Toronto', country: 'CA' },
    });
    assert.equal(made.body.code, 'CASAMNOR12TOR', made.codes.join());
    const wrong = await broker.post(path, { role: 'manufacturer', name: 'Sample Other', code: 'nonsense!' });
    assert.deepEqual(wrong.codes, ['NODE_PARTNER_MID']);
    const gone = await broker.send('DELETE', `${path}/manufacturer/${encodeURIComponent(made.body.key)}`);
    assert.equal(gone.status, 200);
  });

  it('stands on the monthly statement of its client, to the cent', async () => {
    const { items, summaries } = await statements();
    assert.deepEqual(
      items.map(({ month, total, due, entries }) => [month, total, due, entries[0]?.entryNumber]),
      [['2026-06', '53.58', '2026-07-22', first]],
    );
    assert.deepEqual(
      summaries.map(({ entryNumber }) => entryNumber),
      [first],
    );
  });

  it('is recorded as released, summarized and paid by hand: signed, dated, in terms and timeline', async () => {
    const record = (kind: string, on: string, note = '') =>
      broker.post<Milestone>(`/api/entries/${first}/milestones`, { kind, on, note });
    const released = await record('released', '2026-06-12', 'Notice of 12 June (sample)');
    assert.equal(released.status, 200, released.codes.join());
    const verdict = await verifyDocument(released.body.signed, {
      ...{ crypto: nodeCrypto, signer: world.seat('broker').did, resolveDid: () => undefined },
      signedAt: { instant: storyAt, source: 'log' },
    });
    assert.ok(verdict.ok, JSON.stringify(verdict));
    assert.deepEqual((await record('released', '2026-06-13')).codes, ['NODE_MILESTONE_FUTURE']);
    await record('summary', '2026-06-12');
    const { body } = await broker.get<DossierView>(`/api/entries/${first}`);
    const term = (name: string) => body.clocks.find((clock) => clock.name === name);
    assert.deepEqual(
      [term('summary')?.state, term('payment')?.due, term('payment')?.state],
      ['met', '2026-07-22', 'running'],
    );
    assert.ok(
      body.timeline.some(
        ({ title, detail }) => title === 'Recorded: Released' && detail?.includes('Notice of 12 June'),
      ),
    );
    assert.deepEqual((await statements()).summaries, []);
    const paid = await broker.post<{ recorded: number }>('/api/statements/paid', {
      entryNumbers: [first],
      on: '2026-06-12',
    });
    assert.equal(paid.body.recorded, 1, paid.codes.join());
    assert.deepEqual((await statements()).items, []);
  });

  it('a rejected summary is due again; only who filed may record', async () => {
    await broker.post(`/api/entries/${first}/milestones`, { kind: 'rejected', on: '2026-06-12', note: 'SX' });
    assert.equal((await statements()).summaries.length, 1);
    const importer = await world.node.as('importer-filer');
    const other = await importer.post(`/api/entries/${first}/milestones`, { kind: 'paid', on: '2026-06-12' });
    assert.deepEqual(other.codes, ['NODE_CASE_UNKNOWN']);
  });

  it('says before it is copied what a copy takes along and what it leaves', async () => {
    const { body } = await broker.get<CopyPlan>(`/api/entries/${first}/copy`);
    assert.ok(body.taken.some(({ what }) => what === 'Bond'));
    assert.ok(body.taken.some(({ what }) => what === 'Power of attorney'));
    assert.deepEqual(
      body.left.filter(({ what }) => what.startsWith('Related')),
      [
        {
          what: 'Related parties, line 1',
          why: "stands in the client's library of trading partners and comes from there by itself",
        },
      ],
    );
    assert.ok(body.left.some(({ what }) => what === 'Commercial invoice'));
  });
});

describe('the bank of entry numbers', () => {
  const bank = async (body?: object) =>
    (
      await (body
        ? broker.post<EntryNumberBank>('/api/entry-numbers/range', body)
        : broker.get<EntryNumberBank>('/api/entry-numbers'))
    ).body;

  it('shows range, next, used and free numbers, each with a check digit that holds', async () => {
    const { used, free, voided, numbers, next, last } = await bank();
    assert.deepEqual([used, voided, free], [2, 0, 9_999_999 - 11]);
    for (const one of [next, last, ...numbers.map((row) => row.number)])
      assert.ok(parseEntryNumber(one).ok, one);
    assert.deepEqual(
      numbers.filter((row) => row.number === first).map((row) => row.state),
      ['filed'],
    );
  });

  it('gives no number twice when many file at once, and passes over void ones', async () => {
    await bank({ first: 10, last: 400, next: 200 });
    const spoiled = await broker.post<EntryNumberBank>('/api/entry-numbers/void', {
      number: '201',
      count: 2,
      reason: 'Used on paper (sample)',
    });
    assert.equal(spoiled.body.voided, 2, spoiled.codes.join());
    const given = await Promise.all([3, 4, 5, 6, 7].map((serial) => file(serial)));
    assert.deepEqual(given.map((one) => one.slice(4, 11)).sort(), [
      '0000200',
      '0000203',
      '0000204',
      '0000205',
      '0000206',
    ]);
    const mine = await broker.post('/api/entry-numbers/void', { number: given[0], reason: 'x' });
    assert.deepEqual(mine.codes, ['NODE_ENTRY_NUMBER_USED']);
  });

  it('warns when few are left, refuses when none is, and goes on with a further range', async () => {
    const low = await bank({ first: 10, last: 208, next: 207, warnBelow: 5 });
    assert.deepEqual([low.free, low.low], [2, true]);
    const work = (await broker.get<{ items: WorkItem[] }>('/api/work')).body.items;
    assert.equal(work.find(({ id }) => id === 'entry-numbers:low')?.reason, '2 numbers are left');
    await Promise.all([file(8), file(9)]);
    const none = await broker.post('/api/filings', await shipmentForm(10, { storyAt: '' }), {
      'idempotency-key': 'none',
    });
    assert.deepEqual(none.codes, ['NODE_ENTRY_NUMBERS_NONE']);
    assert.equal((await bank()).next, undefined);
    assert.equal((await bank({ first: 1000, last: 1999 })).next?.slice(4, 11), '0001000');
    assert.equal((await file(11)).slice(4, 11), '0001000');
  });

  it('refuses a range that is none, and numbers of another filer or with a wrong check digit', async () => {
    const range = await broker.post('/api/entry-numbers/range', { first: 5, last: 4 });
    assert.deepEqual(range.codes, ['NODE_ENTRY_NUMBERS_RANGE']);
    const spoil = (text: string) => broker.post('/api/entry-numbers/void', { number: text, reason: 'x' });
    assert.deepEqual((await spoil('ZZ9-0001005-0')).codes, ['KERNEL_IDENTIFIER_CHECK']);
    assert.deepEqual((await spoil('AB1-0001005-1')).codes.length, 1);
  });
});
