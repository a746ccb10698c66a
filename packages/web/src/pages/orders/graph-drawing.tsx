import type { GraphEdge, GraphNode } from '@portolan/contract';
import { useMemo } from 'react';
import { type GraphLayout, layoutGraph, type PlacedLine, type PlacedPaper } from './graph-layout.ts';
import { stageWords } from './words.ts';

interface DrawingProps {
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
  label: string;
  perRow: number;
}

function Paper({ placed: { node, x, y }, layout }: { placed: PlacedPaper; layout: GraphLayout }) {
  const { width, height } = layout.box;
  const number = node.number.length > 20 ? `${node.number.slice(0, 19)}…` : node.number;
  return (
    <g className={node.stage === 'order' ? 'picture-box picture-box--focus' : 'picture-box'}>
      <title>{`${stageWords[node.stage] ?? node.stage} ${node.number}`}</title>
      <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx="6" />
      <text x={x} y={y - 4} textAnchor="middle">
        {stageWords[node.stage] ?? node.stage}
      </text>
      <text x={x} y={y + 14} textAnchor="middle">
        {number}
      </text>
    </g>
  );
}

/** A line ends at the edges of its boxes; its number stands in its middle. */
function Line({ placed: { from, to, number, edge }, layout }: { placed: PlacedLine; layout: GraphLayout }) {
  const half = layout.box.height / 2;
  const down = to.y >= from.y ? 1 : -1;
  const [top, bottom] = [from.y + half * down, to.y - half * down];
  const aside = edge.strength === 'inferred' ? ' picture-line--aside' : '';
  return (
    <g className={`picture-line${aside}`}>
      <line x1={from.x} y1={top} x2={to.x} y2={bottom} />
      <circle cx={(from.x + to.x) / 2} cy={(top + bottom) / 2} r="10" />
      <text x={(from.x + to.x) / 2} y={(top + bottom) / 2 + 4} textAnchor="middle">
        {number}
      </text>
    </g>
  );
}

/** The picture of an order's papers; its table says the same. */
export function GraphDrawing({ nodes, edges, label, perRow }: DrawingProps) {
  const layout = useMemo(() => layoutGraph(nodes, edges, perRow), [nodes, edges, perRow]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      style={{ maxWidth: `${layout.width}px` }}
    >
      {layout.lines.map((placed) => (
        <Line key={placed.number} placed={placed} layout={layout} />
      ))}
      {layout.papers.map((placed) => (
        <Paper key={placed.node.id} placed={placed} layout={layout} />
      ))}
    </svg>
  );
}
