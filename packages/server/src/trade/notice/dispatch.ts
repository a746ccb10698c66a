import type { JsonObject } from '@portolan/kernel';
import type { Receipt } from '@portolan/ledger';
import type { PoolClient } from 'pg';
import type { Message } from '../../exchange/seal.ts';
import { background } from '../../platform/background.ts';
import { withTransaction } from '../../platform/transaction.ts';
import type { TradeContext } from '../context.ts';
import { markReceipted } from '../store/filings.ts';
import { millisecondsOf } from '../store/time-id.ts';
import type { DecisionNoticeBody, NoticeReceipt } from './body.ts';
import { lockNotices, type NoticeRow, removeNotices } from './store.ts';
import { type ReadNotice, readTold } from './told.ts';

const batch = 48;
const settleMs = 15_000;
const patienceMs = 1000;
/** A notice this old waits for nobody any more. */
const latestMs = 30_000;
const notices = background<TradeContext>(dispatchAll, { waits: 'notices wait', afterFailureMs: 2000 });

/** Sends the notices that are owed, in the background; called whenever some were added, and at start. */
export const nudgeNotices = notices.nudge;
/** Resolves when no notices are being sent. */
export const noticesIdle = notices.idle;

async function dispatchAll(context: TradeContext): Promise<void> {
  let patience = patienceMs;
  for (let sent = batch; sent === batch; ) {
    // Somebody waits for the answer to a filing; its receipts may come a moment later, but not ever later.
    await context.exchange.quiet(patience);
    const { count, oldest } = await dispatchSome(context);
    sent = count;
    patience = oldest !== undefined && Date.now() - millisecondsOf(oldest) > latestMs ? 0 : patienceMs;
    context.exchange.nudge();
  }
}

/** Sends a batch of notices, oldest first; answers how many, and the first. Waits until the log has sequenced what they are owed. */
async function dispatchSome(context: TradeContext): Promise<{ count: number; oldest?: string }> {
  return withTransaction(context.pool, async (tx) => {
    const notices = await lockNotices(tx, batch);
    const [first] = notices;
    if (!first) return { count: 0 };
    const pending = [
      ...new Set(notices.flatMap((notice) => notice.pending_ids.map(({ pendingId }) => pendingId))),
    ];
    await context.log.settled(pending, settleMs);
    const receipts = await context.log.receiptsFor(pending);
    const senders = await senderDids(tx, notices);
    const read = await readTold(tx, notices);
    await context.exchange.send(
      tx,
      read.flatMap((notice) => messagesOf(notice, receipts, senders, context)),
    );
    await markReceipted(tx, read.flatMap(receiptedFiling), context.clock.now());
    await removeNotices(tx, notices);
    return { count: notices.length, oldest: first.notice_id };
  });
}

function messagesOf(
  notice: ReadNotice,
  receipts: ReadonlyMap<string, Receipt>,
  senders: ReadonlyMap<string, string>,
  context: TradeContext,
): Message[] {
  const owed: NoticeReceipt[] = notice.pending_ids.map(({ pendingId, digest, kind, title }) => {
    const receipt = receipts.get(pendingId);
    if (!receipt) throw new Error(`the log has no receipt of ${pendingId}`);
    return { digest, kind, title, receipt };
  });
  const body = { ...notice.told, receipts: owed as unknown as JsonObject[] };
  const at = notice.story ? notice.created_at : context.clock.now();
  return notice.recipients.map((to) => ({
    from: { id: notice.tenant_id, did: senders.get(notice.tenant_id) ?? '' },
    to,
    thread: notice.thread_id,
    kind: notice.kind,
    body,
    attachments: [],
    moment: { at, story: notice.story },
  }));
}

async function senderDids(tx: PoolClient, notices: readonly NoticeRow[]): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ id: string; did: string }>({
    name: 'notice-senders',
    text: 'select id, did from tenants where id = any($1)',
    values: [[...new Set(notices.map(({ tenant_id }) => tenant_id))]],
  });
  return new Map(rows.map(({ id, did }) => [id, did]));
}

function receiptedFiling(notice: ReadNotice) {
  if (notice.kind !== 'decision') return [];
  const { decision } = notice.told as unknown as DecisionNoticeBody;
  return [{ tenantId: notice.tenant_id, caseId: notice.thread_id, version: decision.version }];
}
