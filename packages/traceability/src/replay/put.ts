import type { FlowEvent } from '../event/event.ts';

export function put(lists: Map<string, FlowEvent[]>, lot: string, event: FlowEvent): void {
  const list = lists.get(lot);
  if (list) list.push(event);
  else lists.set(lot, [event]);
}
