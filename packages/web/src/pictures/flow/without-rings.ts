interface Link {
  readonly from: string;
  readonly to: string;
}

/** Parts links that would close a ring from the others: a flow diagram runs one way, tanks are filled from each other. */
export function withoutRings<T extends Link>(links: readonly T[]): { drawn: T[]; left: T[] } {
  const next = new Map<string, Set<string>>();
  const drawn: T[] = [];
  const left: T[] = [];
  for (const link of links) {
    if (reaches(next, link.to, link.from)) {
      left.push(link);
      continue;
    }
    drawn.push(link);
    const known = next.get(link.from);
    if (known) known.add(link.to);
    else next.set(link.from, new Set([link.to]));
  }
  return { drawn, left };
}

function reaches(next: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const node of seen) {
    if (node === to) return true;
    for (const other of next.get(node) ?? []) seen.add(other);
  }
  return false;
}
