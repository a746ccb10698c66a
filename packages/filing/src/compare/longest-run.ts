/**
 * The members of the longest run of growing numbers within a list: what stands outside it was moved. Of equally long runs the
 * one whose numbers are lowest, as patience sorting leaves it.
 */
export function byLongestRun(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const number of numbers) {
    const at = place(ends, number);
    before.set(number, ends[at - 1]);
    ends[at] = number;
  }
  const run = new Set<number>();
  for (let one = ends.at(-1); one !== undefined; one = before.get(one)) run.add(one);
  return run;
}

/** How many of the ascending ends are below a number. */
function place(ends: readonly number[], number: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
