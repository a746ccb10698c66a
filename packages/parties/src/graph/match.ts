/** An attestation that may count: for one kind, from one group of owners. */
export interface Candidate<Kind extends string = string> {
  readonly kind: Kind;
  readonly group: string;
}

/**
 * The largest and, among those, heaviest choice of candidates no two of which share a kind or a group of owners: what "k
 * attestations of distinct kinds from distinct controlling owners" means. Kinds are taken in the order given (required ones
 * first, then by weight) and each that fits is kept; sets of kinds that can be matched form a matroid, so the greedy choice is
 * the best one (Edmonds 1971).
 */
export function matchKinds<C extends Candidate>(candidates: readonly C[], order: readonly C['kind'][]): C[] {
  const byKind = Map.groupBy(candidates, ({ kind }) => kind);
  const taken = new Map<string, C>();
  for (const kind of order) augment(kind, byKind, taken, new Set());
  return order.flatMap((kind) => [...taken.values()].find((one) => one.kind === kind) ?? []);
}

/** Finds a group for a kind, moving kinds that were placed before to other groups where that helps. */
function augment<C extends Candidate>(
  kind: string,
  byKind: ReadonlyMap<string, readonly C[]>,
  taken: Map<string, C>,
  seen: Set<string>,
): boolean {
  for (const candidate of byKind.get(kind) ?? []) {
    if (seen.has(candidate.group)) continue;
    seen.add(candidate.group);
    const holder = taken.get(candidate.group);
    if (holder && !augment(holder.kind, byKind, taken, seen)) continue;
    taken.set(candidate.group, candidate);
    return true;
  }
  return false;
}
