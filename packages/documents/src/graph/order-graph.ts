import { Decimal } from '@portolan/kernel';
import type { Evidence } from '../evidence.ts';
import { versionsOf } from '../link/versions.ts';
import { arrivedNodes } from './arrivals.ts';
import { documentEdges, filingEdges, lineEdges } from './draw.ts';
import { Edges } from './edges.ts';
import type { FilingRecord } from './filing-record.ts';
import { type EnteredLine, enteredByLine, enteredLines, type Filing, filingsOf } from './filings.ts';
import { joinLines, type LineJoins } from './line-joins.ts';
import { lineState } from './line-state.ts';
import { graphNodes } from './nodes.ts';
import { Orders } from './orders.ts';
import { type Paper, paperOf } from './paper.ts';
import { standingOf } from './standing.ts';
import type { StandingOrder } from './standing-order.ts';
import { joinTransport } from './transport-joins.ts';
import type { OrderGraph, OrderState } from './types.ts';

/** The graph with what it was made from, for the match and for whoever derives fields from it. */
export interface OrderFile {
  readonly graph: OrderGraph;
  readonly papers: readonly Paper[];
  readonly orders: readonly StandingOrder[];
  readonly joins: LineJoins;
  readonly filings: readonly Filing[];
  readonly entered: readonly EnteredLine[];
  readonly edges: Edges;
}

/**
 * One graph from order to liquidation: which papers and which of their lines speak of the same goods, and how much of each
 * order line is confirmed, invoiced, packed, shipped, arrived, entered and still open. Many to many; copies and versions of
 * a paper count once; the result does not depend on the order of the evidence. Time grows with the number of lines.
 */
export function orderGraph(evidence: readonly Evidence[], filings: readonly FilingRecord[] = []): OrderGraph {
  return orderFile(evidence, filings).graph;
}

/** The graph and what it was made from. */
export function orderFile(evidence: readonly Evidence[], records: readonly FilingRecord[] = []): OrderFile {
  const papers = versionsOf(evidence).flatMap(
    ({ taken, others }) =>
      paperOf(
        taken,
        others.map(({ digest }) => digest),
      ) ?? [],
  );
  const orders = new Orders(papers);
  const joins = joinLines(papers, orders);
  const filings = filingsOf(records);
  const entered = enteredLines(filings, papers, joins);
  const edges = new Edges();
  documentEdges(papers, orders.all, joins, edges);
  joinTransport(papers, joins, edges);
  filingEdges(filings, papers, entered, edges);
  lineEdges(orders.all, joins, edges);
  const states = orderStates({ papers, orders: orders.all, joins, filings, entered, edges });
  const graph = { ...graphNodes(papers, filings, edges), edges: edges.all(), orders: states };
  return { graph, papers, orders: orders.all, joins, filings, entered, edges };
}

function orderStates(file: Omit<OrderFile, 'graph'>): OrderState[] {
  const { papers, joins, edges } = file;
  const transports = new Set(papers.filter(({ stage }) => stage === 'transport').map(({ id }) => id));
  const arrived = arrivedNodes(papers, file.filings, edges);
  const sums = enteredByLine(file.entered);
  const confirming = confirmationsOf(papers, joins);
  const shared = {
    edges,
    arrived,
    isTransport: (node: string) => transports.has(node),
    invoicesOf: (node: string) => joins.invoices.get(node),
  };
  return file.orders.map((order) => {
    const confirmations = confirming.get(order) ?? [];
    const lines = order.lines.map((line) =>
      lineState(line, joins.ofOrderLine(line), {
        ...shared,
        confirmations,
        entered: sums.get(line) ?? Decimal.zero,
      }),
    );
    return {
      order: order.order.id,
      number: order.order.number,
      buyer: order.order.buyer?.name ?? '',
      seller: order.order.seller?.name ?? '',
      standing: standingOf(order, lines),
      lines,
    };
  });
}

function confirmationsOf(papers: readonly Paper[], joins: LineJoins): Map<StandingOrder, Paper[]> {
  const found = new Map<StandingOrder, Paper[]>();
  for (const paper of papers)
    if (paper.stage === 'confirmation')
      for (const order of joins.orders.get(paper.id) ?? [])
        found.set(order, [...(found.get(order) ?? []), paper]);
  return found;
}
