import type { ReceiptView } from '@portolan/contract';
import type { Receipt } from '@portolan/ledger';
import type { TradeContext } from '../context.ts';
import type { CaseRow } from '../store/cases.ts';
import { type LeafRow, leavesOf } from '../store/leaves.ts';

/** The receipts of a case: those that came with a notice, and those of this node's own log. */
export async function receiptsOf(
  context: Pick<TradeContext, 'pool' | 'log'>,
  { tenant_id, case_id }: Pick<CaseRow, 'tenant_id' | 'case_id'>,
): Promise<ReceiptView[]> {
  const leaves = await leavesOf(context.pool, tenant_id, case_id);
  const pending = leaves.flatMap(({ pending_id }) => pending_id ?? []);
  const own = await context.log.receiptsFor(pending);
  const views = await Promise.all(leaves.map((leaf) => receiptView(context, leaf, own)));
  return views.sort(
    (left, right) => (left.index ?? Number.MAX_SAFE_INTEGER) - (right.index ?? Number.MAX_SAFE_INTEGER),
  );
}

async function receiptView(
  { log }: Pick<TradeContext, 'log'>,
  leaf: LeafRow,
  own: ReadonlyMap<string, Receipt>,
): Promise<ReceiptView> {
  const { digest, kind, title, pending_id } = leaf;
  // Evidence that was logged before this case came has its leaf already.
  const receipt =
    leaf.receipt ??
    own.get(pending_id ?? '') ??
    (pending_id ? undefined : await log.receiptForDigest(digest)) ??
    undefined;
  const shown = { kind, digest, title };
  return receipt ? { ...shown, at: receipt.statement.at, index: receipt.index, receipt } : shown;
}
