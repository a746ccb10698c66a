import { canonicalObject } from '@portolan/kernel';
import { uuidOf } from '../../exchange/envelope.ts';
import { membersOf, refsText } from '../dossier/canonical.ts';
import type { DecisionNoticeBody, ReceiptNoticeBody } from '../notice/body.ts';
import type { NoticeRow, OwedReceipt } from '../notice/store.ts';
import { timeId } from '../store/time-id.ts';
import type { PendingLeaves } from './commit.ts';
import type { JudgedFiling } from './judge.ts';
import { stateAfter } from './rows.ts';

/** A notice before the log has sequenced what it owes. */
type Unreceipted<Body> = Omit<Body, 'receipts'>;

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

function decisionBody({
  entryNumber,
  decision,
  decisionBytes,
  documents,
  received,
  kept,
  total,
  body,
  history,
}: JudgedFiling): Buffer {
  const told: Omit<Unreceipted<DecisionNoticeBody>, 'verdicts' | 'observations' | 'decision'> = {
    entryNumber,
    program: body.program,
    state: stateAfter(decision.outcome, history !== undefined),
    filedAt: received.moment.at,
    total,
  };
  const text = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
  return Buffer.from(
    canonicalObject({
      ...membersOf(told),
      decision: text(decisionBytes.bytes),
      observations: text(kept.observations.bytes),
      verdicts: refsText(documents.map(({ evidence }) => evidence)),
    }),
  );
}

function receiptBody({ entryNumber, body }: JudgedFiling): Uint8Array {
  const notice: Unreceipted<ReceiptNoticeBody> = { entryNumber, program: body.program };
  return Buffer.from(JSON.stringify(notice));
}
