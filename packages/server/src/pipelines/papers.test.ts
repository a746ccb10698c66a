import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Evidence } from '@portolan/documents';
import { type Instant, instant, type JsonObject } from '@portolan/kernel';
import type { Signed } from '@portolan/programs';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { keepPapers } from './keep-papers.ts';
import { monthKey } from './month-key.ts';
import { type Paper, paperOf } from './paper.ts';
import { papersCounted, papersFingerprint, readPapers, readStatusGroups } from './papers-of-month.ts';
import { crossing, injection, LINE, production, profile, sale } from './testing/line-papers.ts';

const knownAt = instant('2026-08-01T00:00:00Z');
let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

function paper(
  tenantId: string,
  type: Evidence['type'],
  document: object,
  digest: string,
  more: object = {},
): Paper {
  const evidence = { digest, type, document, class: 'signed', issuer: 'did:key:z6Mk', ...more };
  const found = paperOf(tenantId, evidence as unknown as Evidence, {} as JsonObject, knownAt as Instant);
  if (!found) throw new Error(`no program reads ${type}`);
  return found;
}

/** The papers of the small line, and some of other months, lots and lines that have nothing to do with August. */
function papersFor(tenantId: string): Paper[] {
  const of = (type: Evidence['type'], document: object, digest: string) =>
    paper(tenantId, type, document, digest);
  return [
    of('PipelineProfile', profile, 'profile'),
    of('LiquidProduction', production, 'production'),
    of('LiquidProduction', { ...production, lot: 'another stock' }, 'another production'),
    of(
      'LiquidProduction',
      { ...production, from: '2025-01-01T00:00:00Z', to: '2025-01-02T00:00:00Z' },
      'old',
    ),
    of('MeasurementTicket', injection, 'injection'),
    of('MeasurementTicket', crossing(1, '8000'), 'first'),
    of(
      'MeasurementTicket',
      { ...crossing(2, '9000'), line: 'another line', batch: 'another batch' },
      'elsewhere',
    ),
    of(
      'MeasurementTicket',
      { ...crossing(1, '1'), from: '2026-10-01T05:00:00Z', to: '2026-10-02T05:00:00Z' },
      'later',
    ),
    of('TitleTransfer', sale, 'sale'),
  ];
}

async function digestsOf(tenantId: string): Promise<string[]> {
  const { lists } = await readPapers(database.pool, monthKey(tenantId, LINE, '2026-08', 12));
  return lists.flatMap((list) => (JSON.parse(list) as Signed[]).map(({ digest }) => digest));
}

describe('papers of a pipeline, as they are found', () => {
  it('a month has those of its line and what its lots were made of, within the months looked back', async () => {
    const tenantId = randomUUID();
    await keepPapers(database.pool, papersFor(tenantId));
    assert.deepEqual(await digestsOf(tenantId), ['first', 'injection', 'production', 'profile', 'sale']);
    assert.deepEqual(await digestsOf(randomUUID()), [], 'nobody has those of others');
  });

  it('in whatever order they come, one by one or together, once or twice', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    for (const each of papersFor(one).toReversed()) await keepPapers(database.pool, [each]);
    await keepPapers(database.pool, papersFor(two));
    await keepPapers(database.pool, papersFor(two));
    const [left, right] = await Promise.all(
      [one, two].map(async (tenantId) => {
        const key = monthKey(tenantId, LINE, '2026-08', 12);
        const papers = await readPapers(database.pool, key);
        return [papers, await papersCounted(database.pool, key), await papersFingerprint(database.pool, key)];
      }),
    );
    assert.deepEqual(left, right);
  });

  it('of one paper that is shown in two ways the fuller one is read, and the month is computed again', async () => {
    const tenantId = randomUUID();
    const key = monthKey(tenantId, LINE, '2026-08', 12);
    const { price: _price, contract: _contract, ...bare } = sale;
    const shown = paper(tenantId, 'TitleTransfer', bare, 'shown', { original: 'sale' });
    const whole = paper(tenantId, 'TitleTransfer', sale, 'whole', { original: 'sale' });
    await keepPapers(database.pool, [shown]);
    const before = await papersFingerprint(database.pool, key);
    await keepPapers(database.pool, [whole]);
    const after = await papersFingerprint(database.pool, key);
    assert.notEqual(after, before);
    await keepPapers(database.pool, [shown]);
    assert.equal(await papersFingerprint(database.pool, key), after, 'the poorer one changes nothing');
    const { lists } = await readPapers(database.pool, key);
    const read = lists.flatMap((list) => JSON.parse(list) as Signed<'TitleTransfer'>[]);
    assert.deepEqual(
      read.map(({ digest, held, document }) => [digest, held, document.contract]),
      [['sale', 'whole', sale.contract]],
    );
  });

  it('statuses are read list by list', async () => {
    const tenantId = randomUUID();
    const entry = (list: string, index: number) => ({
      ...{ type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
      ...{ statusListCredential: list, statusListIndex: String(index) },
    });
    const evidence = {
      digest: 'ticket',
      type: 'MeasurementTicket',
      document: crossing(3, '1'),
      class: 'signed',
    };
    const credential = {
      credentialStatus: [entry('https://a.example/1', 7), entry('https://a.example/2', 9)],
    };
    const found = paperOf(tenantId, evidence as unknown as Evidence, credential as JsonObject, knownAt);
    await keepPapers(database.pool, found ? [found] : []);
    const groups = await readStatusGroups(database.pool, monthKey(tenantId, LINE, '2026-08', 12));
    assert.deepEqual(
      groups.map(({ lists, indexes, digests }) => [lists, indexes, digests]),
      [
        [
          [
            ['https://a.example/1', 0],
            ['https://a.example/2', 2],
          ],
          [7],
          ['ticket'],
        ],
      ],
    );
  });
});
