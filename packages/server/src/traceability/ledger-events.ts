import type { LedgerEvent } from '@portolan/contract';
import { isTransfer, type TraceEvent } from '@portolan/traceability';
import type { PartyNames } from '../trade/entry/parties.ts';
import { partyNames } from '../trade/entry/parties.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import { readBody } from './body.ts';
import { cursorOf, readCursor } from './cursor.ts';
import { keyOf } from './keys.ts';
import { holderView } from './lot-rows.ts';
import { type EventState, lotsOf } from './rows.ts';

/** An event as it is stored. */
export interface StoredEventRow {
  readonly event_key: string;
  readonly state: EventState;
  readonly refusals: string | null;
  readonly source: string | null;
  readonly body: string;
}

/** An event with what the ledger says of it, as it is shown. */
export function eventView(row: StoredEventRow, names: PartyNames): LedgerEvent {
  const event = readBody(row);
  return {
    event: event.id,
    kind: event.kind,
    at: event.at,
    knownAt: event.knownAt,
    by: holderView(event.by, names),
    ...(event.place === undefined ? {} : { place: event.place }),
    ...(event.corrects === undefined ? {} : { corrects: event.corrects }),
    lots: [...new Set(lotsOf(event))],
    state: row.state,
    refusals: row.refusals === null ? [] : JSON.parse(row.refusals),
    ...(row.source === null ? {} : { source: row.source }),
  };
}

/** The names of everybody whom events name. */
export function namesIn(db: Queryable, events: readonly TraceEvent[]): Promise<PartyNames> {
  return partyNames(
    db,
    events.flatMap((event) => (isTransfer(event) ? [event.by, event.from, event.to] : [event.by])),
  );
}

/** The events of a tenant that name a lot and don't count, newest first. */
export async function notCounted(
  db: Queryable,
  tenantId: string,
  lot: string,
  limit: number,
): Promise<LedgerEvent[]> {
  const { rows } = await db.query<StoredEventRow>({
    name: 'trace-lot-not-counted',
    text: `select v.event_key, v.state, v.refusals, v.source, v.body from trace_mentions m
           join trace_events v on v.tenant_id = m.tenant_id and v.event_key = m.event_key
           where m.tenant_id = $1 and m.lot_key = $2 order by v.known_at desc, v.event_key limit $3`,
    values: [tenantId, keyOf(lot), limit],
  });
  const names = await namesIn(db, rows.map(readBody));
  return rows.map((row) => eventView(row, names));
}

export interface OpenQuery {
  readonly state?: 'refused' | 'waiting' | 'superseded';
  readonly cursor?: string;
  readonly limit?: number;
}

/** A page of the events of a tenant that don't count, newest first by the time of the log. */
export async function openEvents(
  db: Queryable,
  tenantId: string,
  { state = 'refused', cursor, limit = 25 }: OpenQuery,
): Promise<{ items: LedgerEvent[]; next?: string }> {
  const after = readCursor(cursor);
  const place = after ? ' and (known_at, event_key) < ($3::timestamptz, $4::uuid)' : '';
  const { rows } = await db.query<StoredEventRow & { known_at: string }>(
    `select event_key, state, refusals, source, body, known_at from trace_events
     where tenant_id = $1 and state = $2 and state <> 'accepted'${place}
     order by known_at desc, event_key desc limit ${limit + 1}`,
    after ? [tenantId, state, ...after] : [tenantId, state],
  );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const names = await namesIn(db, shown.map(readBody));
  return {
    items: shown.map((row) => eventView(row, names)),
    ...(last ? { next: cursorOf([last.known_at, last.event_key]) } : {}),
  };
}

/** How many events don't count, by why. */
export async function openCounts(
  db: Queryable,
  tenantId: string,
): Promise<{ refused: number; waiting: number; superseded: number }> {
  const { rows } = await db.query<{ state: EventState; found: number }>({
    name: 'trace-events-open-counts',
    text: `select state, count(*)::int as found from trace_events
           where tenant_id = $1 and state <> 'accepted' group by state`,
    values: [tenantId],
  });
  const of = (state: EventState) => rows.find((row) => row.state === state)?.found ?? 0;
  return { refused: of('refused'), waiting: of('waiting'), superseded: of('superseded') };
}

/** One event of a tenant by its name. */
export async function readEvent(
  db: Queryable,
  tenantId: string,
  event: string,
): Promise<StoredEventRow | undefined> {
  const { rows } = await db.query<StoredEventRow>({
    name: 'trace-event-one',
    text: `select event_key, state, refusals, source, body from trace_events
           where tenant_id = $1 and event_key = $2`,
    values: [tenantId, keyOf(event)],
  });
  return rows[0];
}
