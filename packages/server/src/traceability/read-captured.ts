import { type EpcisEvent, readEpcisEvent } from '@portolan/documents';
import type { Instant, JsonObject, JsonValue, Result } from '@portolan/kernel';
import {
  type EpcisHeading,
  type TraceEvent,
  type TracePolicy,
  traceEventsOfEpcis,
} from '@portolan/traceability';
import type { PoolClient } from 'pg';
import type { Queryable } from '../trade/store/bulk.ts';
import { partiesByGln } from './parties-by-gln.ts';
import { eventsFrom, goneFrom } from './said-before.ts';
import { storeTraceEvents, withdrawTraceEvents } from './store.ts';
import { dropUnread, keepUnread } from './unread.ts';

interface CapturedRow {
  readonly event_id: string;
  readonly record_time: Instant;
  readonly event: JsonObject;
  readonly context: JsonValue;
  readonly did: string;
}

/**
 * Takes captured EPCIS events into the ledger: who captured them said so, and the log knew them when they were captured. An event
 * that only observes or packs moves no quantity and leaves nothing; one that can't be counted is kept with the reason. Read again,
 * an event says what it says by what is known now of its parties; what it said before is taken back.
 */
export async function readCaptured(
  tx: PoolClient,
  tenantId: string,
  eventIds: readonly string[],
  policy: TracePolicy,
): Promise<void> {
  const events: TraceEvent[] = [];
  const sources = new Map<string, string>();
  const unread: Parameters<typeof keepUnread>[1][number][] = [];
  const rows = (await captured(tx, tenantId, eventIds)).map((row) => ({ row, event: eventIn(row) }));
  const legible = rows.flatMap(({ event }) => (event.ok ? [event.value] : []));
  const partyOf = await partiesByGln(tx, tenantId, legible);
  for (const { row, event } of rows) {
    const read = event.ok ? traced(row, event.value, partyOf) : event;
    const source = sourceOf(row.event_id);
    if (read.ok)
      for (const said of read.value) {
        events.push(said);
        sources.set(said.id, source);
      }
    else if (read.refusals.every(({ code }) => code !== 'TRACE_EPCIS_NO_FLOW')) {
      const title = `EPCIS ${String(row.event.type)} ${row.event_id}`.slice(0, 300);
      unread.push({ tenantId, source, title, at: row.record_time, refusals: read.refusals });
    }
  }
  const names = eventIds.map(sourceOf);
  await withdrawTraceEvents(tx, tenantId, goneFrom(events, await eventsFrom(tx, tenantId, names)), policy);
  await storeTraceEvents(tx, tenantId, events, policy, sources);
  await dropUnread(tx, tenantId, names);
  await keepUnread(tx, unread);
}

function eventIn({ event, context }: CapturedRow): Result<EpcisEvent> {
  // Its prefixes were declared by the document around it, or by itself.
  const contexts = [context, event['@context'] ?? []].flat();
  return readEpcisEvent({ ...event, '@context': contexts });
}

function traced(
  { event_id, record_time, did }: CapturedRow,
  event: EpcisEvent,
  partyOf: EpcisHeading['partyOf'] & object,
): Result<TraceEvent[]> {
  return traceEventsOfEpcis(event, { by: did, knownAt: record_time, id: event_id, partyOf });
}

/** How the ledger names the captured event that says something. */
export function sourceOf(eventId: string): string {
  return `epcis ${eventId}`;
}

async function captured(
  tx: Queryable,
  tenantId: string,
  eventIds: readonly string[],
): Promise<CapturedRow[]> {
  const { rows } = await tx.query<CapturedRow>({
    name: 'trace-captured',
    text: `select e.event_id, e.record_time, e.event, e.context, t.did from epcis_events e join tenants t on t.id = e.tenant_id
           where e.tenant_id = $1 and e.event_id = any($2) order by e.event_id`,
    values: [tenantId, eventIds],
  });
  return rows;
}
