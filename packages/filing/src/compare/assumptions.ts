import { type Dated, inForce } from '../facts/fact.ts';

interface TotalsTolerance extends Dated {
  /** US dollars: a total that differs by as much or more is refused. */
  readonly dollars: string;
}
interface KeyingSpeed extends Dated {
  readonly keystrokesPerHour: string;
}

const TOLERANCES: readonly TotalsTolerance[] = [
  {
    dollars: '2.99',
    from: '1997-01-01',
    source: 'CBP ACE Error Dictionary, July 2026 (revision 51), condition 627',
    certainty: 'verified',
  },
];

const SPEEDS: readonly KeyingSpeed[] = [
  {
    keystrokesPerHour: '8000',
    from: '1997-01-01',
    source: 'Assumption: a figure often asked for in data entry posts; measure it at your own desk',
    certainty: 'open',
  },
];

/** Totals that lie less than this apart count as the same on a day. */
export function totalsTolerance(day: string): TotalsTolerance {
  return inForce(TOLERANCES, day) ?? (TOLERANCES.at(-1) as TotalsTolerance);
}

/** How fast values are keyed, to turn keystrokes into minutes. */
export function keyingSpeed(day: string): KeyingSpeed {
  return inForce(SPEEDS, day) ?? (SPEEDS.at(-1) as KeyingSpeed);
}
