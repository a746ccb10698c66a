import type { Signer } from '@portolan/credentials';
import { addSeconds, type Refusal } from '@portolan/kernel';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import { type SignedDecision, signDecision } from '../decision/document.ts';
import type { KeptBytes } from '../dossier/kept.ts';
import type { TargetingRow } from '../targeting/store.ts';
import { judgeDossiers } from './judge-apart.ts';
import type { Judgement } from './judge-dossier.ts';
import type { ObservedFiling } from './observe.ts';

/** A filing that the rules accept or refer, with everything that its transaction stores. */
export interface JudgedFiling extends ObservedFiling, Judgement {
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

/** Decides filings by their programs' rules and signs the decisions. For each, in order, the refusals when it can't stand. */
export async function judge(
  context: TradeContext,
  filings: readonly ObservedFiling[],
  { targeting, signer }: Bench,
): Promise<(JudgedFiling | readonly Refusal[])[]> {
  const timely = filings.filter((filing) => !staleness(filing));
  const judgements = await judgeDossiers(context, timely, targeting);
  const judged = new Map(timely.map((filing, index) => [filing, judgements[index]]));
  return Promise.all(
    filings.map(async (filing) => {
      const judgement = judged.get(filing) ?? [staleness(filing) as Refusal];
      return 'outcome' in judgement ? decide(context, filing, judgement, signer) : judgement;
    }),
  );
}

async function decide(
  context: TradeContext,
  filing: ObservedFiling,
  judgement: Judgement,
  signer: Signer,
): Promise<JudgedFiling> {
  const { received, body, running, documents, history } = filing;
  const { outcome, reason, ruleVersion, beside, kept } = judgement;
  const { at } = received.moment;
  const { decision, bytes } = await signDecision(context, signer, {
    type: 'portolan/decision@1',
    entryNumber: filing.entryNumber,
    thread: received.envelope.thread,
    step: (history?.step ?? 0) + 1,
    version: (history?.version ?? 0) + 1,
    outcome,
    decidedBy: 'rules',
    reason,
    decidedAt: at,
    knownAt: at,
    program: body.program,
    ruleVersion,
    ...(beside ? { beside } : {}),
    reference: running.reference.digest,
    filing: received.digest,
    dossier: kept.dossier.digest,
    evidence: documents.map(({ evidence }) => evidence.digest),
    observations: kept.observations.digest,
    evaluation: kept.evaluation.digest,
  });
  return { ...filing, ...judgement, decision, decisionBytes: bytes };
}

function staleness({ received }: ObservedFiling): Refusal | undefined {
  const { sentAt } = received.envelope;
  const { at } = received.moment;
  if (at <= addSeconds(sentAt, longestTransitSeconds)) return undefined;
  return tradeCatalogue.refuse('NODE_FILING_STALE', { path: '/sentAt', params: { sentAt, arrived: at } });
}
