import type { Instant, Refusal } from '@portolan/kernel';
import { bulkInsert, type Queryable } from './bulk.ts';

/** A refused filing leaves only this: which envelope, from whom, and why. */
export interface RefusedRow {
  tenant_id: string;
  envelope_digest: string;
  from_did: string;
  refusals: readonly Refusal[];
  refused_at: Instant;
}

const insert = bulkInsert<RefusedRow>('refused_filings', {
  tenant_id: 'uuid',
  envelope_digest: 'text',
  from_did: 'text',
  refusals: 'json',
  refused_at: 'timestamptz',
});

export async function recordRefused(tx: Queryable, rows: readonly RefusedRow[]): Promise<void> {
  await insert(tx, rows);
}
