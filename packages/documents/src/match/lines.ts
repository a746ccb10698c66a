import { Decimal } from '@portolan/kernel';
import type { JoinedLine } from '../graph/line-joins.ts';
import type { OrderFile } from '../graph/order-graph.ts';
import { inUnit, quantityIn } from '../graph/quantity-in.ts';
import type { StandingLine, StandingOrder } from '../graph/standing-order.ts';
import type { OrderLineState } from '../graph/types.ts';
import type { MatchFinding, MatchKind, MatchSide } from './finding.ts';
import type { Tolerances } from './policy.ts';
import { orderedSide, shownQuantity, sideOf } from './side.ts';
import { isOver, isUnder, isWithin } from './within.ts';

interface LineCase {
  readonly order: StandingOrder;
  readonly line: StandingLine;
  readonly state: OrderLineState;
  readonly joined: readonly JoinedLine[];
  readonly tolerances: Tolerances;
}

/** Everything that can be wrong with one order line: its quantities at each station, its price, its invoices. */
export function lineFindings(
  file: OrderFile,
  order: StandingOrder,
  states: readonly OrderLineState[],
  tolerances: Tolerances,
): MatchFinding[] {
  return order.lines.flatMap((line, index) => {
    const state = states[index];
    const joined = file.joins.ofOrderLine(line);
    if (!state || joined.length === 0) return [];
    const each = { order, line, state, joined, tolerances };
    const cancelled = cancelledLine(each);
    if (cancelled.length > 0) return cancelled;
    return [
      ...shipped(each),
      ...invoiced(each),
      ...packedAgainstInvoice(each),
      ...prices(each),
      ...units(each),
      ...answers(each),
      ...entered(each),
    ];
  });
}

const goods = new Set(['invoice', 'packing', 'despatch', 'transport']);

function cancelledLine({ order, line, joined }: LineCase): MatchFinding[] {
  const later = joined.find(({ paper }) => goods.has(paper.stage));
  if (!line.cancelled || order.cancelledBy || !later) return [];
  const sides = [orderedSide(line, 'cancelled'), sideOf(later.paper, later.line.pointer, shown(later))];
  return [
    finding(
      'line-cancelled',
      'refer',
      line,
      sides,
      `Line ${line.number} of order ${line.order.number} was cancelled, but ${sides[1]?.place} has goods of it.`,
      'Ask the buyer whether the goods are wanted, and refuse or reorder them before they are entered.',
    ),
  ];
}

function shipped({ line, state, joined, tolerances }: LineCase): MatchFinding[] {
  const [ordered, amount] = [Decimal.of(state.sums.ordered), Decimal.of(state.sums.shipped)];
  const by =
    joined.find(({ paper }) => paper.stage === 'despatch' || paper.stage === 'transport') ??
    joined.find(({ paper }) => paper.stage === 'packing' || paper.stage === 'invoice');
  if (!by || amount.isZero()) return [];
  const total = `${plain(amount)} ${state.unit}`;
  const sides = [orderedSide(line), sideOf(by.paper, by.line.pointer, total)];
  if (isOver(amount, ordered, tolerances.over))
    return [
      finding(
        'over-shipment',
        'refer',
        line,
        sides,
        `${total} of line ${line.number} was shipped, but only ${shownQuantity(line)} was ordered; the client allows ${tolerances.over} percent more.`,
        'Have the buyer accept the rest by a change of the order, or leave it out of the entry.',
      ),
    ];
  if (isUnder(amount, ordered, tolerances.under))
    return [
      finding(
        'part-shipment',
        'info',
        line,
        sides,
        `${total} of ${shownQuantity(line)} of line ${line.number} is shipped; the rest is open.`,
        'Nothing is needed while the rest may follow.',
      ),
    ];
  return [];
}

function invoiced({ line, state, joined, tolerances }: LineCase): MatchFinding[] {
  const invoices = joined.filter(({ paper }) => paper.stage === 'invoice');
  const [ordered, amount] = [Decimal.of(state.sums.ordered), Decimal.of(state.sums.invoiced)];
  const [first] = invoices;
  if (!first) return [];
  const papers = new Set(invoices.map(({ paper }) => paper.number));
  const sides = [
    orderedSide(line),
    ...invoices.map(({ paper, line: { pointer } }) => sideOf(paper, `${pointer}/quantity`)),
  ];
  const over = isOver(amount, ordered, tolerances.over);
  if (papers.size > 1)
    return [
      finding(
        'second-invoice',
        over ? 'refer' : 'info',
        line,
        sides,
        `${papers.size} invoices (${[...papers].join(', ')}) bill line ${line.number} of order ${line.order.number}: ${plain(amount)} ${state.unit} of ${shownQuantity(line)}${over ? ', more than was ordered' : ''}.`,
        over
          ? 'Ask the seller which invoice counts, and have the other one credited.'
          : 'Nothing is needed when each invoice bills a part of its own.',
      ),
    ];
  if (!over) return [];
  return [
    finding(
      'over-invoiced',
      'refer',
      line,
      sides,
      `${plain(amount)} ${state.unit} of line ${line.number} is invoiced, but only ${shownQuantity(line)} was ordered.`,
      'Ask the seller for a corrected invoice or a credit note, or the buyer for a changed order.',
    ),
  ];
}

