import type { FilingAcknowledged } from '@portolan/contract';
import { type Refusal, type Refused, refused } from '@portolan/kernel';
import type { EnvelopeHandler, Prepared, Received } from '../../exchange/received.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { CommitmentRow } from '../commitments/store.ts';
import type { TradeContext } from '../context.ts';
import { nudgeNotices } from '../notice/dispatch.ts';
import { recordRefused } from '../store/refused.ts';
import { targetingRules } from '../targeting/store.ts';
import { applyFilingAnswers } from './answered.ts';
import { checkForm, type FormedFiling } from './check-form.ts';
import { commitFilings, learnedFrom } from './commit.ts';
import { type GatheredFiling, gather } from './gather.ts';
import { type JudgedFiling, judge } from './judge.ts';
import { type ObservedFiling, observe } from './observe.ts';
import { stateAfter } from './rows.ts';

type Outcome = JudgedFiling | readonly Refusal[];

/** How an agency receives filings: a batch is verified, observed and judged together, then stored in one transaction. */
export function filingHandler(context: TradeContext): EnvelopeHandler<JudgedFiling> {
  return {
    kind: 'filing',
    async prepare(received) {
      const outcomes = new Map<Received, Outcome>();
      const formed: FormedFiling[] = [];
      for (const one of received) {
        const form = forAgency(one) ?? checkForm(one, context.programs);
        if (form.ok) formed.push(form.value);
        else outcomes.set(one, form.refusals);
      }
      const agencies = Map.groupBy(formed, (one) => one.received.receiver.id);
      await Promise.all([...agencies.values()].map((group) => judgeInTurn(context, group, outcomes)));
      refuseRepeated(outcomes);
      return received.map((one) => preparedOf(outcomes.get(one) ?? []));
    },
    commit: (tx, filings) => commitFilings(context, tx, filings),
    async refuse(tx, refused) {
      await recordRefused(
        tx,
        refused.map(({ received, refusals }) => ({
          tenant_id: received.receiver.id,
          envelope_digest: received.digest,
          from_did: received.envelope.from,
          refusals,
          refused_at: received.moment.at,
        })),
      );
    },
    after(filings) {
      for (const { received, entryNumber } of filings)
        context.events.publish(received.receiver.id, {
          kind: 'entry',
          ref: entryNumber,
          at: received.moment.at,
        });
      nudgeNotices(context);
    },
    answered: (tx, answered) => applyFilingAnswers(context, tx, answered),
  };
}

/** Only an agency takes filings. */
function forAgency({ receiver, envelope }: Received): Refused | undefined {
  if (receiver.kind === 'agency') return undefined;
  const detail = `${envelope.to} is not a customs agency`;
  return refused(tradeCatalogue.refuse('NODE_FILING_SHAPE', { path: '/to', params: { detail } }));
}

/**
 * Judges filings to one agency. Those of one moment share what they are checked against; a story has a moment of its own, and what
 * is filed at an earlier one counts at a later one.
 */
async function judgeInTurn(
  context: TradeContext,
  formed: readonly FormedFiling[],
  outcomes: Map<Received, Outcome>,
): Promise<void> {
  const moments = Map.groupBy(formed, ({ received }) => received.moment.at);
  const earlier: CommitmentRow[] = [];
  for (const [, group] of [...moments].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const standing = await judgeGroup(context, group, outcomes, earlier);
    for (const { commitments } of standing.flatMap((filing) => learnedFrom(context, filing)))
      earlier.push(...commitments);
  }
}

/** Judges filings of one moment; answers those that stand. */
async function judgeGroup(
  context: TradeContext,
  group: readonly FormedFiling[],
  outcomes: Map<Received, Outcome>,
  earlier: readonly CommitmentRow[],
): Promise<JudgedFiling[]> {
  const [first] = group;
  if (!first) return [];
  const { receiver, moment } = first.received;
  const [gathered, targeting, signer] = await Promise.all([
    gather(context, receiver.id, moment, group),
    targetingRules(context.pool, receiver.id),
    context.keys.signer(receiver.id),
  ]);
  const complete = gathered.flatMap((one, index) => {
    if ('documents' in one) return [one];
    outcomes.set((group[index] as FormedFiling).received, one);
    return [];
  });
  const refused = new Set<GatheredFiling>();
  for (;;) {
    const observed = await observe(context, receiver.id, moment, complete, { earlier, refused });
    const judged = await judge(context, observed, { targeting, signer });
    const gone = firstThatTakes(complete, observed, judged, refused);
    if (gone) {
      refused.add(gone);
      continue;
    }
    for (const [index, { received }] of observed.entries()) outcomes.set(received, judged[index] ?? []);
    return judged.filter((one) => 'decision' in one);
  }
}

/**
 * The first filing that was refused although later ones of the batch were judged by what it would have taken of their heats: it
 * takes nothing, so that they are judged again without it.
 */
function firstThatTakes(
  filings: readonly GatheredFiling[],
  observed: readonly ObservedFiling[],
  judged: readonly (JudgedFiling | readonly Refusal[])[],
  known: ReadonlySet<GatheredFiling>,
): GatheredFiling | undefined {
  return filings.find((filing, index) => {
    if (known.has(filing) || 'decision' in (judged[index] ?? [])) return false;
    const things = observed[index]?.held ?? new Map();
    return observed.slice(index + 1).some(({ held }) => [...held.keys()].some((thing) => things.has(thing)));
  });
}

/** Of two filings of one number in a batch the first stands. */
function refuseRepeated(outcomes: Map<Received, Outcome>): void {
  const used = new Set<string>();
  for (const [received, outcome] of outcomes) {
    if (!('decision' in outcome)) continue;
    const key = `${received.receiver.id} ${outcome.entryNumber}`;
    if (used.has(key)) outcomes.set(received, [numberUsed(outcome.entryNumber)]);
    used.add(key);
  }
}

function numberUsed(entryNumber: string): Refusal {
  return tradeCatalogue.refuse('NODE_ENTRY_NUMBER_DUPLICATE', {
    path: '/body/entry/entryNumber',
    params: { entryNumber },
  });
}

function preparedOf(outcome: Outcome): Prepared<JudgedFiling> {
  if (!('decision' in outcome)) return { refusals: outcome };
  return { work: outcome, filing: acknowledgement(outcome) };
}

function acknowledgement({ received, entryNumber, decision, history }: JudgedFiling): FilingAcknowledged {
  return {
    entryNumber,
    filedAt: received.moment.at,
    envelope: received.digest,
    state: stateAfter(decision.outcome, history !== undefined),
    delivered: true,
    outcome: decision.outcome,
  };
}
