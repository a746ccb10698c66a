import type { Instant, Refusal } from '@portolan/kernel';
import { traceabilityCatalogue } from '../catalogue.ts';
import type { Edge, EdgeSource } from './edges.ts';

export type Direction = 'up' | 'down';

export interface TraceLimits {
  /** How many steps away from the start. */
  readonly generations: number;
  /** How many lots in all. */
  readonly lots: number;
}

export interface TracedLot {
  readonly lot: string;
  /** Steps away from the start; 0 for the lots asked about. */
  readonly generation: number;
}

/** A family of lots: everything reached, and the steps between. */
export interface Trace {
  readonly direction: Direction;
  readonly lots: readonly TracedLot[];
  readonly edges: readonly Edge[];
  /** Says that there is more beyond the limits; a trace never ends early in silence. */
  readonly cut?: Refusal;
}

export const traceLimits: TraceLimits = { generations: 100, lots: 100_000 };

/**
 * Everything that lots were made of (`up`) or became (`down`), one question a generation. Time is kept: what left a
 * tank before the goods came in is not of them, and what came in after a draw is not in it.
 */
export async function trace(
  source: EdgeSource,
  start: readonly string[],
  direction: Direction,
  limits: TraceLimits = traceLimits,
): Promise<Trace> {
  const family = new Family(start, direction);
  for (let generation = 1; family.frontier.length > 0; generation += 1) {
    if (generation > limits.generations || family.size > limits.lots)
      return family.cut({ generations: generation - 1, lots: family.size });
    const lots = family.frontier;
    family.grow(direction === 'up' ? await source.into(lots) : await source.outOf(lots), generation);
  }
  return family.whole();
}

class Family {
  frontier: readonly string[];
  readonly #direction: Direction;
  /** How far in time each lot counts: up to this moment going up, from it on going down. */
  readonly #bounds = new Map<string, Instant | undefined>();
  readonly #generations = new Map<string, number>();
  readonly #edges = new Map<string, Edge>();

  constructor(start: readonly string[], direction: Direction) {
    this.#direction = direction;
    this.frontier = [...new Set(start)];
    for (const lot of this.frontier) this.#reach(lot, undefined, 0);
  }

  get size(): number {
    return this.#generations.size;
  }

  grow(edges: readonly Edge[], generation: number): void {
    const next = new Set<string>();
    for (const edge of edges) {
      const [near, far] = this.#direction === 'up' ? [edge.to, edge.from] : [edge.from, edge.to];
      if (!this.#counts(near, edge.at)) continue;
      this.#edges.set(`${edge.event}\n${edge.from}\n${edge.to}`, edge);
      if (!this.#wider(far, edge.at)) continue;
      this.#reach(far, edge.at, generation);
      next.add(far);
    }
    this.frontier = [...next];
  }

  whole(): Trace {
    return {
      direction: this.#direction,
      lots: [...this.#generations].map(([lot, generation]) => ({ lot, generation })),
      edges: [...this.#edges.values()],
    };
  }

  cut(params: { generations: number; lots: number }): Trace {
    return { ...this.whole(), cut: traceabilityCatalogue.refuse('TRACE_TOO_WIDE', { params }) };
  }

  #reach(lot: string, at: Instant | undefined, generation: number): void {
    this.#bounds.set(lot, at);
    if (!this.#generations.has(lot)) this.#generations.set(lot, generation);
  }

  #counts(lot: string, at: Instant): boolean {
    const bound = this.#bounds.get(lot);
    return bound === undefined || (this.#direction === 'up' ? at <= bound : at >= bound);
  }

  /** Whether reaching the lot at this moment takes in more of it than before; a second way in may be the earlier one. */
  #wider(lot: string, at: Instant): boolean {
    if (!this.#bounds.has(lot)) return true;
    const bound = this.#bounds.get(lot);
    return bound !== undefined && (this.#direction === 'up' ? at > bound : at < bound);
  }
}
