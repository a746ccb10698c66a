import { uuidOf } from '../../exchange/envelope.ts';
import type { EnvelopeHandler, Received } from '../../exchange/received.ts';
import type { TradeContext } from '../context.ts';
import { addCases, type CaseRow } from '../store/cases.ts';
import { addLeaves } from '../store/leaves.ts';
import { addEvents } from '../store/timeline.ts';
import { type ReceiptNoticeBody, readReceiptNotice } from './body.ts';
import { agenciesAmong, kindRefused } from './from-agency.ts';
import { receiptLeaves } from './leaves.ts';

interface ReceivedReceipts {
  readonly received: Received;
  readonly body: ReceiptNoticeBody;
}

/** How a party receives the receipts of its own documents. It learns the entry number, and nothing else of the entry. */
export function receiptHandler(context: TradeContext): EnvelopeHandler<ReceivedReceipts> {
  return {
    kind: 'receipt',
    async prepare(received) {
      const agencies = await agenciesAmong(context.pool, received);
      return received.map((one) => {
        const body = readReceiptNotice(one.envelope.body);
        if (!body || !agencies.has(one.envelope.from)) return { refusals: [kindRefused(one)] };
        return { work: { received: one, body } };
      });
    },
    async commit(tx, works) {
      await addCases(
        tx,
        works.map(({ received, body }) => holderCase(received, body)),
      );
      await addLeaves(
        tx,
        works.flatMap(({ received, body }) => receiptLeaves(received, body.receipts)),
      );
      await addEvents(tx, works.map(receiptEvent));
    },
    after(works) {
      for (const { received, body } of works)
        context.events.publish(received.receiver.id, {
          kind: 'receipt',
          ref: body.entryNumber,
          at: received.moment.at,
        });
    },
  };
}

/** The case of a party that holds evidence of an entry which is not its own. */
export function holderCase(
  { receiver, envelope, moment }: Received,
  { entryNumber, program }: { readonly entryNumber: string; readonly program: string },
): CaseRow {
  return {
    tenant_id: receiver.id,
    case_id: uuidOf(envelope.thread),
    face: 'holder',
    program,
    state: 'filed',
    entry_number: entryNumber,
    title: `Entry ${entryNumber}`,
    filer_did: envelope.from,
    importer_did: null,
    importer_number: null,
    agency_did: envelope.from,
    holders: [receiver.did],
    next_mover: 'nobody',
    due_at: null,
    search: entryNumber.toLowerCase(),
    summary: { lines: 0, enteredValue: '0', claims: [], documents: 0, settled: 'filed', openRequests: 0 },
    story_at: moment.story ? moment.at : null,
    created_at: moment.at,
    updated_at: moment.at,
  };
}

function receiptEvent({ received, body: { entryNumber, receipts } }: ReceivedReceipts) {
  const { receiver, envelope, moment } = received;
  return {
    tenant_id: receiver.id,
    case_id: uuidOf(envelope.thread),
    at: moment.at,
    kind: 'evidence-used',
    actor: envelope.from,
    detail: { entryNumber, documents: receipts.length },
  };
}
