import { useId, useMemo } from 'react';
import { fitText } from '../fit-text.ts';
import { Sheet } from '../frame.tsx';
import { layoutMap } from './layout.ts';
import type { MapLeg, MapStop } from './place.ts';

interface DrawingProps {
  label: string;
  stops: readonly MapStop[];
  legs: readonly MapLeg[];
}

const SIZE = [720, 400] as const;

/** The map itself; a chunk of its own, since it brings the outlines of the world along. */
export default function MapDrawing({ label, stops, legs }: DrawingProps) {
  const arrow = useId();
  const map = useMemo(() => layoutMap(stops, legs, SIZE), [stops, legs]);
  return (
    <Sheet label={label} width={SIZE[0]} height={SIZE[1]}>
      <defs>
        <marker
          id={arrow}
          viewBox="0 0 10 10"
          refX="17"
          refY="5"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0 10 5 0 10Z" className="drawn-arrow" />
        </marker>
      </defs>
      <rect className="drawn-sea" width={SIZE[0]} height={SIZE[1]} />
      <path className="drawn-grid" d={map.grid} />
      <path className="drawn-land" d={map.land} />
      {map.legs.map(({ leg, path }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same way may be taken several times
        <path key={index} className="drawn-leg" d={path} markerEnd={`url(#${arrow})`}>
          <title>{leg.words}</title>
        </path>
      ))}
      {map.marks.map(({ x, y, numbers, name, exact }) => (
        <g key={`${x} ${y}`} className={exact ? 'drawn-stop' : 'drawn-stop drawn-stop--about'}>
          <title>{name}</title>
          <circle cx={x} cy={y} r="11" />
          <text className="drawn-place" x={x + 16} y={y + 5}>
            {fitText(name, 200)}
          </text>
          <text x={x} y={y + 4} textAnchor="middle">
            {numbers.length > 1 ? `${numbers[0]}+` : numbers[0]}
          </text>
        </g>
      ))}
    </Sheet>
  );
}
