import type { ReceiptView } from '@portolan/contract';
import type { Receipt } from '@portolan/ledger';
import { envelopesByDigest } from '../../exchange/store.ts';
import type { TradeContext } from '../context.ts';
import type { NoticeReceipt } from '../notice/body.ts';
import type { Queryable } from '../store/bulk.ts';
import type { CaseRow } from '../store/cases.ts';
import { type LeafRow, leavesOf } from '../store/leaves.ts';

/** The receipts of a case: those that came with a notice, and those of this node's own log. */
export async function receiptsOf(
  context: Pick<TradeContext, 'pool' | 'log'>,
  { tenant_id, case_id }: Pick<CaseRow, 'tenant_id' | 'case_id'>,
): Promise<ReceiptView[]> {
  const leaves = await leavesOf(context.pool, tenant_id, case_id);
  const pending = leaves.flatMap(({ pending_id }) => pending_id ?? []);
  const [own, brought] = await Promise.all([
    context.log.receiptsFor(pending),
    broughtReceipts(context.pool, { tenant_id, case_id }, leaves),
  ]);
  const views = await Promise.all(leaves.map((leaf) => receiptView(context, leaf, own, brought)));
  return views.sort(
    (left, right) => (left.index ?? Number.MAX_SAFE_INTEGER) - (right.index ?? Number.MAX_SAFE_INTEGER),
  );
}

/** Receipts of another log, or of another tenant's documents, by digest: they stand in the notices that brought them. */
async function broughtReceipts(
  db: Queryable,
  { tenant_id, case_id }: Pick<CaseRow, 'tenant_id' | 'case_id'>,
  leaves: readonly LeafRow[],
): Promise<Map<string, Receipt>> {
  const notices = new Set(leaves.flatMap(({ notice_digest }) => notice_digest ?? []));
  const envelopes = await envelopesByDigest(db, {
    tenantId: tenant_id,
    threadId: case_id,
    digests: [...notices],
  });
  const receipts = envelopes.flatMap(({ body }) => (body.receipts ?? []) as unknown as NoticeReceipt[]);
  return new Map(receipts.map(({ digest, receipt }) => [digest, receipt]));
}

async function receiptView(
  { log }: Pick<TradeContext, 'log'>,
  { digest, kind, title, pending_id }: LeafRow,
  own: ReadonlyMap<string, Receipt>,
  brought: ReadonlyMap<string, Receipt>,
): Promise<ReceiptView> {
  // Evidence that was logged before this case came has its leaf already.
  const receipt =
    brought.get(digest) ??
    own.get(pending_id ?? '') ??
    (pending_id ? undefined : await log.receiptForDigest(digest));
  const shown = { kind, digest, title };
  return receipt ? { ...shown, at: receipt.statement.at, index: receipt.index, receipt } : shown;
}
