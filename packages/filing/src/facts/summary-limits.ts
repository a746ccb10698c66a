import { type Dated, inForce } from './fact.ts';

interface SummaryLimit extends Dated {
  /** Lines that one entry summary may have. */
  readonly lines: number;
  /** Tariff numbers that one line may have. */
  readonly numbersOfLine: number;
}

const LAYOUT = 'CBP ACE ABI CATAIR Entry Summary Create/Update, July 2026, records 40 and 50';

/**
 * What one summary holds. The layout announces 99,999 lines "later" without a day; until a day is published at hand the line
 * identifier of three places stands, and no row says otherwise.
 */
const LIMITS: readonly SummaryLimit[] = [
  {
    lines: 998,
    numbersOfLine: 8,
    from: '1997-01-01',
    until: '2025-05-31',
    source: `${LAYOUT}; eight numbers until June 2025`,
    certainty: 'general',
  },
  { lines: 998, numbersOfLine: 32, from: '2025-06-01', source: LAYOUT, certainty: 'verified' },
];

/** What one entry summary may hold on a day; the latest row known for days that no row covers. */
export function summaryLimit(day: string): Pick<SummaryLimit, 'lines' | 'numbersOfLine' | 'source'> {
  return inForce(LIMITS, day) ?? (LIMITS.at(-1) as SummaryLimit);
}
