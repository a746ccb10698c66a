import type { Digest } from '@portolan/kernel';
import { uuidOf } from '../../exchange/envelope.ts';
import type { Received } from '../../exchange/received.ts';
import type { LeafRow } from '../store/leaves.ts';
import type { NoticeReceipt } from './body.ts';

/** Receipts that came with a notice, as leaves of the case. What they prove is checked whenever one is verified. */
export function receiptLeaves(
  { receiver, envelope, digest: notice }: Received,
  receipts: readonly NoticeReceipt[],
): LeafRow[] {
  return receipts.map(({ digest, kind, title }) => ({
    tenant_id: receiver.id,
    case_id: uuidOf(envelope.thread),
    digest: digest as Digest,
    kind,
    title,
    pending_id: null,
    notice_digest: notice,
  }));
}
