import { type ReactNode, useMemo } from 'react';
import { counted } from '../../format/numbers.ts';
import { fitText } from '../fit-text.ts';
import { PictureFrame, Sheet } from '../frame.tsx';
import { layoutTime, type TimeLane, type TimeMark } from './layout.ts';

export type { TimeLane, TimeMark } from './layout.ts';

interface TimePictureProps {
  label: string;
  lanes: readonly TimeLane[];
  table: ReactNode;
}

function Mark({ mark, y }: { mark: TimeMark & { readonly x: number }; y: number }) {
  const title = <title>{`${mark.at}: ${mark.words}`}</title>;
  if (mark.tone === 'measured')
    return (
      <rect className="drawn-mark" x={mark.x - 6} y={y - 6} width="12" height="12">
        {title}
      </rect>
    );
  if (mark.tone === 'refused')
    return (
      <path className="drawn-cross" d={`M${mark.x - 6} ${y - 6}l12 12m0 -12l-12 12`}>
        {title}
      </path>
    );
  return (
    <circle className="drawn-mark" cx={mark.x} cy={y} r="6">
      {title}
    </circle>
  );
}

/** What happened to each of several things, on one axis of time. */
export function TimePicture({ label, lanes, table }: TimePictureProps) {
  const time = useMemo(() => layoutTime(lanes), [lanes]);
  const legend = `Times are UTC. A dot is a step, a square a measurement, a cross what was refused.${
    time.left > 0 ? ` ${counted(time.left, 'further lot')} in the table only.` : ''
  }`;
  return (
    <PictureFrame label={label} legend={legend} table={table}>
      <Sheet label={`${label}; the table says the same`} width={time.width} height={time.height}>
        {time.ticks.map(({ x, words }) => (
          <g key={x} className="drawn-tick">
            <line x1={x} y1="24" x2={x} y2={time.height - 6} />
            <text x={x} y="16" textAnchor="middle" className="drawn-small">
              {words}
            </text>
          </g>
        ))}
        {time.lanes.map(({ lane, y, from, to, marks }) => (
          <g key={lane.id}>
            <title>{lane.name}</title>
            <text x="4" y={y + 5}>
              {fitText(lane.name, 160)}
            </text>
            <line className="drawn-line" x1={from} y1={y} x2={to} y2={y} />
            {marks.map((mark, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: several things may happen at one moment
              <Mark key={index} mark={mark} y={y} />
            ))}
          </g>
        ))}
      </Sheet>
    </PictureFrame>
  );
}
