import type { Schedule } from './schedule.ts';

/** One row of the schedule as it is printed, for people who browse. */
export interface OutlineRow {
  /** Digits; empty for a description row without number. */
  readonly hts: string;
  readonly indent: number;
  readonly description: string;
  readonly units: readonly string[];
  readonly general: string;
  readonly special: string;
  readonly column2: string;
  /** Goods can be entered under it. */
  readonly complete: boolean;
}

/**
 * All rows of a chapter, heading or subheading as printed, also the description rows that stand above its numbers:
 * 254 headings have no row of their own.
 */
export function outlineOf(schedule: Schedule, prefix: string): OutlineRow[] {
  const { rows } = schedule;
  const shown = new Set<number>();
  rows.forEach(({ hts }, index) => {
    if (hts === '' || !hts.startsWith(prefix)) return;
    for (const above of schedule.placesUpwards(index)) {
      const number = rows[above]?.hts ?? '';
      if (number === '' || number.startsWith(prefix)) shown.add(above);
    }
  });
  const complete = new Set(schedule.complete);
  return [...shown].sort((a, b) => a - b).flatMap((index) => outlineRow(schedule, index, complete));
}

function outlineRow({ rows }: Schedule, index: number, complete: ReadonlySet<number>): OutlineRow[] {
  const row = rows[index];
  if (row === undefined) return [];
  const { hts, indent, description, units, general, special, other } = row;
  return [
    { hts, indent, description, units, general, special, column2: other, complete: complete.has(index) },
  ];
}
