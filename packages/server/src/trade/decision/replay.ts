import { type Digest, ok, type Result, refused } from '@portolan/kernel';
import type { Dossier, Evaluation, Observations } from '@portolan/programs';
import { tradeCatalogue } from '../catalogue.ts';
import type { RunningProgram, TradeContext } from '../context.ts';
import {
  canonicalBytes,
  expandDossier,
  expandObservations,
  type KeptDossier,
  type KeptObservations,
  readKept,
} from '../dossier/kept.ts';
import { runningProgram } from '../draft/open.ts';
import type { CaseRow } from '../store/cases.ts';
import { type DecisionRow, decisionsOf } from '../store/decisions.ts';
import { readEvidence } from '../store/evidence.ts';
import { filingVersion } from '../store/filings.ts';

/** A decision computed again from what this organization holds. */
export interface Replay {
  readonly decision: DecisionRow;
  readonly dossier: Dossier;
  readonly observations: Observations;
  readonly evaluation: Evaluation;
  readonly recomputed: Digest;
  readonly bytes: number;
  /** The same bytes as were decided. */
  readonly same: boolean;
}

/**
 * Computes the last decision of a case again that this organization holds the evidence of. Anybody entitled to the
 * evidence gets the same bytes as the agency. Refuses when no decision can be computed here.
 */
export async function replayLast(context: TradeContext, row: CaseRow): Promise<Result<Replay>> {
  const decisions = await decisionsOf(context.pool, row.tenant_id, row.case_id);
  let last: Result<Replay> = refused(tradeCatalogue.refuse('NODE_EVIDENCE_NOT_HELD'));
  for (const decision of decisions.toReversed()) {
    last = await replay(context, row, decision);
    if (last.ok) return last;
  }
  return last;
}

/** Computes one decision again with the rules, reference, dossier and observations that it names. */
export async function replay(
  context: TradeContext,
  row: CaseRow,
  decision: DecisionRow,
): Promise<Result<Replay>> {
  const running = runningProgram(context, row.program);
  const rules = rulesOf(running, decision);
  if (!rules.ok) return rules;
  const filing = await filingVersion(context.pool, row.tenant_id, row.case_id, decision.version);
  if (!filing) return refused(tradeCatalogue.refuse('NODE_EVIDENCE_NOT_HELD'));
  const kept = asDecided(readKept<KeptDossier>(filing.dossier), decision);
  const asked = readKept<KeptObservations>(decision.observations);
  const digests = [...kept.evidence, ...asked.onRecord].map(({ digest }) => digest);
  const held = await readEvidence(context.pool, row.tenant_id, digests);
  const dossier = expandDossier(kept, held);
  if (!dossier.ok) return dossier;
  const observations = expandObservations(asked, held);
  if (!observations.ok) return observations;
  const at = { decisionAt: decision.decided_at, knownAt: decision.known_at };
  const evaluation = rules.value.evaluate(dossier.value, observations.value, running.reference, at);
  const { bytes, digest } = canonicalBytes(context.crypto, evaluation);
  return ok({
    decision,
    dossier: dossier.value,
    observations: observations.value,
    evaluation,
    recomputed: digest,
    bytes: bytes.length,
    same: digest === decision.evaluation_digest,
  });
}

/** The dossier with the agency's own verdicts, where a party keeps it with verdicts of its own. */
function asDecided(kept: KeptDossier, { verdicts }: DecisionRow): KeptDossier {
  if (!verdicts) return kept;
  return { ...kept, evidence: verdicts.evidence, filedAt: verdicts.filedAt };
}

function rulesOf(
  { program, reference }: RunningProgram,
  decision: DecisionRow,
): Result<RunningProgram['program']['ruleVersions'][number]> {
  const rules = program.ruleVersions.find(({ version }) => version === decision.rule_version);
  if (rules && reference.digest === decision.reference_digest) return ok(rules);
  const params = { version: decision.rule_version, reference: decision.reference_digest };
  return refused(tradeCatalogue.refuse('NODE_RULE_VERSION_GONE', { params }));
}
