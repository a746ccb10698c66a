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
  receipted_at: Instant | null;
  dossier: Uint8Array;
  dossier_digest: string;
  measures: FilingMeasures;
}

const insert = bulkInsert<FilingRow>('filings', {
  tenant_id: 'uuid',
  case_id: 'uuid',
  version: 'integer',
  entry_number: 'text',
  envelope_digest: 'text',
  filed_at: 'timestamptz',
  received_at: 'timestamptz',
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
): Promise<FilingRow | undefined> {
  const { rows } = await db.query<FilingRow>({
    name: 'filing-last',
    text: 'select * from filings where tenant_id = $1 and case_id = $2 order by version desc limit 1',
    values: [tenantId, caseId],
  });
  return rows[0];
}

export async function filingVersion(
  db: Queryable,
  tenantId: string,
  caseId: string,
  version: number,
): Promise<FilingRow | undefined> {
  const { rows } = await db.query<FilingRow>({
    name: 'filing-version',
    text: 'select * from filings where tenant_id = $1 and case_id = $2 and version = $3',
    values: [tenantId, caseId, version],
  });
  return rows[0];
}
