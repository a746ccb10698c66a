import type { OrderSummary, OrderView } from '@portolan/contract';
import type { GraphEdge, MatchFinding, OrderGraph, OrderState } from '@portolan/documents';
import type { OrderBook } from './book.ts';

/** Edges of lines that one answer shows; what is left off is counted. */
const MOST_LINE_EDGES = 1000;

/** One line of the list of orders. */
export function orderSummary({ file: { graph }, findings }: OrderBook, state: OrderState): OrderSummary {
  const own = findingsOf(findings, state, graph);
  const date = graph.nodes.find(({ id }) => id === state.order)?.date;
  return {
    id: state.order,
    number: state.number,
    buyer: state.buyer,
    seller: state.seller,
    ...(date && { date }),
    standing: state.standing,
    lines: state.lines.length,
    open: state.lines.filter(({ sums }) => sums.open !== '0').length,
    refer: own.filter(({ severity }) => severity === 'refer').length,
    warn: own.filter(({ severity }) => severity === 'warn').length,
  };
}

/** One order with the papers that lead on from it, and with the findings about them. */
export function orderView({ file: { graph }, findings }: OrderBook, state: OrderState): OrderView {
  const papers = reached(graph, state.order);
  const own = graph.edges.filter(({ from, to }) => papers.has(from.node) && papers.has(to.node));
  const whole = own.filter(isWhole);
  const lines = own.filter((edge) => !isWhole(edge));
  return {
    order: state,
    nodes: graph.nodes.filter(({ id }) => papers.has(id)),
    edges: [...whole, ...lines.slice(0, MOST_LINE_EDGES)],
    edgesLeftOff: Math.max(0, lines.length - MOST_LINE_EDGES),
    findings: findingsOf(findings, state, graph, papers),
  };
}

function isWhole({ from, to }: GraphEdge): boolean {
  return from.line === undefined && to.line === undefined;
}

/** Papers that lead on from the order, with what is above them, and no further order. */
function reached(graph: OrderGraph, order: string): Set<string> {
  const after = leadingOn(graph);
  const found = new Set([order]);
  for (const node of found) for (const next of after.get(node) ?? []) found.add(next);
  return found;
}

const leading = new WeakMap<OrderGraph, ReadonlyMap<string, readonly string[]>>();

/** The edges between papers by where they begin, made once for a book. */
function leadingOn(graph: OrderGraph): ReadonlyMap<string, readonly string[]> {
  const known = leading.get(graph);
  if (known) return known;
  const made = new Map<string, string[]>();
  for (const { from, to } of graph.edges.filter(isWhole)) {
    const list = made.get(from.node);
    if (list) list.push(to.node);
    else made.set(from.node, [to.node]);
  }
  leading.set(graph, made);
  return made;
}

/** Findings of an order: its own, and those of papers that are its own. */
function findingsOf(
  findings: readonly MatchFinding[],
  { order }: OrderState,
  graph: OrderGraph,
  papers: ReadonlySet<string> = reached(graph, order),
): MatchFinding[] {
  return findings.filter((finding) =>
    finding.order === undefined
      ? finding.sides.some(({ node }) => papers.has(node) && node !== order)
      : finding.order === order,
  );
}
