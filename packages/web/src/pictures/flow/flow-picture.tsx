import { type ReactNode, useMemo } from 'react';
import { counted } from '../../format/numbers.ts';
import { fitText } from '../fit-text.ts';
import { PictureFrame, Sheet } from '../frame.tsx';
import { type FlowLink, type FlowNode, layoutFlow } from './layout.ts';

export type { FlowLink, FlowNode } from './layout.ts';

interface FlowPictureProps {
  label: string;
  nodes: readonly FlowNode[];
  links: readonly FlowLink[];
  table: ReactNode;
}

const ROOM = 136;

/** What flows from where to where: bands as thick as their amounts, from left to right. */
export function FlowPicture({ label, nodes, links, table }: FlowPictureProps) {
  const flow = useMemo(() => layoutFlow(nodes, links), [nodes, links]);
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const legend = flow.left.length > 0 && (
    <>{counted(flow.left.length, 'flow')} that would run backward: in the table only.</>
  );
  return (
    <PictureFrame label={label} legend={legend} table={table}>
      <Sheet label={`${label}; the table says the same`} width={flow.width} height={flow.height}>
        {flow.bands.map(({ link, path, thickness }, index) => (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: two lots may be joined by several steps
            key={`${link.from} ${link.to} ${index}`}
            className="drawn-band"
            d={path}
            strokeWidth={thickness}
          >
            <title>{`${names.get(link.from)} → ${names.get(link.to)}: ${link.words}`}</title>
          </path>
        ))}
        {flow.nodes.map(({ id, name, tone = 'plain', x, y, width, height }) => (
          <g key={id} className={`drawn-node drawn-node--${tone}`}>
            <title>{name}</title>
            <rect x={x} y={y} width={width} height={height} />
            <text x={x + width + 6} y={y + height / 2 + 5}>
              {fitText(name, ROOM)}
            </text>
          </g>
        ))}
      </Sheet>
    </PictureFrame>
  );
}
