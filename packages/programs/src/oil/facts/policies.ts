import type { Dated } from '@portolan/filing';
import { Decimal, date } from '@portolan/kernel';
import type { ToleranceRow } from '@portolan/traceability';

/** How far computed and reported figures of a ticket may lie apart. */
export interface ReadingPolicy extends Dated {
  /** Percent of the volume. */
  readonly volume: string;
  /** Degrees API between density and gravity as reported. */
  readonly gravity: string;
  /** Barrels that may be lost in rounding, whatever the volume. */
  readonly rounding: string;
}

export const readingPolicies: readonly ReadingPolicy[] = [
  {
    volume: '0.02',
    gravity: '0.1',
    rounding: '0.5',
    from: '1989-01-01',
    source:
      'Rounding of API MPMS 12.2: barrels to a hundredth, factors to five places; the geometric factor alone is 0.04 percent off',
    certainty: 'open',
  },
];

/** How far allocation and title may lie apart before it is remarked. */
export interface AllocationPolicy extends Dated {
  /** Share of the batch on a day, in percent. */
  readonly share: string;
  /** Barrels. */
  readonly barrels: string;
}

export const allocationPolicies: readonly AllocationPolicy[] = [
  {
    share: '0.1',
    barrels: '1',
    from: '1989-01-01',
    source: 'Allocations are stated in whole barrels by most operators',
    certainty: 'open',
  },
];

/** Loss or gain of a line where its operator’s profile states none. */
export interface LossAllowance extends Dated {
  readonly percent: string;
}

export const usualLossAllowances: readonly LossAllowance[] = [
  {
    percent: '0.2',
    from: '1989-01-01',
    source: 'Usual loss allowance of tariffs of liquid lines, 0.1 to 0.2 percent',
    certainty: 'general',
  },
];

/** The same for the ledger of lots, which compares measured stocks with the book. */
export const lossAllowances: readonly ToleranceRow[] = usualLossAllowances.map(
  ({ certainty, from, percent, source }) => ({
    applies: 'measure' as const,
    commodity: 'crude-oil',
    share: Decimal.of(percent).times(Decimal.of('0.01')).toString(),
    from: date(from),
    source,
    certainty,
  }),
);