/** What one invoice bills and what its packing lists count. */
function packedAgainstInvoice({ line, state, joined }: LineCase): MatchFinding[] {
  return joined
    .filter(({ paper }) => paper.stage === 'invoice')
    .flatMap((billed) => {
      const counted = joined
        .filter(({ invoice }) => invoice?.line === billed.line)
        .filter(({ paper }) => paper.stage === 'packing');
      const amounts = counted.flatMap(({ line: packed }) => quantityIn(state.unit, packed) ?? []);
      const bill = quantityIn(state.unit, billed.line);
      const [first] = counted;
      if (!bill || !first || amounts.length < counted.length) return [];
      const sum = amounts.reduce((total, amount) => total.plus(amount), Decimal.zero);
      if (isWithin(sum, bill, '0')) return [];
      const sides = [
        sideOf(billed.paper, `${billed.line.pointer}/quantity`),
        sideOf(first.paper, `${first.line.pointer}/quantity`, `${plain(sum)} ${state.unit}`),
      ];
      const what = sum.gt(bill) ? 'More' : 'Less';
      return [
        finding(
          'quantity-drift',
          'refer',
          line,
          sides,
          `${what} is packed than is invoiced: ${sides[0]?.place} says ${sides[0]?.value}, but ${sides[1]?.place} says ${sides[1]?.value}.`,
          'Count again, and have the invoice or the packing list corrected before filing.',
        ),
      ];
    });
}

function prices({ line, joined, tolerances }: LineCase): MatchFinding[] {
  const { priced, quantity } = line;
  if (!priced.unitPrice) return [];
  return joined.flatMap(({ paper, line: later }) => {
    const price = paper.stage === 'invoice' || paper.stage === 'confirmation' ? priceOf(later) : undefined;
    if (!price || price.unitPrice.currency !== priced.unitPrice?.currency) return [];
    const leftPer = inUnit(priced.priceQuantity ?? { value: '1', unit: quantity.unit }, quantity.unit);
    const rightPer = inUnit(
      price.priceQuantity ?? { value: '1', unit: later.quantity?.unit ?? quantity.unit },
      quantity.unit,
    );
    // Prices for a and b units are compared by the product with the other's quantity: nothing is divided, nothing rounded.
    if (!leftPer || !rightPer) return [];
    const left = Decimal.of(priced.unitPrice?.amount ?? '0').times(rightPer);
    const right = Decimal.of(price.unitPrice.amount).times(leftPer);
    if (isWithin(right, left, tolerances.price)) return [];
    const sides = [
      orderedSide(line, shownMoney(priced.unitPrice)),
      sideOf(paper, `${later.pointer}/unitPrice`),
    ];
    return [
      finding(
        'price-drift',
        'refer',
        line,
        sides,
        `The unit price of line ${line.number} differs: ordered at ${sides[0]?.value}, but ${sides[1]?.place} says ${sides[1]?.value}.`,
        'Ask the seller for a corrected invoice, or the buyer for a changed order.',
      ),
    ];
  });
}

interface Price {
  readonly unitPrice: { amount: string; currency: string };
  readonly priceQuantity?: { value: string; unit: string };
}

function priceOf(line: JoinedLine['line']): Price | undefined {
  const price = line as unknown as Partial<Price>;
  return price.unitPrice ? (price as Price) : undefined;
}

function shownMoney(money: Price['unitPrice'] | undefined): string {
  return `${money?.amount} ${money?.currency}`;
}

function units({ line, state, joined }: LineCase): MatchFinding[] {
  return state.unlike.flatMap(({ at, quantity }) => {
    const paper = joined.find((each) => each.paper.id === at.node)?.paper;
    if (!paper) return [];
    const sides = [orderedSide(line), sideOf(paper, `${at.line}/quantity`)];
    return [
      finding(
        'unit-mismatch',
        'warn',
        line,
        sides,
        `Line ${line.number} is ordered in ${line.quantity.unit}, but ${sides[1]?.place} counts ${quantity.unit}: the two cannot be compared.`,
        'Give both quantities in units of one kind, or add the net weight.',
      ),
    ];
  });
}

/** What the seller confirmed less than was ordered. */
function answers({ line, state, joined }: LineCase): MatchFinding[] {
  const answer = joined.find(({ paper }) => paper.stage === 'confirmation');
  const [ordered, confirmed] = [Decimal.of(state.sums.ordered), Decimal.of(state.sums.confirmed)];
  if (!answer || confirmed.gte(ordered)) return [];
  const sides = [
    orderedSide(line),
    sideOf(answer.paper, answer.line.pointer, `${plain(confirmed)} ${state.unit}`),
  ];
  return [
    finding(
      'not-confirmed',
      'warn',
      line,
      sides,
      `The seller confirmed ${plain(confirmed)} ${state.unit} of line ${line.number}, ordered were ${shownQuantity(line)}.`,
      'Change the order to what is confirmed, or ask the seller for the rest.',
    ),
  ];
}

function entered({ line, state }: LineCase): MatchFinding[] {
  const [shippedAmount, amount] = [Decimal.of(state.sums.shipped), Decimal.of(state.sums.entered)];
  if (amount.isZero() || shippedAmount.isZero() || !isOver(amount, shippedAmount, '0')) return [];
  return [
    finding(
      'entered-too-much',
      'refer',
      line,
      [orderedSide(line)],
      `${plain(amount)} ${state.unit} of line ${line.number} is entered, but only ${plain(shippedAmount)} ${state.unit} was shipped.`,
      'Correct the entry, or add the papers of the rest.',
    ),
  ];
}

function shown({ line }: JoinedLine): string {
  return line.quantity ? `${line.quantity.value} ${line.quantity.unit}` : 'goods';
}

/** As people read it, without the digits that only a conversion made. */
function plain(value: Decimal): string {
  return value.round(6, 'half-up').toString();
}

function finding(
  kind: MatchKind,
  severity: MatchFinding['severity'],
  line: StandingLine,
  sides: readonly MatchSide[],
  message: string,
  mend: string,
): MatchFinding {
  return { kind, severity, order: line.order.id, line: line.number, sides: [...sides], message, mend };
}
