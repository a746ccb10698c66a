import { type Digest, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import type { Evaluation, Observations } from '@portolan/programs';
import type { PoolClient } from 'pg';
import { audit } from '../../platform/audit.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import { canonicalBytes } from '../dossier/canonical.ts';
import { evaluateDossier } from '../dossier/evaluate.ts';
import { type KeptBytes, keptDossier, keptObservations, readKept } from '../dossier/kept.ts';
import { momentOfCase, runningProgram } from '../draft/open.ts';
import type { Act } from '../draft/steps.ts';
import { type FiledEntry, openEntry } from '../entry/filed.ts';
import type { DecisionNoticeBody } from '../notice/body.ts';
import { nudgeNotices } from '../notice/dispatch.ts';
import { addNotices } from '../notice/store.ts';
import { refreshCase } from '../request/case-state.ts';
import { observedRequests } from '../request/observed.ts';
import { type CaseState, lockCase } from '../store/cases.ts';
import { type DecisionOutcome, type DecisionRow, decisionsOf, insertDecisions } from '../store/decisions.ts';
import { addLeaves } from '../store/leaves.ts';
import { leaveQueue } from '../store/officer-queue.ts';
import { timeId } from '../store/time-id.ts';
import { addEvents } from '../store/timeline.ts';
import { type SignedDecision, signDecision } from './document.ts';
import { sharedEvidence } from './shared-evidence.ts';

export interface OfficerDecision {
  readonly outcome: 'accept' | 'refuse' | 'hold';
  readonly reason: string;
}

const states: Readonly<Record<OfficerDecision['outcome'], CaseState>> = {
  accept: 'released',
  refuse: 'refused',
  hold: 'held',
};

interface Deciding {
  readonly filed: FiledEntry;
  readonly last: DecisionRow;
  readonly evaluation: Evaluation;
  readonly kept: { readonly observations: KeptBytes; readonly evaluation: KeptBytes };
  readonly decision: SignedDecision;
  readonly bytes: KeptBytes;
}

/**
 * An officer's decision. The rules run once more on what is known now, answers to requests included, and the decision
 * names their bytes; a decision other than theirs is an override and goes into the audit trail with its reason.
 */
export async function decide(
  context: TradeContext,
  act: Act,
  entryNumber: string,
  { outcome, reason }: OfficerDecision,
): Promise<Result<void>> {
  const opened = await openEntry(context, act.tenant.id, entryNumber);
  if (!opened.ok) return opened;
  const prepared = await prepare(context, act, opened.value, outcome, reason);
  if (!prepared.ok) return prepared;
  const refusal = await withTransaction(context.pool, (tx) =>
    store(context, tx, act, prepared.value, outcome),
  );
  if (refusal) return refused(refusal);
  nudgeNotices(context);
  context.events.publish(act.tenant.id, { kind: 'decision', ref: entryNumber, at: act.moment.at });
  return ok(undefined);
}

async function prepare(
  context: TradeContext,
  act: Act,
  filed: FiledEntry,
  outcome: OfficerDecision['outcome'],
  reason: string,
): Promise<Result<Deciding>> {
  const { row, filing, dossier } = filed;
  const last = (await decisionsOf(context.pool, row.tenant_id, row.case_id)).at(-1);
  if (!last)
    return refused(
      tradeCatalogue.refuse('NODE_STATE', { params: { wanted: 'decided by the rules', state: row.state } }),
    );
  const { at } = act.moment.story ? act.moment : momentOfCase(row, act.moment.at);
  const running = await runningProgram(context, row.program, at);
  const first = readKept<ReturnType<typeof keptObservations>>(last.observations);
  const observations: Observations = {
    ...first,
    at,
    onRecord: await sharedEvidence(context, row),
    requests: await observedRequests(context.pool, row, at),
  };
  const evaluation = evaluateDossier(running, dossier, observations, { decisionAt: at, knownAt: at });
  const kept = {
    observations: canonicalBytes(context.crypto, keptObservations(observations)),
    evaluation: canonicalBytes(context.crypto, evaluation),
  };
  const { decision, bytes } = await signDecision(context, await context.keys.signer(act.tenant.id), {
    type: 'portolan/decision@1',
    entryNumber: row.entry_number ?? '',
    thread: `urn:uuid:${row.case_id}`,
    step: last.step + 1,
    version: filing.version,
    outcome,
    decidedBy: act.member.name,
    reason,
    decidedAt: at,
    knownAt: at,
    program: row.program,
    ruleVersion: evaluation.ruleVersion,
    ...(evaluation.beside ? { beside: evaluation.beside } : {}),
    reference: running.reference.digest,
    filing: filing.envelope_digest as Digest,
    dossier: filing.dossier_digest,
    evidence: dossier.evidence.map(({ digest }) => digest),
    observations: kept.observations.digest,
    evaluation: kept.evaluation.digest,
  });
  return ok({ filed, last, evaluation, kept, decision, bytes });
}

/** Stores the decision; answers the refusal when another officer was faster. */
async function store(
  context: TradeContext,
  tx: PoolClient,
  act: Act,
  deciding: Deciding,
  outcome: OfficerDecision['outcome'],
): Promise<Refusal | undefined> {
  const { filed, evaluation, decision, bytes } = deciding;
  const key = { tenant_id: filed.row.tenant_id, case_id: filed.row.case_id };
  const row = await lockCase(tx, key.tenant_id, key.case_id);
  if (!row || (await insertDecisions(tx, [decisionRow(deciding)])) === 0)
    return tradeCatalogue.refuse('NODE_ALREADY_DECIDED');
  const state = states[outcome];
  // Whatever is still asked keeps the case where it is; the decision is where it settles afterwards.
  await refreshCase(tx, key.tenant_id, key.case_id, decision.decidedAt, { settled: state });
  if (outcome !== 'hold') await leaveQueue(tx, key.tenant_id, key.case_id);
  const at = decision.decidedAt;
  const [pendingId = null] = await context.log.append(tx, [{ kind: 'decision', digest: bytes.digest, at }]);
  const title = `Decision on ${decision.entryNumber}`;
  await addLeaves(tx, [
    { ...key, digest: bytes.digest, kind: 'decision', title, pending_id: pendingId, notice_digest: null },
  ]);
  await addEvents(tx, [
    {
      ...key,
      at,
      kind: 'decided',
      actor: act.tenant.did,
      detail: { outcome, reason: decision.reason, by: act.member.name, digest: bytes.digest },
    },
  ]);
  const override = evaluation.outcome !== outcome;
  await audit(tx, {
    tenantId: key.tenant_id,
    at,
    actor: act.member.name,
    action: override ? 'decision.override' : 'decision',
    subject: decision.entryNumber,
    detail: { outcome, rules: evaluation.outcome, reason: decision.reason, digest: bytes.digest },
  });
  await tellParties(tx, deciding, state, pendingId);
  return undefined;
}

async function tellParties(
  tx: PoolClient,
  deciding: Deciding,
  state: CaseState,
  pendingId: string | null,
): Promise<void> {
  const { filed, decision, bytes, kept, evaluation } = deciding;
  const { row, dossier } = filed;
  const body: Omit<DecisionNoticeBody, 'receipts'> = {
    entryNumber: decision.entryNumber,
    program: row.program,
    decision,
    state: state as DecisionNoticeBody['state'],
    verdicts: [...keptDossier(dossier).evidence],
    filedAt: dossier.filedAt,
    observations: readKept<DecisionNoticeBody['observations']>(kept.observations.bytes),
    total: evaluation.duty?.totals.total ?? null,
  };
  const parties = [...new Set([row.filer_did, row.importer_did])].filter((did) => did !== null);
  await addNotices(tx, [
    {
      tenant_id: row.tenant_id,
      thread_id: row.case_id,
      notice_id: timeId(),
      recipients: parties,
      kind: 'decision',
      body: Buffer.from(JSON.stringify(body)),
      pending_ids: pendingId
        ? [
            {
              pendingId,
              digest: bytes.digest,
              kind: 'decision',
              title: `Decision on ${decision.entryNumber}`,
            },
          ]
        : [],
      story: row.story_at !== null,
      created_at: decision.decidedAt,
    },
  ]);
}

function decisionRow({ filed, decision, bytes, kept }: Deciding): DecisionRow {
  return {
    tenant_id: filed.row.tenant_id,
    case_id: filed.row.case_id,
    step: decision.step,
    version: decision.version,
    digest: bytes.digest,
    outcome: decision.outcome as DecisionOutcome,
    decided_by: decision.decidedBy,
    reason: decision.reason,
    decided_at: decision.decidedAt,
    known_at: decision.knownAt,
    rule_version: decision.ruleVersion,
    reference_digest: decision.reference,
    observations: kept.observations.bytes,
    observations_digest: kept.observations.digest,
    evaluation: kept.evaluation.bytes,
    evaluation_digest: kept.evaluation.digest,
    verdicts: null,
    document: bytes.bytes,
  };
}
