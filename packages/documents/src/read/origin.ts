import type { Origins } from '../evidence.ts';

/**
 * Where the value at `pointer` stands in the source file. JSON files and credentials give one place, that of the whole
 * document, and the pointer goes on from there; in other files a value without a place of its own has that of its nearest
 * ancestor (an amount that is a sum of two elements, for both its members).
 */
export function originOf(origins: Origins, pointer: string): string | undefined {
  const whole = origins[''];
  if (whole !== undefined) return whole + pointer;
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
    const origin = origins[pointer.slice(0, end)];
    if (origin !== undefined) return origin;
  }
  return undefined;
}
