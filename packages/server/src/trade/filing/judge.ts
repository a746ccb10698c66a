import type { Signer } from '@portolan/credentials';
import type { Evidence } from '@portolan/documents';
import { addSeconds, type Refusal } from '@portolan/kernel';
import type { Dossier, Evaluation } from '@portolan/programs';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import { type SignedDecision, signDecision } from '../decision/document.ts';
import { canonicalBytes, type KeptBytes, keptDossier, keptObservations } from '../dossier/kept.ts';
import { rulesOn } from '../draft/assemble.ts';
import { findingRefusal } from '../draft/readiness.ts';
import { unfounded } from '../evidence/taken.ts';
import type { EntryFacts } from '../store/officer-queue.ts';
import { factsOf } from '../targeting/facts.ts';
import { type Hit, hitsOn } from '../targeting/match.ts';
import type { TargetingRow } from '../targeting/store.ts';
import { dossierOf } from './dossier.ts';
import type { ObservedFiling } from './observe.ts';
import { falseProvenance } from './provenance.ts';

/** A filing that the rules accept or refer, with everything that its transaction stores. */
export interface JudgedFiling extends ObservedFiling {
  readonly dossier: Dossier;
  readonly evaluation: Evaluation;
  readonly facts: EntryFacts;
  readonly hits: readonly Hit[];
  readonly kept: {
    readonly dossier: KeptBytes;
    readonly observations: KeptBytes;
    readonly evaluation: KeptBytes;
  };
  readonly decision: SignedDecision;
  readonly decisionBytes: KeptBytes;
}

// A filing counts from its signature only when it arrives within a day: nobody chooses the day of entry afterwards.
const longestTransitSeconds = 24 * 60 * 60;

/** What one agency judges with at one moment. */
export interface Bench {
  readonly targeting: readonly TargetingRow[];
  readonly signer: Signer;
}

/** Decides one filing by the program's rules. Answers the refusals when it can't stand. */
export async function judge(
  context: TradeContext,
  filing: ObservedFiling,
  { targeting, signer }: Bench,
): Promise<JudgedFiling | readonly Refusal[]> {
  const { received, body, running, documents, observations } = filing;
  const { at } = received.moment;
  const stale = staleness(filing);
  if (stale) return [stale];
  const evidence = documents.map((document) => document.evidence);
  const doubts = [...falseProvenance(body, evidence), ...baseless(evidence)];
  const dossier = dossierOf(filing);
  const rules = rulesOn(running.program, at);
  const evaluation = rules.evaluate(dossier, observations, running.reference, {
    decisionAt: at,
    knownAt: at,
  });
  const findings = evaluation.findings.filter(({ severity }) => severity === 'refuse').map(findingRefusal);
  const refusals = [
    ...doubts,
    ...findings.map((refusal) => ({ ...refusal, path: `/body/entry${refusal.path}` })),
  ];
  if (refusals.length > 0) return refusals;
  const facts = factsOf(body.entry, evidence, evaluation.findings);
  const hits = hitsOn(facts, targeting, at.slice(0, 10));
  const kept = {
    dossier: canonicalBytes(context.crypto, keptDossier(dossier)),
    observations: canonicalBytes(context.crypto, keptObservations(observations)),
    evaluation: canonicalBytes(context.crypto, evaluation),
  };
  const referring = hits.filter(({ refers }) => refers);
  const outcome = evaluation.outcome === 'accept' && referring.length > 0 ? 'refer' : evaluation.outcome;
  const reason =
    [...evaluation.reasons, ...referring.map((hit) => hit.reason)].join(' ') || 'No rule speaks against it.';
  const decision = await signDecision(context, signer, {
    type: 'portolan/decision@1',
    entryNumber: filing.entryNumber,
    thread: received.envelope.thread,
    step: (filing.history?.step ?? 0) + 1,
    version: (filing.history?.version ?? 0) + 1,
    outcome,
    decidedBy: 'rules',
    reason,
    decidedAt: at,
    knownAt: at,
    program: body.program,
    ruleVersion: evaluation.ruleVersion,
    reference: running.reference.digest,
    filing: received.digest,
    dossier: kept.dossier.digest,
    evidence: evidence.map(({ digest }) => digest),
    observations: kept.observations.digest,
    evaluation: kept.evaluation.digest,
  });
  const decisionBytes = canonicalBytes(context.crypto, decision);
  return { ...filing, dossier, evaluation, facts, hits, kept, decision, decisionBytes };
}

function staleness({ received }: ObservedFiling): Refusal | undefined {
  const { sentAt } = received.envelope;
  const { at } = received.moment;
  if (at <= addSeconds(sentAt, longestTransitSeconds)) return undefined;
  return tradeCatalogue.refuse('NODE_FILING_STALE', { path: '/sentAt', params: { sentAt, arrived: at } });
}

function baseless(evidence: readonly Evidence[]): Refusal[] {
  return evidence.flatMap((item, index) => unfounded(item, `/body/evidence/${index}`));
}
