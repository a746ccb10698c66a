import type { Picture } from '@portolan/parties';
import { useId, useMemo } from 'react';
import { type Layout, layoutPicture, type PlacedEdge, type PlacedNode } from './layout.ts';
import type { Outcomes } from './whole.ts';

interface DrawingProps {
  picture: Picture;
  focus: string;
  outcomes: Outcomes;
  label: string;
  /** Boxes in a row: four on a wide page, two on a narrow one. */
  perRow: number;
}

function Box({ node, layout, focus }: { node: PlacedNode; layout: Layout; focus: boolean }) {
  const { width, height } = layout.box;
  const top = node.lines.length > 1 ? node.y - 4 : node.y + 5;
  return (
    <g className={focus ? 'picture-box picture-box--focus' : 'picture-box'}>
      <title>{node.name}</title>
      <rect x={node.x - width / 2} y={node.y - height / 2} width={width} height={height} rx="6" />
      {node.lines.map((line, index) => (
        <text key={line} x={node.x} y={top + index * 17} textAnchor="middle">
          {line}
        </text>
      ))}
    </g>
  );
}

/** Lines that count are drawn through, those set aside are dashed, control is thick: no colour is needed to tell them apart. */
function lineClass({ edge }: PlacedEdge, outcomes: Outcomes): string {
  if (edge.relation === 'controls') return 'picture-line picture-line--controls';
  const outcome = edge.by === undefined ? undefined : outcomes.get(edge.by);
  return outcome?.counts ? 'picture-line' : 'picture-line picture-line--aside';
}

function Line({ placed, outcomes, arrow }: { placed: PlacedEdge; outcomes: Outcomes; arrow: string }) {
  const { from, to, label, number } = placed;
  return (
    <g className={lineClass(placed, outcomes)}>
      <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} markerEnd={`url(#${arrow})`} />
      <circle cx={label.x} cy={label.y} r="10" />
      <text x={label.x} y={label.y + 4} textAnchor="middle">
        {number}
      </text>
    </g>
  );
}

/** The picture itself; its table says the same. */
export function Drawing({ picture, focus, outcomes, label, perRow }: DrawingProps) {
  const arrow = useId();
  const layout = useMemo(() => layoutPicture(picture, focus, perRow), [picture, focus, perRow]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      style={{ maxWidth: `${layout.width}px` }}
    >
      <defs>
        <marker
          id={arrow}
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0 10 5 0 10Z" className="picture-arrow" />
        </marker>
      </defs>
      {layout.edges.map((placed) => (
        <Line key={placed.number} placed={placed} outcomes={outcomes} arrow={arrow} />
      ))}
      {layout.nodes.map((node) => (
        <Box key={node.id} node={node} layout={layout} focus={node.id === focus} />
      ))}
    </svg>
  );
}
