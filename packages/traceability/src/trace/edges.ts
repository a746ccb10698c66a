import type { Instant } from '@portolan/kernel';
import type { TraceState } from '../replay/replay.ts';

/** One step between two lots: `from` went into `to`, at that moment, by that event. */
export interface Edge {
  readonly event: string;
  readonly at: Instant;
  readonly from: string;
  readonly to: string;
}

/** Where a trace asks for neighbours: one question for a whole generation, of a store or of events in memory. */
export interface EdgeSource {
  /** Steps that ended in any of the lots. */
  into(lots: readonly string[]): Promise<readonly Edge[]>;
  /** Steps that began in any of the lots. */
  outOf(lots: readonly string[]): Promise<readonly Edge[]>;
}

/** The steps of events at hand. */
export function edgesOf(state: TraceState): EdgeSource {
  const into = new Map<string, Edge[]>();
  const outOf = new Map<string, Edge[]>();
  for (const { id, at, inputs, outputs } of state.flows)
    for (const { lot: from } of inputs)
      for (const { lot: to } of outputs) {
        const edge = { event: id, at, from, to };
        append(into, to, edge);
        append(outOf, from, edge);
      }
  return {
    into: async (lots) => lots.flatMap((lot) => into.get(lot) ?? []),
    outOf: async (lots) => lots.flatMap((lot) => outOf.get(lot) ?? []),
  };
}

function append(lists: Map<string, Edge[]>, key: string, edge: Edge): void {
  const list = lists.get(key);
  if (list) list.push(edge);
  else lists.set(key, [edge]);
}
