import type { Instant } from '@portolan/kernel';
import { bulkInsert, type Queryable } from './bulk.ts';

/** What is measured of a filing, for the review of the trial. */
export interface FilingMeasures {
  readonly provenance: Readonly<Record<string, number>>;
  /** Typed fields that a document of the dossier says as well. */
  readonly givenTwice: number;
  /** Codes of findings that were mended before filing. */
  readonly caught: readonly string[];
  readonly signedDocuments: number;
  readonly importedDocuments: number;
  /** Seconds from the first document to the filing, at the filer. */
  readonly preparationSeconds: number | null;
}

export interface FilingRow {
  tenant_id: string;
  case_id: string;
  version: number;
  entry_number: string;
  envelope_digest: string;
  filed_at: Instant;
  received_at: Instant;
  stored_at: Instant;
  receipted_at: Instant | null;
  dossier: Uint8Array;
  dossier_digest: string;
  measures: FilingMeasures;
}

/** A filing with the envelope that brought it, where it was received and not sent. */
export interface HeldFiling extends FilingRow {
  readonly envelope: Uint8Array | null;
}

/** The filing's own envelope, beside `filings f`. */
export const filingEnvelope = `left join envelopes e on e.tenant_id = f.tenant_id and e.thread_id = f.case_id
  and e.digest = f.envelope_digest and e.direction = 'in'`;

const insert = bulkInsert<FilingRow>('filings', {
  tenant_id: 'uuid',
  case_id: 'uuid',
  version: 'integer',
  entry_number: 'text',
  envelope_digest: 'text',
  filed_at: 'timestamptz',
  received_at: 'timestamptz',
  stored_at: 'timestamptz',
  receipted_at: 'timestamptz',
  dossier: 'bytes',
  dossier_digest: 'text',
  measures: 'json',
});

export async function insertFilings(tx: Queryable, rows: readonly FilingRow[]): Promise<void> {
  await insert(tx, rows);
}

/** The last version of a case's filing. */
export async function lastFiling(
  db: Queryable,
  tenantId: string,
  caseId: string,
): Promise<HeldFiling | undefined> {
  const { rows } = await db.query<HeldFiling>({
    name: 'filing-last',
    text: `select f.*, e.content as envelope from filings f ${filingEnvelope}
           where f.tenant_id = $1 and f.case_id = $2 order by f.version desc limit 1`,
    values: [tenantId, caseId],
  });
  return rows[0];
}

export async function filingVersion(
  db: Queryable,
  tenantId: string,
  caseId: string,
  version: number,
): Promise<HeldFiling | undefined> {
  const { rows } = await db.query<HeldFiling>({
    name: 'filing-version',
    text: `select f.*, e.content as envelope from filings f ${filingEnvelope}
           where f.tenant_id = $1 and f.case_id = $2 and f.version = $3`,
    values: [tenantId, caseId, version],
  });
  return rows[0];
}

/** Takes filings back that the agency refused. */
export async function removeFilings(
  tx: Queryable,
  filings: readonly { tenantId: string; threadId: string; digest: string }[],
): Promise<void> {
  if (filings.length === 0) return;
  await tx.query({
    name: 'filings-remove',
    text: `delete from filings f using unnest($1::uuid[], $2::uuid[], $3::text[]) as gone (tenant_id, case_id, digest)
           where (f.tenant_id, f.case_id, f.envelope_digest) = (gone.tenant_id, gone.case_id, gone.digest)`,
    values: [
      filings.map(({ tenantId }) => tenantId),
      filings.map(({ threadId }) => threadId),
      filings.map(({ digest }) => digest),
    ],
  });
}

/** Notes when the receipts of filings went out. */
export async function markReceipted(
  tx: Queryable,
  filings: readonly { tenantId: string; caseId: string; version: number }[],
  at: Instant,
): Promise<void> {
  if (filings.length === 0) return;
  await tx.query({
    name: 'filings-receipted',
    text: `update filings f set receipted_at = coalesce(f.receipted_at, $4)
           from unnest($1::uuid[], $2::uuid[], $3::int[]) as done (tenant_id, case_id, version)
           where (f.tenant_id, f.case_id, f.version) = (done.tenant_id, done.case_id, done.version)`,
    values: [
      filings.map(({ tenantId }) => tenantId),
      filings.map(({ caseId }) => caseId),
      filings.map(({ version }) => version),
      at,
    ],
  });
}

/** The versions under which filings are kept, by the digest of their envelope. */
export async function filingVersions(
  db: Queryable,
  filings: readonly { tenantId: string; threadId: string; digest: string }[],
): Promise<Map<string, number>> {
  const { rows } = await db.query<{ digest: string; version: number }>({
    name: 'filing-versions',
    text: `select f.envelope_digest as digest, f.version
           from unnest($1::uuid[], $2::uuid[], $3::text[]) as asked (tenant_id, case_id, envelope_digest)
           join filings f using (tenant_id, case_id, envelope_digest)`,
    values: [
      filings.map(({ tenantId }) => tenantId),
      filings.map(({ threadId }) => threadId),
      filings.map(({ digest }) => digest),
    ],
  });
  return new Map(rows.map(({ digest, version }) => [digest, version]));
}
