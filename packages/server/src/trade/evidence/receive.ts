import { readSingle } from '@portolan/documents';
import type { Refusal } from '@portolan/kernel';
import type { EnvelopeHandler, Received } from '../../exchange/received.ts';
import { type HeldAuthority, insertAuthority } from '../../parties/authority/store.ts';
import { authorityIn } from '../../parties/authority/take.ts';
import { recheckTouched } from '../../parties/monitor.ts';
import { type HeldAttestation, insertAttestations } from '../../parties/store.ts';
import { attestationsIn } from '../../parties/take.ts';
import { sendingsAnswered } from '../../sending/answered.ts';
import { nudgeTracing } from '../../traceability/catch-up.ts';
import { eventRowsIn } from '../../traceability/received-events.ts';
import { certifiedRows, replacedRows } from '../commitments/keys.ts';
import { type Learned, recordCommitments } from '../commitments/record.ts';
import type { TradeContext } from '../context.ts';
import { nudgeNotices } from '../notice/dispatch.ts';
import { type EvidenceRow, insertEvidence } from '../store/evidence.ts';
import { addStanding } from '../store/standing.ts';
import { importedEvidence, signedEvidence } from './item.ts';
import { standingRow } from './standing.ts';
import { credentialBytes, evidenceRow, fileContent, type Taken } from './taken.ts';
import { verifyBatch } from './verify.ts';

interface ReceivedEvidence {
  readonly received: Received;
  readonly taken: readonly Taken[];
  readonly attestations: readonly HeldAttestation[];
  readonly authority: readonly HeldAuthority[];
  /** Single signed events about lots. */
  readonly events: readonly EvidenceRow[];
}

/** How any party receives documents from another: verified, and kept by digest in its own evidence. */
export function evidenceHandler(context: TradeContext): EnvelopeHandler<ReceivedEvidence> {
  return {
    kind: 'evidence',
    prepare: (received) => Promise.all(received.map((one) => prepareOne(context, one))),
    async commit(tx, works) {
      await insertEvidence(
        tx,
        works.flatMap(({ received, taken, events }) => [
          ...taken.map((one) =>
            evidenceRow(one, received.receiver.id, received.moment.at, received.envelope.from),
          ),
          ...events,
        ]),
      );
      await insertAttestations(
        tx,
        works.flatMap(({ attestations }) => attestations),
      );
      await insertAuthority(
        tx,
        works.flatMap(({ authority }) => authority),
      );
      await recordCommitments(
        context,
        tx,
        works.flatMap((work) => learnedFrom(context, work)),
      );
      await addStanding(
        tx,
        works.flatMap(({ received, taken }) =>
          taken.flatMap(({ evidence }) => standingRow(evidence, received.receiver.id) ?? []),
        ),
      );
    },
    answered: (tx, answered) => sendingsAnswered(context, tx, answered),
    after(works) {
      nudgeTracing(context);
      if (works.some(({ received }) => received.receiver.kind === 'agency')) nudgeNotices(context);
      recheckTouched(
        context,
        works.flatMap(({ attestations }) => attestations),
      );
      for (const { received } of works)
        context.events.publish(received.receiver.id, {
          kind: 'evidence',
          ref: received.digest,
          at: received.moment.at,
        });
    },
  };
}

/** What an agency learns of heats by certificates that are presented to it before anything is filed. */
function learnedFrom({ crypto }: TradeContext, { received, taken }: ReceivedEvidence): Learned[] {
  const { receiver, moment } = received;
  if (receiver.kind !== 'agency') return [];
  const teller = { tenantId: receiver.id, did: receiver.did, at: moment.at };
  const evidence = taken.map((one) => one.evidence);
  const commitments = certifiedRows(crypto, evidence, teller);
  const replaced = replacedRows(crypto, evidence, teller);
  if (commitments.length + replaced.length === 0) return [];
  return [{ ...teller, story: moment.story, commitments, replaced }];
}

async function prepareOne(
  context: TradeContext,
  received: Received,
): Promise<{ refusals: readonly Refusal[] } | { work: ReceivedEvidence }> {
  const { receiver, credentials, secured, files, moment, statusLists } = received;
  const { verdicts } = await verifyBatch(context, receiver.id, credentials, moment, statusLists, secured);
  const taken: Taken[] = [];
  for (const [digest, credential] of credentials) {
    const verdict = verdicts.get(digest);
    const evidence = verdict && signedEvidence(credential, verdict);
    if (evidence)
      taken.push({
        evidence,
        content: credentialBytes(credential, secured.get(digest)),
        format: 'credential',
      });
  }
  for (const file of files.values()) {
    const read = readSingle(file, context.crypto);
    if (!read.ok) return { refusals: read.refusals };
    const content = fileContent(read.value, file.bytes);
    taken.push({ evidence: importedEvidence(read.value), content, format: read.value.format });
  }
  const given = { tenantId: receiver.id, from: received.envelope.from, moment, credentials, verdicts };
  return {
    work: {
      ...{ received, taken, attestations: attestationsIn(given), authority: authorityIn(given) },
      events: eventRowsIn(given),
    },
  };
}
