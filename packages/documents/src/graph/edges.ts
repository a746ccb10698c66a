import type { Quantity } from '@portolan/kernel';
import type { EdgeStrength, GraphEdge, GraphEnd } from './types.ts';

/** Edges as they are found; the same edge found twice is one, by its first reason. */
export class Edges {
  readonly #byEnds = new Map<string, GraphEdge>();
  readonly #after = new Map<string, string[]>();
  readonly #before = new Map<string, string[]>();

  add(from: GraphEnd, to: GraphEnd, by: string, strength: EdgeStrength, quantity?: Quantity): void {
    const key = edgeKey(from, to);
    if (this.#byEnds.has(key)) return;
    this.#byEnds.set(key, { from, to, by, strength, ...(quantity && { quantity }) });
    if (from.line === undefined && to.line === undefined) this.#note(from.node, to.node);
  }

  /** Nodes that document edges lead to from a node. */
  after(node: string): readonly string[] {
    return this.#after.get(node) ?? [];
  }

  before(node: string): readonly string[] {
    return this.#before.get(node) ?? [];
  }

  all(): GraphEdge[] {
    return [...this.#byEnds.entries()]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([, edge]) => edge);
  }

  #note(from: string, to: string): void {
    append(this.#after, from, to);
    append(this.#before, to, from);
  }
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function edgeKey(from: GraphEnd, to: GraphEnd): string {
  return `${from.node}${from.line ?? ''}\n${to.node}${to.line ?? ''}`;
}
