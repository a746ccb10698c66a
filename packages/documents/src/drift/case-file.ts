import type { Evidence, EvidenceOf, Link, LinkKind } from '../evidence.ts';
import type { DocumentType } from '../schema/document.ts';

/** Evidence and links, ready to be asked who belongs to whom. */
export class CaseFile {
  readonly #byDigest: ReadonlyMap<string, Evidence>;
  readonly #links: readonly Link[];

  constructor(evidence: readonly Evidence[], links: readonly Link[]) {
    this.#byDigest = new Map(evidence.map((item) => [item.digest, item]));
    this.#links = links;
  }

  item<T extends DocumentType>(digest: string, type: T): EvidenceOf<T> | undefined {
    const item = this.#byDigest.get(digest);
    return item?.type === type ? (item as Extract<Evidence, EvidenceOf<T>>) : undefined;
  }

  links(kind: LinkKind, level: Link['level']): Link[] {
    return this.#links.filter((link) => link.kind === kind && link.level === level);
  }

  /** Line links of a kind by the line that they begin at: all lines elsewhere that belong to it. */
  linesFrom(kind: LinkKind): Map<string, Link[]> {
    return grouped(this.links(kind, 'line'), ({ from }) => from.digest + from.pointer);
  }
}

/** Items by key, each group in the order of the items. */
export function grouped<T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const known = groups.get(key(item));
    if (known) known.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** The index of a line in its list, out of a pointer such as '/lines/2'. */
export function lineIndex(pointer: string): number {
  return Number(pointer.split('/')[2]);
}
