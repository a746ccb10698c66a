import { sameEvent, type TraceEvent } from '@portolan/traceability';
import type { Queryable } from '../trade/store/bulk.ts';
import { readBody } from './body.ts';

/** What some documents or captured events said when they were last read. */
export async function eventsFrom(
  tx: Queryable,
  tenantId: string,
  sources: readonly string[],
): Promise<TraceEvent[]> {
  const { rows } = await tx.query<{ body: string }>({
    name: 'trace-events-from',
    text: 'select body from trace_events where tenant_id = $1 and source = any($2)',
    values: [tenantId, sources],
  });
  return rows.map(readBody);
}

/** Of what was said before what is not said any more, or otherwise. */
export function goneFrom(now: readonly TraceEvent[], before: readonly TraceEvent[]): TraceEvent[] {
  const said = new Map(now.map((event) => [event.id, event]));
  return before.filter((event) => {
    const same = said.get(event.id);
    return !same || !sameEvent(same, event);
  });
}
