import type { CalendarDate, Instant } from '@portolan/kernel';
import type { FlowKind } from './event/event.ts';

/** How far the sides of a step, or a measured stock and its book, may lie apart. Data with dates, never a constant. */
export interface ToleranceRow {
  readonly applies: FlowKind | 'measure';
  /** Commodities whose name begins so; empty for all. */
  readonly commodity: string;
  /** Share of what went in, or of the book stock: `0.005` is half a percent. */
  readonly share: string;
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
  readonly source: string;
  readonly certainty: string;
}

export interface TracePolicy {
  readonly tolerances: readonly ToleranceRow[];
}

/** Nothing is tolerated that no row allows. */
export const exactPolicy: TracePolicy = { tolerances: [] };

/** The tolerated share in force, of the row with the longest commodity name that fits; `0` where none does. */
export function toleranceAt(
  policy: TracePolicy,
  applies: ToleranceRow['applies'],
  commodity: string,
  at: Instant,
): string {
  const day = at.slice(0, 10);
  let best: ToleranceRow | undefined;
  for (const row of policy.tolerances) {
    const inForce = (row.from as string) <= day && (row.until === undefined || day <= row.until);
    if (row.applies !== applies || !inForce || !commodity.startsWith(row.commodity)) continue;
    if (!best || row.commodity.length > best.commodity.length) best = row;
  }
  return best?.share ?? '0';
}
