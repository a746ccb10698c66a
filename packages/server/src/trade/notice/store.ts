import type { Instant } from '@portolan/kernel';
import { bulkInsert, type Queryable } from '../store/bulk.ts';

/** A leaf whose receipt a party is owed. */
export interface OwedReceipt {
  readonly pendingId: string;
  readonly digest: string;
  readonly kind: string;
  readonly title: string;
}

/** Parties that are told of a decision as soon as the log has sequenced what they are owed. */
export interface NoticeRow {
  tenant_id: string;
  thread_id: string;
  notice_id: string;
  recipients: readonly string[];
  kind: 'decision' | 'receipt' | 'notice';
  body: Uint8Array;
  pending_ids: readonly OwedReceipt[];
  story: boolean;
  created_at: Instant;
}

const insert = bulkInsert<NoticeRow>('notices', {
  tenant_id: 'uuid',
  thread_id: 'uuid',
  notice_id: 'uuid',
  recipients: 'json',
  kind: 'text',
  body: 'bytes',
  pending_ids: 'json',
  story: 'boolean',
  created_at: 'timestamptz',
});

export async function addNotices(tx: Queryable, rows: readonly NoticeRow[]): Promise<void> {
  await insert(tx, rows);
}

/** The oldest notices, kept from other dispatchers until the transaction ends. */
export async function lockNotices(tx: Queryable, limit: number): Promise<NoticeRow[]> {
  const { rows } = await tx.query<NoticeRow>({
    name: 'notices-lock',
    text: 'select * from notices order by notice_id limit $1 for update skip locked',
    values: [limit],
  });
  return rows;
}

export async function removeNotices(tx: Queryable, rows: readonly NoticeRow[]): Promise<void> {
  await tx.query({
    name: 'notices-remove',
    text: `delete from notices n using unnest($1::uuid[], $2::uuid[], $3::uuid[]) as done (tenant_id, thread_id, notice_id)
           where (n.tenant_id, n.thread_id, n.notice_id) = (done.tenant_id, done.thread_id, done.notice_id)`,
    values: [
      rows.map(({ tenant_id }) => tenant_id),
      rows.map(({ thread_id }) => thread_id),
      rows.map(({ notice_id }) => notice_id),
    ],
  });
}
