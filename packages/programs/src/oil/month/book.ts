import { inForce } from '@portolan/filing';
import { instant } from '@portolan/kernel';
import { type Amount, replay, type TraceState } from '@portolan/traceability';
import type { Signed } from '../../signed.ts';
import { allocationPolicies } from '../facts/policies.ts';
import { StatusBook } from '../status/status-book.ts';
import { flowId } from '../stream/events.ts';
import { ofLine } from '../stream/of-line.ts';
import { paperEvents } from '../stream/paper-events.ts';
import { type LinePapers, linePapers } from '../stream/papers.ts';
import { narrowedTransfers } from '../title/narrowed.ts';
import { type TitleBook, titleBook } from '../title/title-book.ts';
import { Volumes } from '../title/volumes.ts';
import { type BorderTickets, borderTickets } from './border-tickets.ts';
import { daysOfMonth, type MeterDay } from './days.ts';
import type { LineMonthInput } from './input.ts';

/** Everything that the papers of a month come to, before it is laid out by day and owner. */
export interface MonthBook {
  readonly input: LineMonthInput;
  readonly days: readonly MeterDay[];
  readonly from: string;
  readonly to: string;
  readonly papers: LinePapers;
  readonly byDigest: ReadonlyMap<string, Signed>;
  readonly border: BorderTickets;
  readonly title: TitleBook;
  readonly trace: TraceState;
  readonly status: StatusBook;
  readonly volumes: Volumes;
  /** Barrels at 60 °F of a ticket. */
  readonly barrels: (digest: string) => Amount;
  readonly nameOf: (did: string) => string;
}

/** Reads the papers that were known by then. A paper of the future changes nothing that was decided before it. */
export function openBook(input: LineMonthInput): MonthBook {
  const { at, month, profile, tables } = input;
  const now = instant(at);
  const known = input.signed.filter(({ knownAt }) => knownAt <= now);
  const papers = ofLine(linePapers(known), profile);
  const days = daysOfMonth(month, profile.zone, profile.dayBegins);
  const volumes = new Volumes(papers, tables, days[0]?.day ?? '');
  const border = borderTickets(papers.tickets.papers, profile);
  const trace = replay([...paperEvents(moving(papers), tables).values()].flatMap(({ events }) => events));
  const title = titleBook(
    withoutStrangers(papers, trace),
    volumes,
    {
      profile,
      filed: input.filed,
      allocations: papers.allocations.papers,
      corrections: new Set(narrowedTransfers(papers).keys()),
      crossed: Map.groupBy(border.counted, ({ batch }) => batch),
      policy:
        inForce(tables.allocation, days[0]?.day ?? '') ??
        (allocationPolicies[0] as (typeof allocationPolicies)[0]),
    },
    input.partial === true,
  );
  return {
    ...{ input, days, papers, border, title, trace, volumes },
    from: days[0]?.from ?? '',
    to: days.at(-1)?.to ?? '',
    byDigest: new Map(known.map((paper) => [paper.digest, paper])),
    status: new StatusBook(trace, papers.blends, tables),
    barrels: (digest) => title.tickets.get(digest) ?? 0n,
    nameOf: (did) => title.names.get(did) ?? did,
  };
}

/** Productions and blends of who neither holds nor owns the stock that they fill or take from: they give nobody title. */
function withoutStrangers(papers: LinePapers, { refused }: TraceState): LinePapers {
  const strangers = new Set(
    [...refused].flatMap(([event, refusals]) =>
      refusals.some(({ code }) => code === 'TRACE_NOT_HOLDER') ? [event] : [],
    ),
  );
  if (strangers.size === 0) return papers;
  const holds = ({ digest }: Signed) => !strangers.has(flowId(digest));
  return {
    ...papers,
    production: { ...papers.production, papers: papers.production.papers.filter(holds) },
    blends: papers.blends.filter(holds),
  };
}

/** Papers that move lots; title by quantity has accounts of its own. */
function moving({ blends, custody, production, tickets }: LinePapers): Signed[] {
  const standing: Signed[] = [...production.papers, ...tickets.papers, ...blends, ...custody];
  // What was corrected is out already: the event that took its place needs to name none.
  return standing.map((paper) =>
    'corrects' in paper.document
      ? ({ ...paper, document: withoutCorrection(paper.document) } as Signed)
      : paper,
  );
}

function withoutCorrection(document: Signed['document']): Signed['document'] {
  const { corrects: _, ...rest } = document as Signed['document'] & { readonly corrects?: unknown };
  return rest as Signed['document'];
}
