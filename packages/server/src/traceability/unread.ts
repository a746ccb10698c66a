import type { Instant, Refusal } from '@portolan/kernel';
import { bulkInsert, type Queryable } from '../trade/store/bulk.ts';

/** A document or captured event that should tell of lots and doesn't, and why. */
export interface Unread {
  readonly tenantId: string;
  /** Digest of the document, or name of the captured event. */
  readonly source: string;
  readonly title: string;
  readonly at: string;
  readonly refusals: readonly Refusal[];
}

interface UnreadRow {
  tenant_id: string;
  source: string;
  title: string;
  at: string;
  refusals: string;
}

const insert = bulkInsert<UnreadRow>(
  'trace_unread',
  { tenant_id: 'uuid', source: 'text', title: 'text', at: 'timestamptz', refusals: 'wide' },
  { conflict: 'on conflict (tenant_id, source) do update set refusals = excluded.refusals' },
);

export async function keepUnread(tx: Queryable, unread: readonly Unread[]): Promise<void> {
  const bySource = new Map(unread.map((one) => [`${one.tenantId} ${one.source}`, one]));
  await insert(
    tx,
    [...bySource.values()].map(({ tenantId, source, title, at, refusals }) => ({
      ...{ tenant_id: tenantId, source, title, at },
      refusals: JSON.stringify(refusals),
    })),
  );
}

export async function dropUnread(tx: Queryable, tenantId: string, sources: readonly string[]): Promise<void> {
  await tx.query({
    name: 'trace-unread-drop',
    text: 'delete from trace_unread where tenant_id = $1 and source = any($2)',
    values: [tenantId, sources],
  });
}

/** The newest first. */
export async function listUnread(
  db: Queryable,
  tenantId: string,
  limit: number,
): Promise<Omit<Unread, 'tenantId'>[]> {
  const { rows } = await db.query<UnreadRow & { at: Instant }>({
    name: 'trace-unread-list',
    text: `select source, title, at, refusals from trace_unread where tenant_id = $1
           order by at desc, source limit $2`,
    values: [tenantId, limit],
  });
  return rows.map((row) => ({ ...row, refusals: JSON.parse(row.refusals) as Refusal[] }));
}
