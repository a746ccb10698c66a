import type { GraphEdge, GraphNode } from '@portolan/contract';

export interface PlacedPaper {
  readonly node: GraphNode;
  readonly x: number;
  readonly y: number;
}

export interface PlacedLine {
  readonly edge: GraphEdge;
  readonly number: number;
  readonly from: PlacedPaper;
  readonly to: PlacedPaper;
}

export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly box: { readonly width: number; readonly height: number };
  readonly papers: readonly PlacedPaper[];
  readonly lines: readonly PlacedLine[];
}

const box = { width: 170, height: 48 };
const gap = { x: 30, y: 46 };

/** Edges between whole papers: lines of papers are in the sums above. */
export function paperEdges(edges: readonly GraphEdge[]): GraphEdge[] {
  return edges.filter(({ from, to }) => from.line === undefined && to.line === undefined);
}

/** Stations from top to bottom in their order, papers of one station side by side, at most `perRow` in a row. */
export function layoutGraph(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  perRow: number,
): GraphLayout {
  const rows: GraphNode[][] = [];
  for (const node of nodes) {
    const last = rows.at(-1);
    if (last && last[0]?.stage === node.stage && last.length < perRow) last.push(node);
    else rows.push([node]);
  }
  const width = perRow * (box.width + gap.x) + gap.x;
  const papers = rows.flatMap((row, at) =>
    row.map((node, column) => ({
      node,
      x: (width * (column + 1)) / (row.length + 1),
      y: gap.y / 2 + box.height / 2 + at * (box.height + gap.y),
    })),
  );
  const byId = new Map(papers.map((paper) => [paper.node.id, paper]));
  const lines = paperEdges(edges).flatMap((edge, index) => {
    const [from, to] = [byId.get(edge.from.node), byId.get(edge.to.node)];
    return from && to ? [{ edge, number: index + 1, from, to }] : [];
  });
  return { width, height: rows.length * (box.height + gap.y) + gap.y / 2, box, papers, lines };
}
