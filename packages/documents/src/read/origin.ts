import type { Origins } from '../evidence.ts';

/**
 * Where the value at `pointer` stands in the source file. A value without a place of its own stands below the place of
 * its nearest ancestor (JSON files and credentials give one place for the whole document).
 */
export function originOf(origins: Origins, pointer: string): string | undefined {
  for (let end = pointer.length; end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
    const origin = origins[pointer.slice(0, end)];
    if (origin !== undefined) return origin + pointer.slice(end);
    if (end === 0) return undefined;
  }
  return undefined;
}
