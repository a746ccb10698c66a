import { type FoundInvoiceLine, Invoices } from './invoice-lines.ts';
import { type FoundLine, OrderLines } from './order-lines.ts';
import type { Orders } from './orders.ts';
import type { Paper, PaperLine } from './paper.ts';
import type { StandingLine, StandingOrder } from './standing-order.ts';
import type { EdgeStrength } from './types.ts';

/** A line of a later paper with the order line and the invoice line that it speaks of, as far as they are known. */
export interface JoinedLine {
  readonly paper: Paper;
  readonly line: PaperLine;
  readonly order?: StandingLine;
  readonly invoice?: { readonly paper: Paper; readonly line: PaperLine };
  /** Why it belongs to the line before it: the invoice line where there is one, else the order line. */
  readonly by: string;
  readonly strength: EdgeStrength;
}

export interface LineJoins {
  /** By node and pointer of the later line. */
  readonly byEnd: ReadonlyMap<string, JoinedLine>;
  readonly ofOrderLine: (line: StandingLine) => readonly JoinedLine[];
  /** Orders that each paper names, by node; those that it names and that are not at hand or not certain. */
  readonly orders: ReadonlyMap<string, readonly StandingOrder[]>;
  readonly invoices: ReadonlyMap<string, readonly Paper[]>;
  /** Invoices whose lots the lines of a paper name, where it names no paper. */
  readonly byLot: ReadonlyMap<string, ReadonlyMap<Paper, string>>;
  /** Nodes of the packing lists. */
  readonly packing: ReadonlySet<string>;
  readonly missing: readonly MissingOrder[];
}

/** An order that a paper names, and that is not at hand, or that two buyers both call so. */
export interface MissingOrder {
  readonly paper: Paper;
  readonly number: string;
  readonly ambiguous: boolean;
}

/** Joins the lines of all later papers to order and invoice lines: one look-up a line, whatever the size of the order. */
export function joinLines(papers: readonly Paper[], orders: Orders): LineJoins {
  const joiner = new Joiner(papers, orders);
  const later = papers.filter(({ stage }) => stage !== 'order' && stage !== 'change');
  // Invoices first: later papers may reach an order only through them.
  for (const paper of later) if (paper.stage === 'invoice') joiner.join(paper);
  for (const paper of later) if (paper.stage !== 'invoice') joiner.join(paper);
  return joiner.result();
}

/** Papers that speak of invoice lines rather than of order lines, where they can. */
const invoiceFirst = new Set(['packing', 'credit']);

class Joiner {
  readonly #orders: Orders;
  readonly #invoices: Invoices;
  readonly #lines = new Map<StandingOrder, OrderLines>();
  readonly #byEnd = new Map<string, JoinedLine>();
  readonly #ofOrderLine = new Map<StandingLine, JoinedLine[]>();
  readonly #ordersOf = new Map<string, readonly StandingOrder[]>();
  readonly #invoicesOf = new Map<string, readonly Paper[]>();
  readonly #byLot = new Map<string, Map<Paper, string>>();
  readonly #packing = new Set<string>();
  readonly #missing: MissingOrder[] = [];

  constructor(papers: readonly Paper[], orders: Orders) {
    this.#orders = orders;
    this.#invoices = new Invoices(papers);
  }

  join(paper: Paper): void {
    const byNumber = this.#namedOrders(paper);
    const named = [...new Set(byNumber.values())].filter((order) => order !== undefined);
    const invoices =
      paper.stage === 'invoice'
        ? []
        : paper.invoiceNumbers.flatMap((number) => this.#invoices.named(number, paper) ?? []);
    this.#ordersOf.set(paper.id, named);
    this.#invoicesOf.set(paper.id, invoices);
    if (paper.stage === 'packing') this.#packing.add(paper.id);
    const alone = paper.lines.length === 1;
    for (const line of paper.lines) this.#joinLine(paper, line, { byNumber, named, invoices, alone });
  }

  result(): LineJoins {
    return {
      byEnd: this.#byEnd,
      ofOrderLine: (line) => this.#ofOrderLine.get(line) ?? [],
      orders: this.#ordersOf,
      invoices: this.#invoicesOf,
      byLot: this.#byLot,
      packing: this.#packing,
      missing: this.#missing,
    };
  }

  #namedOrders(paper: Paper): Map<string, StandingOrder | undefined> {
    const found = new Map<string, StandingOrder | undefined>();
    for (const number of paper.orderNumbers) {
      const orders = this.#orders.named(number, paper);
      const [order] = orders;
      if (orders.length !== 1) this.#missing.push({ paper, number, ambiguous: orders.length > 1 });
      found.set(number, orders.length === 1 ? order : undefined);
    }
    return found;
  }

