import type { DocumentType } from '@portolan/documents';
import { programs, type Tracing } from '@portolan/programs';
import { bulkInsert, type Queryable } from '../trade/store/bulk.ts';
import type { EvidenceRow } from '../trade/store/evidence.ts';
import { eventCredentialType } from './event-credential.ts';

export type QueueKind = 'evidence' | 'epcis';

interface QueueRow {
  tenant_id: string;
  kind: QueueKind;
  ref: string;
}

const insert = bulkInsert<QueueRow>('trace_queue', { tenant_id: 'uuid', kind: 'text', ref: 'text' });

/** What the programs of this node say about lots. */
export const tracings: readonly Tracing[] = programs.flatMap(({ tracing }) => tracing ?? []);
const traced: ReadonlySet<string> = new Set<DocumentType>(tracings.flatMap(({ reads }) => reads));
const received: ReadonlySet<string> = new Set([...traced, eventCredentialType]);

/**
 * Puts signed documents that may tell of lots in line, in the transaction that keeps them. They are read afterwards: who sends or
 * files evidence never waits for the ledger of lots, nor for its lock.
 */
export async function queueEvidence(tx: Queryable, rows: readonly EvidenceRow[]): Promise<void> {
  const told = rows.filter((row) => row.class === 'signed' && received.has(row.type));
  await insert(
    tx,
    told.map(({ tenant_id, digest }) => ({ tenant_id, kind: 'evidence', ref: digest })),
  );
}

/** Puts a document in line that the tenant signed itself: what it says of lots holds for its signer first of all. */
export async function queueIssued(
  tx: Queryable,
  { tenantId, digest, type }: { readonly tenantId: string; readonly digest: string; readonly type: string },
): Promise<void> {
  if (traced.has(type)) await insert(tx, [{ tenant_id: tenantId, kind: 'evidence', ref: digest }]);
}

/** Puts captured EPCIS events in line. */
export async function queueCaptured(
  tx: Queryable,
  tenantId: string,
  eventIds: readonly string[],
): Promise<void> {
  await insert(
    tx,
    eventIds.map((ref) => ({ tenant_id: tenantId, kind: 'epcis', ref })),
  );
}

/** What is next in line of a tenant; the caller holds the tenant's ledger. */
export async function nextInLine(tx: Queryable, tenantId: string, limit: number): Promise<QueueRow[]> {
  const { rows } = await tx.query<QueueRow>({
    name: 'trace-queue-next',
    text: 'select tenant_id, kind, ref from trace_queue where tenant_id = $1 order by kind, ref limit $2',
    values: [tenantId, limit],
  });
  return rows;
}

/** Takes what was read out of the line. */
export async function dequeue(tx: Queryable, tenantId: string, rows: readonly QueueRow[]): Promise<void> {
  await tx.query({
    name: 'trace-queue-done',
    text: `delete from trace_queue where tenant_id = $1
             and (kind, ref) in (select * from unnest($2::text[], $3::text[]))`,
    values: [tenantId, rows.map(({ kind }) => kind), rows.map(({ ref }) => ref)],
  });
}

/** Tenants for whom something waits. */
export async function tenantsInLine(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ tenant_id: string }>({
    name: 'trace-queue-tenants',
    text: 'select distinct tenant_id from trace_queue order by tenant_id',
  });
  return rows.map(({ tenant_id }) => tenant_id);
}
