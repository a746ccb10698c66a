import type { Digest, Refusal } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { uuidOf } from '../../exchange/envelope.ts';
import type { EnvelopeHandler, Received } from '../../exchange/received.ts';
import type { TradeContext } from '../context.ts';
import { dossierBytes } from '../dossier/canonical.ts';
import { evidenceRow } from '../evidence/taken.ts';
import { kindRefused } from '../notice/from-agency.ts';
import { holderCase } from '../notice/receive-receipt.ts';
import { addCaseEvidence } from '../store/case-evidence.ts';
import { type CaseRow, caseKey, lockCases, saveCases } from '../store/cases.ts';
import { insertEvidence } from '../store/evidence.ts';
import { insertFilings } from '../store/filings.ts';
import { addEvents } from '../store/timeline.ts';
import { checkForm } from './check-form.ts';
import { type FilingCopyBody, readFilingCopy } from './copy.ts';
import { dossierOf } from './dossier.ts';
import { type GatheredFiling, gather } from './gather.ts';
import { searchWords, summaryOf, titleOf } from './summary.ts';

interface Copy {
  readonly received: Received;
  readonly body: FilingCopyBody;
  readonly filing: GatheredFiling;
}

/** How the importer of record receives its copy of a filing: with all documents, verified by itself. */
export function filingCopyHandler(context: TradeContext): EnvelopeHandler<Copy> {
  return {
    kind: 'notice',
    prepare: (received) => Promise.all(received.map((one) => prepareOne(context, one))),
    commit: (tx, copies) => commit(context, tx, copies),
    after(copies) {
      for (const { received, filing } of copies)
        context.events.publish(received.receiver.id, {
          kind: 'entry',
          ref: filing.entryNumber,
          at: received.moment.at,
        });
    },
  };
}

async function prepareOne(
  context: TradeContext,
  received: Received,
): Promise<{ refusals: readonly Refusal[] } | { work: Copy }> {
  const body = readFilingCopy(received.envelope.body);
  if (!body) return { refusals: [kindRefused(received)] };
  const asFiled = { ...received, envelope: { ...received.envelope, body: body.filing } };
  const formed = checkForm(asFiled, context.programs);
  if (!formed.ok) return { refusals: formed.refusals };
  const [filing] = await gather(context, received.receiver.id, received.moment, [formed.value]);
  if (!filing || !('documents' in filing)) return { refusals: filing ?? [] };
  return { work: { received, body, filing } };
}

async function commit(context: TradeContext, tx: PoolClient, copies: readonly Copy[]): Promise<void> {
  const known = await lockCases(
    tx,
    copies.map(({ received, filing }) =>
      holderCase(received, { entryNumber: filing.entryNumber, program: filing.body.program }),
    ),
  );
  await insertEvidence(
    tx,
    copies.flatMap(({ received, filing }) =>
      filing.documents.map((document) =>
        evidenceRow(document, received.receiver.id, received.moment.at, received.envelope.from),
      ),
    ),
  );
  await addCaseEvidence(tx, copies.flatMap(evidenceRows));
  await saveCases(
    tx,
    copies.flatMap((copy) => {
      const row = known.get(caseKey(copy.received.receiver.id, threadOf(copy.received)));
      return row ? [partyCase(copy, row)] : [];
    }),
  );
  const storedAt = context.clock.now();
  await insertFilings(
    tx,
    copies.map(({ received, body, filing }) => {
      const dossier = dossierBytes(
        context.crypto,
        dossierOf(
          filing.body,
          filing.documents.map(({ evidence }) => evidence),
          received.moment.at,
        ),
      );
      return {
        tenant_id: received.receiver.id,
        case_id: threadOf(received),
        version: body.version,
        entry_number: filing.entryNumber,
        envelope_digest: body.envelope,
        filed_at: received.envelope.sentAt,
        received_at: received.moment.at,
        stored_at: storedAt,
        receipted_at: null,
        dossier: dossier.bytes,
        dossier_digest: dossier.digest,
        measures: filing.body.measures,
      };
    }),
  );
  await addEvents(
    tx,
    copies.map(({ received, body, filing }) => ({
      tenant_id: received.receiver.id,
      case_id: threadOf(received),
      at: received.moment.at,
      kind: body.version > 1 ? 'corrected' : 'filed',
      actor: received.envelope.from,
      detail: { entryNumber: filing.entryNumber, digest: body.envelope },
    })),
  );
}

function threadOf({ envelope }: Received): string {
  return uuidOf(envelope.thread);
}

function evidenceRows({ received, filing, body }: Copy) {
  return filing.documents.map(({ evidence }, index) => ({
    tenant_id: received.receiver.id,
    case_id: threadOf(received),
    digest: evidence.digest as Digest,
    position: body.version * 1000 + index,
    sealed: false,
    added_at: received.moment.at,
    added_by: received.envelope.from,
  }));
}

/** The importer's case; a decision or a request that came before the copy keeps its state. */
function partyCase({ received, body, filing }: Copy, known: CaseRow): CaseRow {
  const { entry } = filing.body;
  const { envelope, moment } = received;
  const fresh = known.state === 'filed';
  const summary = summaryOf(entry, null, filing.documents.length, fresh ? body.state : known.summary.settled);
  return {
    ...known,
    face: 'party',
    state: fresh ? body.state : known.state,
    title: titleOf(entry),
    filer_did: envelope.from,
    importer_did: received.receiver.did,
    importer_number: entry.importerOfRecord.number,
    agency_did: body.agency,
    holders: [],
    next_mover: fresh && body.state === 'referred' ? 'agency' : known.next_mover,
    search: searchWords(entry),
    summary: {
      ...summary,
      ...(known.summary.total ? { total: known.summary.total } : {}),
      openRequests: known.summary.openRequests,
    },
    updated_at: moment.at,
  };
}