  #joinLine(paper: Paper, line: PaperLine, context: Named): void {
    const joined = invoiceFirst.has(paper.stage)
      ? (this.#throughInvoice(paper, line, context) ?? this.#toOrder(paper, line, context))
      : (this.#toOrder(paper, line, context) ??
        this.#throughInvoice(paper, line, context) ??
        this.#throughLot(paper, line, context));
    if (!joined) return;
    this.#note(paper, joined, context);
    this.#byEnd.set(endKey(paper.id, line.pointer), joined);
    if (!joined.order) return;
    const known = this.#ofOrderLine.get(joined.order);
    if (known) known.push(joined);
    else this.#ofOrderLine.set(joined.order, [joined]);
  }

  #toOrder(paper: Paper, line: PaperLine, { byNumber, named, alone }: Named): JoinedLine | undefined {
    const own = line.orderNumber === undefined ? undefined : byNumber.get(line.orderNumber);
    const orders = line.orderNumber === undefined ? named : own ? [own] : [];
    const found = orders.flatMap(
      (order) => this.#linesOf(order).find(line, alone && orders.length === 1) ?? [],
    );
    const best = strongest(found);
    return best && { paper, line, order: best.line, by: best.by, strength: best.strength };
  }

  #throughInvoice(paper: Paper, line: PaperLine, { invoices, alone }: Named): JoinedLine | undefined {
    const found = invoices.length > 0 ? this.#invoices.find(invoices, line, alone) : undefined;
    return found && this.#lineOf(paper, line, found);
  }

  /** Events of a lot often name neither order nor invoice. */
  #throughLot(paper: Paper, line: PaperLine, context: Named): JoinedLine | undefined {
    if (paper.stage !== 'status' || namesAny(context)) return undefined;
    const found = this.#invoices.ofLot(line);
    return found && this.#lineOf(paper, line, found);
  }

  #note(paper: Paper, { invoice, by }: JoinedLine, context: Named): void {
    if (paper.stage !== 'status' || !invoice || namesAny(context)) return;
    const known = this.#byLot.get(paper.id) ?? new Map<Paper, string>();
    if (!known.has(invoice.paper)) known.set(invoice.paper, by);
    this.#byLot.set(paper.id, known);
  }

  #lineOf(paper: Paper, line: PaperLine, found: FoundInvoiceLine): JoinedLine {
    const order = this.#byEnd.get(endKey(found.invoice.id, found.line.pointer))?.order;
    const invoice = { paper: found.invoice, line: found.line };
    return { paper, line, ...(order && { order }), invoice, by: found.by, strength: found.strength };
  }

  #linesOf(order: StandingOrder): OrderLines {
    const known = this.#lines.get(order) ?? new OrderLines(order);
    this.#lines.set(order, known);
    return known;
  }
}

interface Named {
  readonly byNumber: ReadonlyMap<string, StandingOrder | undefined>;
  readonly named: readonly StandingOrder[];
  readonly invoices: readonly Paper[];
  readonly alone: boolean;
}

function namesAny({ named, invoices }: Named): boolean {
  return named.length > 0 || invoices.length > 0;
}

/** Lines are asked for by their place. */
export function endKey(node: string, pointer: string): string {
  return node + pointer;
}

const strengths = ['stated', 'matched', 'inferred'] as const;

/** The one found line of the greatest strength; nothing when two orders have equally good ones. */
function strongest(found: readonly FoundLine[]): FoundLine | undefined {
  for (const strength of strengths) {
    const same = found.filter((each) => each.strength === strength);
    if (same.length > 0) return same.length === 1 ? same[0] : undefined;
  }
  return undefined;
}
