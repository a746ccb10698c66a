import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Verdict } from '@portolan/credentials';
import type { CertifiedItem, MillTestReport, ProcessingRecord } from '@portolan/documents';
import { canonicalize, type Digest, instant, type JsonObject } from '@portolan/kernel';
import { heatLot, steelParty, steelStories } from '@portolan/programs';
import { exactPolicy, textOf } from '@portolan/traceability';
import fc from 'fast-check';
import { withTransaction } from '../platform/transaction.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { type EvidenceRow, insertEvidence } from '../trade/store/evidence.ts';
import { readDocuments } from './read-documents.ts';

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

const mill = steelParty('mill');
const heat = { mill: mill.did, number: 'A26-4711' };
const kg = (value: string) => ({ value, unit: 'KGM' });
const paperOf = <T>(name: string): T =>
  steelStories[0]?.papers.find((each) => each.name === name)?.content.document as T;
const certificate = paperOf<MillTestReport>('MillTestReport');
const [item] = certificate.items as [CertifiedItem];

interface Paper {
  readonly type: string;
  readonly document: object;
  readonly at: string;
}

const poured: Paper = { type: 'Heat', document: paperOf<object>('Heat'), at: '2026-06-01T08:00:00Z' };
const certified: Paper = { type: 'MillTestReport', document: certificate, at: '2026-06-03T20:00:00Z' };
/** Says a little less than the certificate that it replaces. */
const replacing: Paper = {
  type: 'MillTestReport',
  document: {
    ...certificate,
    number: 'MTC-26-0118-A',
    supersedes: {
      number: certificate.number,
      certificate: { digest: digestOf(certified) },
      reason: 'weighed again',
    },
    items: [{ ...item, weight: kg('19900') }],
  },
  at: '2026-06-04T08:00:00Z',
};
/** The mill cut the bundle itself, and certified a piece: the record makes the piece, its certificate makes nothing. */
const cut: Paper = {
  type: 'ProcessingRecord',
  document: {
    ...{ number: 'CUT-1', metal: 'steel', processor: mill, process: 'cut', at: '2026-06-05T08:00:00Z' },
    place: { name: 'Yard', country: 'MX' },
    inputs: [{ lot: item.lot, heat, quantity: kg('10000') }],
    outputs: [{ lot: 'urn:sample:piece:1', heat, quantity: kg('9950') }],
    losses: [{ reason: 'saw cuts', quantity: kg('50') }],
  } satisfies ProcessingRecord,
  at: '2026-06-05T09:00:00Z',
};
const pieceCertified: Paper = {
  type: 'MillTestReport',
  document: {
    ...certificate,
    number: 'MTC-26-0200',
    items: [{ ...item, lot: 'urn:sample:piece:1', weight: kg('9950'), loss: undefined }],
  },
  at: '2026-06-05T07:00:00Z',
};
const sold: Paper = {
  type: 'CommercialInvoice',
  document: paperOf<object>('CommercialInvoice'),
  at: '2026-06-08T16:00:00Z',
};

function contentOf({ type, document }: Paper): string {
  const credential = { type: ['VerifiableCredential', type], issuer: mill.did, credentialSubject: document };
  return canonicalize(JSON.parse(JSON.stringify(credential)) as JsonObject);
}

function digestOf(paper: Paper): Digest {
  return `sha256:${createHash('sha256').update(contentOf(paper)).digest('hex')}`;
}

function rowOf(tenantId: string, paper: Paper): EvidenceRow {
  const digest = digestOf(paper);
  const verdict: Verdict = {
    ...{ digest, verified: true, issuer: mill.did, types: [paper.type], custody: 'node', fragments: [] },
    signedAt: { instant: instant(paper.at), source: 'log' },
  };
  return {
    ...{ tenant_id: tenantId, digest, class: 'signed', type: paper.type, format: 'credential' },
    ...{ file_name: null, media_type: null, content: Buffer.from(contentOf(paper)), issuer: mill.did },
    ...{ verdict: JSON.stringify(verdict), signed_at: instant(paper.at), signed_source: 'log' },
    ...{ received_at: instant('2026-06-10T00:00:00Z'), received_from: mill.did },
  };
}

/** Receives papers in batches and says what the ledger of a new tenant comes to. */
async function received(batches: readonly (readonly Paper[])[]): Promise<string[]> {
  const tenant = randomUUID();
  for (const papers of batches)
    await withTransaction(database.pool, async (tx) => {
      await insertEvidence(
        tx,
        papers.map((paper) => rowOf(tenant, paper)),
      );
      await readDocuments(tx, tenant, papers.map(digestOf), exactPolicy);
    });
  const lots = await database.pool.query<{ lot: string; produced: string; drawn: string }>(
    'select lot, produced, drawn from trace_lots where tenant_id = $1',
    [tenant],
  );
  const open = await database.pool.query<{ state: string; body: string }>(
    `select state, body from trace_events where tenant_id = $1 and state <> 'accepted'`,
    [tenant],
  );
  return [
    ...lots.rows.map(
      ({ lot, produced, drawn }) => `${lot} ${textOf(BigInt(produced))} ${textOf(BigInt(drawn))}`,
    ),
    ...open.rows.map(
      ({ state, body }) => `${state} ${JSON.parse(body).kind} ${JSON.parse(body).id.slice(71)}`,
    ),
  ].sort();
}

const all = [poured, certified, replacing, cut, pieceCertified, sold];

test('a certificate that replaces another, and a record that made what a certificate tells of, count once', async () => {
  assert.deepEqual(
    await received([all]),
    [
      'superseded transform #item 1',
      'urn:sample:acero:bundle:2606-118 19900 10000',
      'urn:sample:piece:1 9950 0',
      `${heatLot(heat)} 100000 24300`,
    ].sort(),
  );
});

test('in whatever order and batches papers arrive, the ledger comes to the same', async () => {
  const expected = await received([all]);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(all, { minLength: all.length }),
      fc.integer({ min: 1, max: 3 }),
      async (papers, size) => {
        const batches = [];
        for (let start = 0; start < papers.length; start += size)
          batches.push(papers.slice(start, start + size));
        assert.deepEqual(await received(batches), expected);
      },
    ),
    { numRuns: 15 },
  );
});

test('receiving the same again changes nothing', async () => {
  assert.deepEqual(await received([all, all, [certified]]), await received([all]));
});
