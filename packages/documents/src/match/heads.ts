import { compareParties } from '../compare/party.ts';
import type { OrderFile } from '../graph/order-graph.ts';
import type { Paper } from '../graph/paper.ts';
import type { StandingOrder } from '../graph/standing-order.ts';
import type { NamedParty } from '../schema/named-party.ts';
import type { MatchFinding, MatchKind } from './finding.ts';
import { sideOf } from './side.ts';

/** What the heads of the papers say of the order as a whole: parties, currency, Incoterm, cancellation. */
export function headFindings(file: OrderFile, order: StandingOrder): MatchFinding[] {
  const papers = file.papers.filter(({ id }) => file.joins.orders.get(id)?.includes(order));
  return papers.flatMap((paper) => [
    ...cancelled(order, paper),
    ...differing(order, paper, 'currency', 'currency-mismatch', 'currency', [
      'invoice',
      'confirmation',
      'credit',
    ]),
    ...incoterms(order, paper),
    ...parties(order, paper),
  ]);
}

const goods = new Set(['invoice', 'packing', 'despatch', 'transport']);

function cancelled({ order, cancelledBy }: StandingOrder, paper: Paper): MatchFinding[] {
  if (!cancelledBy || !goods.has(paper.stage)) return [];
  const sides = [sideOf(cancelledBy, '', 'cancelled'), sideOf(paper, '', paper.number)];
  const message = `Order ${order.number} was cancelled by ${sides[0]?.place}, but ${sides[1]?.place} has goods of it.`;
  const mend =
    'Ask the buyer whether the goods are wanted, and refuse them or reinstate the order before they are entered.';
  return [{ kind: 'order-cancelled', severity: 'refer', order: order.id, sides, message, mend }];
}

function differing(
  { order }: StandingOrder,
  paper: Paper,
  field: string,
  kind: MatchKind,
  words: string,
  stages: readonly string[],
): MatchFinding[] {
  const [left, right] = [valueAt(order, field), valueAt(paper, field)];
  if (!stages.includes(paper.stage) || !left || !right || left === right) return [];
  const sides = [sideOf(order, `/${field}`), sideOf(paper, `/${field}`)];
  const message = `The ${words} differs: ${sides[0]?.place} says ${left}, but ${sides[1]?.place} says ${right}.`;
  const mend = 'Ask the seller for a corrected invoice, or the buyer for a changed order.';
  return [{ kind, severity: 'refer', order: order.id, sides, message, mend }];
}

function valueAt({ item }: Paper, field: string): string | undefined {
  const value = (item.document as unknown as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : undefined;
}

interface Term {
  readonly code: string;
}

/** The rule decides who pays freight and insurance, and so the value of the goods; a change may have changed it. */
function incoterms({ order, changes }: StandingOrder, paper: Paper): MatchFinding[] {
  if (paper.stage !== 'invoice' && paper.stage !== 'confirmation') return [];
  const from = [...changes].reverse().find((change) => termOf(change)) ?? order;
  const [left, right] = [termOf(from), termOf(paper)];
  if (!left || !right || left.code === right.code) return [];
  const sides = [sideOf(from, '/incoterm/code'), sideOf(paper, '/incoterm/code')];
  const message = `The Incoterm differs: ${sides[0]?.place} says ${left.code}, but ${sides[1]?.place} says ${right.code}.`;
  const mend =
    'Ask the seller for a corrected invoice, or the buyer for a changed order: the term decides which charges the price contains.';
  return [{ kind: 'incoterm-drift', severity: 'refer', order: order.id, sides, message, mend }];
}

function termOf({ item }: Paper): Term | undefined {
  return (item.document as { incoterm?: Term }).incoterm;
}

interface Role {
  readonly stages: readonly string[];
  readonly order: readonly string[];
  readonly later: readonly string[];
  readonly kind: MatchKind;
  readonly severity: MatchFinding['severity'];
  readonly words: string;
}

const roles: readonly Role[] = [
  {
    stages: ['invoice', 'confirmation', 'credit'],
    order: ['buyer'],
    later: ['buyer'],
    kind: 'party-mismatch',
    severity: 'refer',
    words: 'buyer',
  },
  {
    stages: ['invoice', 'confirmation', 'credit'],
    order: ['seller'],
    later: ['seller'],
    kind: 'party-mismatch',
    severity: 'refer',
    words: 'seller',
  },
  {
    stages: ['packing', 'despatch', 'transport'],
    order: ['shipTo', 'buyer'],
    later: ['consignee'],
    kind: 'consignee-mismatch',
    severity: 'warn',
    words: 'consignee',
  },
];

/** A consignee may be who the goods go to or who buys them; a party is another one when neither is meant. */
function parties({ order }: StandingOrder, paper: Paper): MatchFinding[] {
  return roles.flatMap(({ stages, order: left, later: right, kind, severity, words }) => {
    if (!stages.includes(paper.stage)) return [];
    const ordered = left.flatMap((name) => partyAt(order, name) ?? []);
    const [found] = right.flatMap((name) => partyAt(paper, name) ?? []);
    if (!found || ordered.length === 0 || ordered.some((party) => isSame(party, found))) return [];
    const sides = [
      sideOf(order, `/${left.find((name) => partyAt(order, name))}`),
      sideOf(paper, `/${right[0]}`),
    ];
    const message = `The ${words} differs: ${sides[0]?.place} says ${sides[0]?.value}, but ${sides[1]?.place} says ${sides[1]?.value}.`;
    const mend = 'Have one of the two papers corrected, or add an identifier that shows that both are one.';
    return [{ kind, severity, order: order.id, sides, message, mend }];
  });
}

function partyAt({ item }: Paper, name: string): NamedParty | undefined {
  return (item.document as unknown as Record<string, NamedParty | undefined>)[name];
}

function isSame(left: NamedParty, right: NamedParty): boolean {
  const { kind } = compareParties(left, right);
  return kind === 'same' || kind === 'renamed';
}
