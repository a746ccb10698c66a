export interface TimeLane {
  readonly id: string;
  readonly name: string;
  readonly marks: readonly TimeMark[];
}

export interface TimeMark {
  /** RFC 3339 instant in UTC. */
  readonly at: string;
  readonly words: string;
  /** Drawn apart: a measurement, and what does not count. */
  readonly tone?: 'measured' | 'refused';
}

export interface PlacedTime {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly {
    readonly lane: TimeLane;
    readonly y: number;
    readonly from: number;
    readonly to: number;
    readonly marks: readonly (TimeMark & { readonly x: number })[];
  }[];
  readonly ticks: readonly { readonly x: number; readonly words: string }[];
  /** Lanes beyond the most that are drawn, left to the table. */
  readonly left: number;
}

const MARGIN = { left: 180, right: 60, top: 34, bottom: 10 };
const LANE = 34;
const WIDTH = 720;
const TICKS = 5;

/** Places what happened on one axis of time, a lane for each thing, up to `most` lanes. */
export function layoutTime(all: readonly TimeLane[], most = 30): PlacedTime {
  const lanes = all.filter(({ marks }) => marks.length > 0).slice(0, most);
  const times = lanes.flatMap(({ marks }) => marks.map(({ at }) => Date.parse(at)));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const span = Math.max(1, last - first);
  const x = (time: number) => MARGIN.left + ((time - first) / span) * (WIDTH - MARGIN.left - MARGIN.right);
  return {
    width: WIDTH,
    height: MARGIN.top + lanes.length * LANE + MARGIN.bottom,
    lanes: lanes.map((lane, index) => {
      const marks = lane.marks.map((mark) => ({ ...mark, x: x(Date.parse(mark.at)) }));
      const places = marks.map((mark) => mark.x);
      const y = MARGIN.top + index * LANE + LANE / 2;
      return { lane, y, from: Math.min(...places), to: Math.max(...places), marks };
    }),
    ticks: lanes.length === 0 ? [] : ticksOf(first, last, x),
    left: all.length - lanes.length,
  };
}

/** Evenly along the axis; days alone where the span is long, with the time of day where it is short. */
function ticksOf(first: number, last: number, x: (time: number) => number): PlacedTime['ticks'] {
  const count = last > first ? TICKS : 1;
  const long = last - first > (TICKS - 1) * 86_400_000;
  return Array.from({ length: count }, (_, index) => {
    const time = first + ((last - first) * index) / Math.max(1, count - 1);
    const text = new Date(time).toISOString();
    return { x: x(time), words: long ? text.slice(0, 10) : `${text.slice(5, 10)} ${text.slice(11, 16)}` };
  });
}
