/** A reason to take two lines for the same goods, strongest first in a list of rules. */
export interface PairRule<L, R> {
  readonly by: string;
  /** What a line is known by under this rule; undefined when it does not say. */
  readonly left: (line: L) => string | undefined;
  readonly right: (line: R) => string | undefined;
  /** Without it, a key that several lines share says nothing. */
  readonly shared?: boolean;
}

export interface LinePair {
  readonly left: number;
  readonly right: number;
  readonly by: string;
}

/**
 * Pairs lines of two documents: each right line by the first rule that finds its left line. A key that stands on several
 * left lines is ambiguous and pairs nothing, unless the rule lets it be shared.
 */
export function pairLines<L, R>(
  left: readonly L[],
  right: readonly R[],
  rules: readonly PairRule<L, R>[],
): LinePair[] {
  const indexes = rules.map((rule) => indexOf(left, rule));
  return right.flatMap((line, at) => {
    for (const [rank, rule] of rules.entries()) {
      const key = rule.right(line);
      const found = key === undefined ? [] : (indexes[rank]?.get(key) ?? []);
      if (found.length === 1 || (found.length > 1 && rule.shared))
        return found.map((index) => ({ left: index, right: at, by: rule.by }));
    }
    return [];
  });
}

function indexOf<L, R>(left: readonly L[], rule: PairRule<L, R>): Map<string, number[]> {
  const index = new Map<string, number[]>();
  left.forEach((line, at) => {
    const key = rule.left(line);
    if (key === undefined) return;
    const known = index.get(key);
    if (known) known.push(at);
    else index.set(key, [at]);
  });
  return index;
}
