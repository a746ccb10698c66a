/**
 * Shares a total of whole cents over weights so that the shares sum to it exactly: each gets its part rounded down,
 * and the cents left go to the largest remainders, earlier first.
 */
export function prorate(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum === 0n) return weights.map(() => 0n);
  const parts = weights.map((weight, index) => ({
    index,
    share: (total * weight) / sum,
    remainder: (total * weight) % sum,
  }));
  const left = Number(total - parts.reduce((a, { share }) => a + share, 0n));
  const byRemainder = parts.toSorted(
    (a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder),
  );
  const raised = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return parts.map(({ share, index }) => (raised.has(index) ? share + 1n : share));
}
