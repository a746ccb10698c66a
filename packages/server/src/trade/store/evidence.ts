import type { Digest, Instant } from '@portolan/kernel';
import { takeReceivedPapers } from '../../pipelines/take-papers.ts';
import { queueEvidence } from '../../traceability/queue.ts';
import { bulkInsert, type Queryable } from './bulk.ts';

/** Evidence as it is kept: the exact bytes the digest is of, and what this node found about them. */
export interface EvidenceRow {
  tenant_id: string;
  digest: Digest;
  class: 'signed' | 'imported';
  type: string;
  format: string;
  file_name: string | null;
  media_type: string | null;
  content: Uint8Array;
  issuer: string | null;
  /** The verdict as JSON text. */
  verdict: string | null;
  signed_at: Instant | null;
  signed_source: string | null;
  received_at: Instant;
  received_from: string;
}

const insert = bulkInsert<EvidenceRow>(
  'evidence',
  {
    tenant_id: 'uuid',
    digest: 'text',
    class: 'text',
    type: 'text',
    format: 'text',
    file_name: 'text',
    media_type: 'text',
    content: 'bytes',
    issuer: 'text',
    verdict: 'wide',
    signed_at: 'timestamptz',
    signed_source: 'text',
    received_at: 'timestamptz',
    received_from: 'text',
  },
  { returning: 'digest' },
);

/** Keeps evidence; answers the digests that are new. What is held already stays as it was first received. */
export async function insertEvidence(tx: Queryable, rows: readonly EvidenceRow[]): Promise<Set<string>> {
  const unique = new Map(rows.map((row) => [`${row.tenant_id} ${row.digest}`, row]));
  // One order for everybody: two batches with the same evidence must not wait for each other in a ring.
  const ordered = [...unique.values()].sort((left, right) => (left.digest < right.digest ? -1 : 1));
  const fresh = new Set((await insert<{ digest: string }>(tx, ordered)).map(({ digest }) => digest));
  const unread = ordered.filter(({ digest }) => fresh.has(digest));
  await queueEvidence(tx, unread);
  await takeReceivedPapers(tx, unread);
  return fresh;
}

/** Evidence of a tenant by digest; what it doesn't hold is absent. */
export async function readEvidence(
  db: Queryable,
  tenantId: string,
  digests: readonly string[],
): Promise<Map<string, EvidenceRow>> {
  if (digests.length === 0) return new Map();
  const { rows } = await db.query<EvidenceRow>({
    name: 'evidence-by-digest',
    text: 'select * from evidence where tenant_id = $1 and digest = any($2)',
    values: [tenantId, [...new Set(digests)]],
  });
  return new Map(rows.map((row) => [row.digest, row]));
}

/** When a tenant first received each digest. */
export async function firstReceipts(
  db: Queryable,
  tenantId: string,
  digests: readonly string[],
): Promise<Map<string, Instant>> {
  const { rows } = await db.query<{ digest: string; received_at: Instant }>({
    name: 'evidence-first-receipts',
    // Each by its whole key: in one list, a database that has not counted its rows yet reads all of the tenant's.
    text: `select held.digest, held.received_at from unnest($2::text[]) as asked (digest)
           cross join lateral (
             select e.digest, e.received_at from evidence e
             where e.tenant_id = $1 and e.digest = asked.digest offset 0
           ) as held`,
    values: [tenantId, digests],
  });
  return new Map(rows.map(({ digest, received_at }) => [digest, received_at]));
}
