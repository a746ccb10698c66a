import type { FactsRow } from './facts.ts';

/** The rows of an edition as a hierarchy. Rows are named by their place in the export. */
export interface Schedule {
  readonly rows: readonly FactsRow[];
  /** Place of the row with this number, digits only. */
  find(hts: string): number | undefined;
  /** The row and those above it, nearest first. */
  upwards(index: number): FactsRow[];
  /** Their places, the row's own first. */
  placesUpwards(index: number): number[];
  /** Numbered rows beside it below the same row, also those below description rows without number. */
  beside(index: number): number[];
  /** Rows under which goods can be entered, in the schedule's order. */
  readonly complete: readonly number[];
}

export function createSchedule(rows: readonly FactsRow[]): Schedule {
  const parents = findParents(rows);
  const numbers = indexNumbers(rows);
  let children: ReadonlyMap<number, readonly number[]> | undefined;
  const numberedBelow = (index: number): number[] => {
    children ??= findChildren(parents);
    const below = children.get(index) ?? [];
    return below.flatMap((child) => (rows[child]?.hts === '' ? numberedBelow(child) : [child]));
  };
  return {
    rows,
    find: (hts) => numbers.get(hts),
    upwards: (index) => placesUpwards(parents, index).flatMap((at) => rows[at] ?? []),
    placesUpwards: (index) => placesUpwards(parents, index),
    beside: (index) => numberedBelow(parents[index] ?? -1).filter((other) => other !== index),
    complete: completeRows(rows, numbers),
  };
}

/**
 * For each row the place of the row above it, -1 at the top: the nearest earlier row with a smaller indent. The export
 * skips levels and has description rows without number between numbered ones, so digits alone do not tell.
 */
export function findParents(rows: readonly FactsRow[]): Int32Array {
  const parents = new Int32Array(rows.length);
  const open: number[] = [];
  rows.forEach((row, index) => {
    while (open.length > 0 && (rows[open.at(-1) ?? 0]?.indent ?? 0) >= row.indent) open.pop();
    parents[index] = open.at(-1) ?? -1;
    open.push(index);
  });
  return parents;
}

/** Where the export repeats a number, the first row stands: later ones are continuations. */
function indexNumbers(rows: readonly FactsRow[]): Map<string, number> {
  const numbers = new Map<string, number>();
  rows.forEach(({ hts }, index) => {
    if (hts !== '' && !numbers.has(hts)) numbers.set(hts, index);
  });
  return numbers;
}

function findChildren(parents: Int32Array): Map<number, number[]> {
  const children = new Map<number, number[]>();
  parents.forEach((parent, index) => {
    const below = children.get(parent);
    if (below === undefined) children.set(parent, [index]);
    else below.push(index);
  });
  return children;
}

function placesUpwards(parents: Int32Array, index: number): number[] {
  const found: number[] = [];
  for (let at = index; at >= 0; at = parents[at] ?? -1) found.push(at);
  return found;
}

/**
 * Ten-digit rows, and eight-digit rows that no ten-digit row continues (chapters 91, 98 and 99). Many eight-digit
 * lines exist only as their NNNN.NN.NN.00 row.
 */
function completeRows(rows: readonly FactsRow[], numbers: ReadonlyMap<string, number>): number[] {
  const continued = new Set(rows.filter(({ hts }) => hts.length === 10).map(({ hts }) => hts.slice(0, 8)));
  return [...numbers]
    .filter(([hts]) => hts.length === 10 || (hts.length === 8 && !continued.has(hts)))
    .map(([, index]) => index);
}
