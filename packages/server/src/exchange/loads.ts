/** Runs of consecutive items whose sizes stay within a limit together; one that is larger alone goes alone. */
export function loadsOf<T>(items: readonly T[], sizeOf: (item: T) => number, limit: number): T[][] {
  const loads: T[][] = [];
  let room = 0;
  for (const item of items) {
    const size = sizeOf(item);
    if (size > room || loads.length === 0) {
      loads.push([]);
      room = limit;
    }
    loads.at(-1)?.push(item);
    room -= size;
  }
  return loads;
}
