import { byText } from '../compare/order.ts';
import type { Edges } from './edges.ts';
import type { Filing } from './filings.ts';
import type { Paper } from './paper.ts';
import { orderStageRank } from './stage.ts';
import type { GraphNode, OrderGraph } from './types.ts';

/** Papers and filings as nodes, by station, date and number; and which of them no order speaks for. */
export function graphNodes(
  papers: readonly Paper[],
  filings: readonly Filing[],
  edges: Edges,
): Pick<OrderGraph, 'nodes' | 'loose'> {
  const nodes = [...papers.map(paperNode), ...filings.flatMap(filingNodes)];
  const sorted = nodes
    .map((node) => ({ node, key: nodeKey(node) }))
    .sort((left, right) => byText(left.key, right.key))
    .map(({ node }) => node);
  const reached = reachedFromOrders(papers, edges);
  return { nodes: sorted, loose: sorted.filter(({ id }) => !reached.has(id)).map(({ id }) => id) };
}

function paperNode({ id, stage, item, number, author, date, lines, others }: Paper): GraphNode {
  return {
    id,
    stage,
    type: item.type,
    number,
    ...(author && { author }),
    ...(date && { date }),
    lines: lines.length,
    ...(others.length > 0 && { others: [...others].sort(byText) }),
  };
}

function filingNodes({ records }: Filing): GraphNode[] {
  return records.map(({ id, stage, entryNumber, date, lines = [] }) => ({
    id,
    stage,
    type: stage,
    number: entryNumber,
    date,
    lines: lines.length,
  }));
}

function nodeKey({ stage, date = '', number, id }: GraphNode): string {
  return [String(orderStageRank(stage)).padStart(2, '0'), date, number, id].join('\n');
}

/** Everything that is joined to an order, in whatever direction. */
function reachedFromOrders(papers: readonly Paper[], edges: Edges): Set<string> {
  const waiting = papers.filter(({ stage }) => stage === 'order').map(({ id }) => id);
  const reached = new Set(waiting);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop())
    for (const next of [...edges.after(node), ...edges.before(node)])
      if (!reached.has(next)) {
        reached.add(next);
        waiting.push(next);
      }
  return reached;
}
