import type { FlowEvent } from '../event/event.ts';
import { compare } from './effective.ts';
import { put } from './put.ts';

/** By time; at one moment by how many steps of that moment an event builds on, then by identifier. */
export function inTime(accepted: readonly FlowEvent[]): FlowEvent[] {
  const depth = depths(accepted);
  const deep = (flow: FlowEvent) => depth.get(flow.id) as number;
  return [...accepted].sort((a, b) => compare(a.at, b.at) || deep(a) - deep(b) || compare(a.id, b.id));
}

/** How many steps of its own moment each builds on. A lot is filled before it is drawn within a moment. */
function depths(flows: readonly FlowEvent[]): Map<string, number> {
  const makers = new Map<string, FlowEvent[]>();
  for (const flow of flows) for (const { lot } of flow.outputs) put(makers, `${flow.at} ${lot}`, flow);
  const depth = new Map(flows.map(({ id }) => [id, 0]));
  for (let front = flows; front.length > 0; ) {
    front = front.filter((flow) => {
      const below = flow.inputs.flatMap(({ lot }) => makers.get(`${flow.at} ${lot}`) ?? []);
      const found = below.reduce((most, { id }) => Math.max(most, 1 + (depth.get(id) as number)), 0);
      const grew = found > (depth.get(flow.id) as number) && found <= flows.length;
      if (grew) depth.set(flow.id, found);
      return grew;
    });
  }
  return depth;
}
