import { type ReactNode, useId, useMemo } from 'react';
import { counted } from '../../format/numbers.ts';
import { fitText } from '../fit-text.ts';
import { PictureFrame, Sheet } from '../frame.tsx';
import { layoutTree, type TreeLink, type TreeNode } from './layout.ts';

export type { TreeLink, TreeNode } from './layout.ts';

interface TreePictureProps {
  label: string;
  nodes: readonly TreeNode[];
  links: readonly TreeLink[];
  table: ReactNode;
}

/** A family from left to right: what something came from, itself, and what it became. */
export function TreePicture({ label, nodes, links, table }: TreePictureProps) {
  const arrow = useId();
  const tree = useMemo(() => layoutTree(nodes, links), [nodes, links]);
  const { box } = tree;
  const legend = `From left to right: what it came from, the lot itself (thick frame), what it became.${
    tree.left > 0 ? ` The nearest are drawn; ${counted(tree.left, 'further lot')} in the table only.` : ''
  }`;
  return (
    <PictureFrame label={label} legend={legend} table={table}>
      <Sheet label={`${label}; the table says the same`} width={tree.width} height={tree.height}>
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
            <path d="M0 0 10 5 0 10Z" className="drawn-arrow" />
          </marker>
        </defs>
        {tree.paths.map(({ link, path }, index) => (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: two lots may be joined by several steps
            key={`${link.from} ${link.to} ${index}`}
            className="drawn-line"
            d={path}
            markerEnd={`url(#${arrow})`}
          />
        ))}
        {tree.nodes.map(({ id, name, words, generation, x, y }) => (
          <g key={id} className={generation === 0 ? 'drawn-box drawn-box--focus' : 'drawn-box'}>
            <title>{`${name}: ${words}`}</title>
            <rect x={x} y={y} width={box.width} height={box.height} rx="6" />
            <text x={x + 10} y={y + 20}>
              {fitText(name, box.width - 20)}
            </text>
            <text x={x + 10} y={y + 38} className="drawn-small">
              {fitText(words, box.width)}
            </text>
          </g>
        ))}
      </Sheet>
    </PictureFrame>
  );
}
