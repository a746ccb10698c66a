import type { FactsRow } from './facts.ts';

/** For each row the index of the row above it in the hierarchy, -1 at the top. */
export type Parents = Int32Array;

/**
 * Finds each row's parent by indent: the nearest earlier row with a smaller indent. The export skips levels and
 * has description rows without number between numbered ones, so digits alone do not tell the hierarchy.
 */
export function findParents(rows: readonly FactsRow[]): Parents {
  const parents = new Int32Array(rows.length);
  const open: number[] = [];
  rows.forEach((row, index) => {
    while (open.length > 0 && (rows[open.at(-1) ?? 0]?.indent ?? 0) >= row.indent) open.pop();
    parents[index] = open.at(-1) ?? -1;
    open.push(index);
  });
  return parents;
}

/** For each row the rows directly below it, in the schedule's order. */
export function findChildren(parents: Parents): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>();
  parents.forEach((parent, index) => {
    const below = children.get(parent);
    if (below === undefined) children.set(parent, [index]);
    else below.push(index);
  });
  return children;
}

/** The row and those above it, nearest first. */
export function lineage(rows: readonly FactsRow[], parents: Parents, index: number): FactsRow[] {
  const found: FactsRow[] = [];
  for (let at = index; at >= 0; at = parents[at] ?? -1) {
    const row = rows[at];
    if (row !== undefined) found.push(row);
  }
  return found;
}
