import type { Refusal } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { uuidOf } from '../../exchange/envelope.ts';
import type { EnvelopeHandler, Received } from '../../exchange/received.ts';
import type { TradeContext } from '../context.ts';
import { canonicalBytes } from '../dossier/canonical.ts';
import { type DecisionNoticeBody, readDecisionNotice } from '../notice/body.ts';
import { agenciesAmong, kindRefused } from '../notice/from-agency.ts';
import { receiptLeaves } from '../notice/leaves.ts';
import { holderCase } from '../notice/receive-receipt.ts';
import { type CaseRow, caseKey, lockCases, saveCases } from '../store/cases.ts';
import { type DecisionRow, insertDecisions } from '../store/decisions.ts';
import { addLeaves } from '../store/leaves.ts';
import { addEvents } from '../store/timeline.ts';
import type { VerifiedDecision } from './verify.ts';
import { sendersAt, verifyDecision } from './verify.ts';

interface ReceivedDecision {
  readonly received: Received;
  readonly body: DecisionNoticeBody;
  readonly verified: VerifiedDecision;
}

/** How filer and importer receive the agency's decisions: signature checked, kept with receipts, the case moved on. */
export function decisionHandler(context: TradeContext): EnvelopeHandler<ReceivedDecision> {
  return {
    kind: 'decision',
    async prepare(received) {
      const [agencies, senders] = await Promise.all([
        agenciesAmong(context.pool, received),
        sendersAt(context, received),
      ]);
      return Promise.all(received.map((one) => prepareOne(context, one, agencies, senders)));
    },
    commit: (tx, decisions) => commit(context, tx, decisions),
    after(decisions) {
      for (const { received, body } of decisions)
        context.events.publish(received.receiver.id, {
          kind: 'decision',
          ref: body.entryNumber,
          at: received.moment.at,
        });
    },
  };
}

async function prepareOne(
  context: TradeContext,
  received: Received,
  agencies: ReadonlySet<string>,
  senders: Awaited<ReturnType<typeof sendersAt>>,
): Promise<{ refusals: readonly Refusal[] } | { work: ReceivedDecision }> {
  const body = readDecisionNotice(received.envelope.body);
  if (!body || !agencies.has(received.envelope.from)) return { refusals: [kindRefused(received)] };
  const verified = await verifyDecision(context, received, body.decision, senders);
  if (!verified.ok) return { refusals: verified.refusals };
  return { work: { received, body, verified: verified.value } };
}

async function commit(
  context: TradeContext,
  tx: PoolClient,
  decisions: readonly ReceivedDecision[],
): Promise<void> {
  const cases = await lockCases(
    tx,
    decisions.map(({ received, body }) => holderCase(received, body)),
  );
  await insertDecisions(
    tx,
    decisions.map((one) => decisionRow(context, one)),
  );
  await saveCases(
    tx,
    decisions.flatMap((one) => {
      const row = cases.get(caseKey(one.received.receiver.id, uuidOf(one.received.envelope.thread)));
      return row ? [caseAfter(one, row)] : [];
    }),
  );
  await addLeaves(
    tx,
    decisions.flatMap(({ received, body }) => receiptLeaves(received, body.receipts)),
  );
  await addEvents(tx, decisions.map(decidedEvent));
}

function decisionRow(
  context: TradeContext,
  { received, body, verified: { decision, digest } }: ReceivedDecision,
): DecisionRow {
  return {
    tenant_id: received.receiver.id,
    case_id: uuidOf(received.envelope.thread),
    step: decision.step,
    version: decision.version,
    digest,
    outcome: decision.outcome,
    decided_by: decision.decidedBy,
    reason: decision.reason,
    decided_at: decision.decidedAt,
    known_at: decision.knownAt,
    rule_version: decision.ruleVersion,
    reference_digest: decision.reference,
    observations: canonicalBytes(context.crypto, body.observations).bytes,
    observations_digest: decision.observations,
    evaluation: null,
    evaluation_digest: decision.evaluation,
    verdicts: { evidence: body.verdicts, filedAt: body.filedAt },
    document: canonicalBytes(context.crypto, decision).bytes,
  };
}

/** The case as it stands after the decision. */
function caseAfter({ received, body, verified }: ReceivedDecision, row: CaseRow): CaseRow {
  // While a request is open the case stays asked; the decision shows when it is closed.
  const asked = row.summary.openRequests > 0;
  return {
    ...row,
    state: asked ? row.state : body.state,
    entry_number: body.entryNumber,
    next_mover: asked ? row.next_mover : verified.decision.outcome === 'refer' ? 'agency' : 'nobody',
    summary: {
      ...row.summary,
      settled: body.state,
      ...(body.total === null ? {} : { total: body.total }),
    },
    updated_at: received.moment.at,
  };
}

function decidedEvent({ received, body, verified: { decision, digest } }: ReceivedDecision) {
  return {
    tenant_id: received.receiver.id,
    case_id: uuidOf(received.envelope.thread),
    at: received.moment.at,
    kind: 'decided',
    actor: received.envelope.from,
    detail: {
      outcome: decision.outcome,
      reason: decision.reason,
      by: decision.decidedBy,
      digest,
      state: body.state,
    },
  };
}
