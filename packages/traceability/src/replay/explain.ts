import type { Refusal } from '@portolan/kernel';
import { traceabilityCatalogue } from '../catalogue.ts';
import type { FlowEvent, TraceEvent } from '../event/event.ts';
import { byLog } from './effective.ts';
import { dependsOn, type Settled } from './settle.ts';

/** Events that don't count: wrong ones with their reasons, and those that wait for something not at hand. */
export interface Explained {
  readonly refused: Map<string, readonly Refusal[]>;
  readonly waiting: Map<string, readonly Refusal[]>;
}

const unknown = 'TRACE_LOT_UNKNOWN';

/**
 * Tells apart what waits and what is wrong among events that name a lot which nobody made: it waits if the lot could still
 * arrive, falls with the step that should have made it, and is a ring if the lot could only come of itself.
 */
export function explain(
  events: readonly TraceEvent[],
  { left }: Settled,
  makers: ReadonlyMap<string, readonly FlowEvent[]>,
): Explained {
  const refused = new Map([...left].filter(([, refusals]) => refusals.some(({ code }) => code !== unknown)));
  const waiting = new Map<string, readonly Refusal[]>();
  let open = events.filter(({ id }) => left.has(id) && !refused.has(id)).sort(byLog);
  for (let before = -1; before !== open.length; ) {
    before = open.length;
    open = open.filter((event) => !decide(event));
  }
  for (const event of open) refused.set(event.id, [ring(event)]);
  return { refused, waiting };

  function decide(event: TraceEvent): boolean {
    const reasons = left.get(event.id) as readonly Refusal[];
    const missing = reasons.map(({ params }) => String(params?.lot));
    const states = missing.map((lot) => makers.get(lot) ?? []);
    if (states.some((list) => list.length === 0 || list.some(({ id }) => waiting.has(id))))
      waiting.set(event.id, reasons);
    else if (states.some((list) => list.every(({ id }) => refused.has(id))))
      refused.set(event.id, fallen(reasons));
    else return false;
    return true;
  }

  function fallen(reasons: readonly Refusal[]): Refusal[] {
    return reasons.flatMap(({ path, params }) => {
      const lot = String(params?.lot);
      const culprit = makers.get(lot)?.find(({ id }) => refused.has(id));
      if (!culprit) return [];
      return [
        traceabilityCatalogue.refuse('TRACE_SOURCE_REFUSED', { path, params: { lot, event: culprit.id } }),
      ];
    });
  }
}

function ring(event: TraceEvent): Refusal {
  return traceabilityCatalogue.refuse('TRACE_CYCLE', { params: { lot: dependsOn(event)[0] ?? '' } });
}
