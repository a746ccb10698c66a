import { uuidOf } from '../../exchange/envelope.ts';
import type { ReceiptNoticeBody } from '../notice/body.ts';
import type { NoticeRow, OwedReceipt } from '../notice/store.ts';
import type { RulesDecisionTold } from '../notice/told.ts';
import { timeId } from '../store/time-id.ts';
import type { PendingLeaves } from './commit.ts';
import type { JudgedFiling } from './judge.ts';
import { stateAfter } from './rows.ts';

/**
 * Who is told of a decision: filer and importer get it with all receipts and what a replay needs; whoever signed
 * evidence gets the receipts of its own documents, and nothing of anybody else's.
 */
export function noticesOf(filing: JudgedFiling, pending: PendingLeaves): NoticeRow[] {
  const { received, body, documents } = filing;
  const importer = body.entry.importerOfRecord.did;
  const parties = new Set([received.envelope.from, ...(importer ? [importer] : [])]);
  const everything = [
    received.digest,
    ...documents.map(({ evidence }) => evidence.digest),
    filing.decisionBytes.digest,
  ];
  const told = decisionBody(filing);
  const full = noticeRow(filing, [...parties], 'decision', told, owed(everything, pending));
  const signers = Map.groupBy(documents, ({ evidence }) => evidence.issuer);
  const partial = [...signers].flatMap(([did, own]) => {
    if (did === undefined || parties.has(did) || did === received.receiver.did) return [];
    const receipts = owed(
      own.map(({ evidence }) => evidence.digest),
      pending,
    );
    return receipts.length > 0 ? [noticeRow(filing, [did], 'receipt', receiptBody(filing), receipts)] : [];
  });
  return [full, ...partial];
}

function noticeRow(
  { received }: JudgedFiling,
  recipients: readonly string[],
  kind: NoticeRow['kind'],
  body: Uint8Array,
  pending: readonly OwedReceipt[],
): NoticeRow {
  return {
    tenant_id: received.receiver.id,
    thread_id: uuidOf(received.envelope.thread),
    notice_id: timeId(),
    recipients,
    kind,
    body,
    pending_ids: pending,
    story: received.moment.story,
    created_at: received.moment.at,
  };
}

function owed(digests: readonly string[], pending: PendingLeaves): OwedReceipt[] {
  return digests.flatMap((digest) => {
    const leaf = pending.get(digest);
    return leaf ? [{ ...leaf, digest }] : [];
  });
}

/** What stands in no row of the decision; the rest is read from there when the notice is sent. */
function decisionBody({ entryNumber, decision, received, total, body, history }: JudgedFiling): Buffer {
  const told: RulesDecisionTold = {
    entryNumber,
    program: body.program,
    state: stateAfter(decision.outcome, history !== undefined),
    filedAt: received.moment.at,
    total,
    step: decision.step,
  };
  return Buffer.from(JSON.stringify(told));
}

function receiptBody({ entryNumber, body }: JudgedFiling): Uint8Array {
  const notice: Omit<ReceiptNoticeBody, 'receipts'> = { entryNumber, program: body.program };
  return Buffer.from(JSON.stringify(notice));
}
