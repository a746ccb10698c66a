import type { Evidence } from '@portolan/documents';
import type { CryptoPort, Instant, Refusal } from '@portolan/kernel';
import type { Beside, Observations, Outcome } from '@portolan/programs';
import type { RunningProgram } from '../context.ts';
import { canonicalBytes, dossierBytesBeside, observationsBytes } from '../dossier/canonical.ts';
import { evaluateDossier } from '../dossier/evaluate.ts';
import type { KeptBytes } from '../dossier/kept.ts';
import { findingRefusal } from '../draft/readiness.ts';
import { unfounded } from '../evidence/taken.ts';
import type { EntryFacts } from '../store/officer-queue.ts';
import { factsOf } from '../targeting/facts.ts';
import { type Hit, hitsOn } from '../targeting/match.ts';
import type { TargetingRow } from '../targeting/store.ts';
import type { FilingBody } from './body.ts';
import { dossierOf } from './dossier.ts';
import { falseProvenance } from './provenance.ts';

/** All that a filing is judged by: data, so that it can be judged in another thread. */
export interface Judgeable {
  readonly body: FilingBody;
  readonly evidence: readonly Evidence[];
  readonly observations: Observations;
  readonly at: Instant;
}

/** What the rules make of a filing that can stand. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly ruleVersion: string;
  /** Further programs that were asked, where there were any. */
  readonly beside?: readonly Beside[];
  /** Duty, taxes and fees in United States dollars; null where they were not computed. */
  readonly total: string | null;
  readonly facts: EntryFacts;
  readonly hits: readonly Hit[];
  readonly kept: Kept;
}

/** What is kept of a decision for ever. */
export interface Kept {
  readonly dossier: KeptBytes;
  readonly observations: KeptBytes;
  readonly evaluation: KeptBytes;
}

/** Judges one filing by the program's rules and the agency's targeting. Pure; answers the refusals when it can't stand. */
export function judgeDossier(
  crypto: CryptoPort,
  running: RunningProgram,
  { body, evidence, observations, at }: Judgeable,
  targeting: readonly TargetingRow[],
): Judgement | readonly Refusal[] {
  const doubts = [...falseProvenance(body, evidence), ...baseless(evidence)];
  const dossier = dossierOf(body, evidence, at);
  const times = { decisionAt: at, knownAt: at };
  const evaluation = evaluateDossier(running, dossier, observations, times);
  const findings = evaluation.findings.filter(({ severity }) => severity === 'refuse').map(findingRefusal);
  const refusals = [
    ...doubts,
    ...findings.map((refusal) => ({ ...refusal, path: `/body/entry${refusal.path}` })),
  ];
  if (refusals.length > 0) return refusals;
  const facts = factsOf(body.entry, evidence, evaluation.findings);
  const hits = hitsOn(facts, targeting, at.slice(0, 10));
  const referring = hits.filter(({ refers }) => refers);
  return {
    outcome: evaluation.outcome === 'accept' && referring.length > 0 ? 'refer' : evaluation.outcome,
    reason:
      [...evaluation.reasons, ...referring.map((hit) => hit.reason)].join(' ') ||
      'No rule speaks against it.',
    ruleVersion: evaluation.ruleVersion,
    ...(evaluation.beside ? { beside: evaluation.beside } : {}),
    total: evaluation.duty?.totals.total ?? null,
    facts,
    hits,
    kept: {
      dossier: dossierBytesBeside(crypto, dossier),
      observations: observationsBytes(crypto, observations),
      evaluation: canonicalBytes(crypto, evaluation),
    },
  };
}

function baseless(evidence: readonly Evidence[]): Refusal[] {
  return evidence.flatMap((item, index) => unfounded(item, `/body/evidence/${index}`));
}
