import { type Digest, ok, type Result, refused } from '@portolan/kernel';
import { type Answer, combine, type Dossier, type Evaluation, type Observations } from '@portolan/programs';
import { tradeCatalogue } from '../catalogue.ts';
import type { RunningProgram, TradeContext } from '../context.ts';
import { canonicalBytes } from '../dossier/canonical.ts';
import { digestOf } from '../dossier/evaluate.ts';
import {
  expandDossier,
  expandObservations,
  type KeptDossier,
  type KeptObservations,
  readDossier,
  readKept,
} from '../dossier/kept.ts';
import type { CaseRow } from '../store/cases.ts';
import { type DecisionRow, decisionsOf } from '../store/decisions.ts';
import { readEvidence } from '../store/evidence.ts';
import { filingVersion } from '../store/filings.ts';
import type { DecisionDocument } from './document.ts';

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
  const deciding = await decidedWith(context, row, decision);
  if (!deciding.ok) return deciding;
  const filing = await filingVersion(context.pool, row.tenant_id, row.case_id, decision.version);
  if (!filing) return refused(tradeCatalogue.refuse('NODE_EVIDENCE_NOT_HELD'));
  const kept = asDecided(readDossier(filing), decision);
  const asked = readKept<KeptObservations>(decision.observations);
  const digests = [...kept.evidence, ...asked.onRecord].map(({ digest }) => digest);
  const held = await readEvidence(context.pool, row.tenant_id, digests);
  const dossier = expandDossier(kept, held);
  if (!dossier.ok) return dossier;
  const observations = expandObservations(asked, held);
  if (!observations.ok) return observations;
  const at = { decisionAt: decision.decided_at, knownAt: decision.known_at };
  const [own, ...beside] = deciding.value.map(
    ({ rules, reference }): Answer => ({
      evaluation: rules.evaluate(dossier.value, observations.value, reference, at),
      reference: reference.digest,
    }),
  );
  if (!own) return refused(tradeCatalogue.refuse('NODE_EVIDENCE_NOT_HELD'));
  const evaluation = combine(own.evaluation, beside, digestOf);
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

interface DecidedWith {
  readonly rules: RunningProgram['program']['ruleVersions'][number];
  readonly reference: RunningProgram['reference'];
}

/**
 * The rules that a decision names, its own program's first, and the references as they were known then, whatever was imported
 * or withdrawn since.
 */
async function decidedWith(
  { references }: TradeContext,
  { program }: CaseRow,
  decision: DecisionRow,
): Promise<Result<DecidedWith[]>> {
  const { beside = [] } = readKept<DecisionDocument>(decision.document);
  const named = [
    { program, ruleVersion: decision.rule_version, reference: decision.reference_digest },
    ...beside,
  ];
  const found: DecidedWith[] = [];
  for (const { program: id, ruleVersion: version, reference } of named) {
    const running = await references.named(id, reference);
    const rules = running?.program.ruleVersions.find((one) => one.version === version);
    if (!running || !rules)
      return refused(tradeCatalogue.refuse('NODE_RULE_VERSION_GONE', { params: { version, reference } }));
    found.push({ rules, reference: running.reference });
  }
  return ok(found);
}
