import type { Amount } from './amount.ts';

/** Amounts by component: what a lot is made of. The values add up to what the lot holds. */
export type Composition = ReadonlyMap<string, Amount>;

/**
 * Divides `total` in proportion to the parts, to the last unit: largest remainders first, ties by the component's
 * name, so that everybody who divides gets the same. No part receives more than it has while `total` is at most their sum.
 */
export function apportion(total: Amount, parts: Composition): Map<string, Amount> {
  const sum = sumOf(parts);
  if (sum === 0n) return new Map();
  if (parts.size === 1) return new Map([...parts.keys()].map((key) => [key, total]));
  const shares = [...parts].map(([key, part]) => ({
    key,
    share: (total * part) / sum,
    rest: (total * part) % sum,
  }));
  let left = total - shares.reduce((all, { share }) => all + share, 0n);
  shares.sort((a, b) => (a.rest === b.rest ? compare(a.key, b.key) : a.rest > b.rest ? -1 : 1));
  const result = new Map<string, Amount>();
  for (const { key, share } of shares) {
    const extra = left > 0n ? 1n : 0n;
    left -= extra;
    if (share + extra > 0n) result.set(key, share + extra);
  }
  return result;
}

export function sumOf(parts: Composition): Amount {
  let sum = 0n;
  for (const part of parts.values()) sum += part;
  return sum;
}

/** Adds the second to the first, in place. */
export function addTo(parts: Map<string, Amount>, more: Composition): void {
  for (const [key, part] of more) parts.set(key, (parts.get(key) ?? 0n) + part);
}

/** Takes a proportional part out of `parts`, in place, and returns it. Whoever takes all gets exactly what is left. */
export function take(parts: Map<string, Amount>, total: Amount): Map<string, Amount> {
  const taken = apportion(total, parts);
  for (const [key, part] of taken) {
    const rest = (parts.get(key) ?? 0n) - part;
    if (rest === 0n) parts.delete(key);
    else parts.set(key, rest);
  }
  return taken;
}

function compare(a: string, b: string): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}
