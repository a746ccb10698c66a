import type { Instant, Refusal } from '@portolan/kernel';
import type { TraceEvent, TraceState } from '@portolan/traceability';
import type { PoolClient } from 'pg';
import { copyRows } from './copy.ts';
import { endColumns, endsOf } from './ends.ts';
import { keyOf } from './keys.ts';
import {
  type EventState,
  eventColumns,
  eventRow,
  lotColumns,
  lotRow,
  lotsOf,
  stateOf,
  upsertEvents,
  upsertLots,
} from './rows.ts';

/** What is to be stored: events with the state that they come to. */
export interface Keeping {
  readonly tenantId: string;
  readonly events: readonly TraceEvent[];
  readonly state: TraceState;
  /** Whether an event is stored already and changes its state only. */
  readonly isStored: (event: TraceEvent) => boolean;
  /** Lots that are stored already. */
  readonly storedLots: ReadonlySet<string>;
  /** By event: the document that says it. Of events stored already it stays what it was. */
  readonly sources?: Sources | undefined;
}

export type Sources = ReadonlyMap<string, string>;

export interface StoredEvent {
  readonly event: string;
  readonly state: EventState;
  readonly refusals: readonly Refusal[];
}

/** What became of an event, by its identifier. */
export type Results = (event: string) => StoredEvent;

/** Stores events, their ends and lots; what is new goes by COPY. */
export async function keep(tx: PoolClient, keeping: Keeping): Promise<Results> {
  const { tenantId, events, state, isStored, sources } = keeping;
  const states = new Map(events.map((event) => [event.id, stateOf(state, event)]));
  const counts = (event: TraceEvent) => states.get(event.id)?.[0] === 'accepted';
  const row = (event: TraceEvent) => {
    const [found, refusals] = states.get(event.id) ?? (['waiting'] as const);
    return eventRow(tenantId, event, found, refusals, sources?.get(event.id));
  };
  const fresh = events.filter((event) => !isStored(event));
  const stored = events.filter(isStored);
  await copyRows(tx, 'trace_events', Object.keys(eventColumns), fresh.map(row).map(valuesOf));
  await upsertEvents(tx, stored.map(row));
  const ends = events.filter(counts).flatMap((event) => endsOf(tenantId, event, state));
  await copyRows(tx, 'trace_ends', endColumns, ends);
  await keepLots(tx, keeping);
  await dropMentions(tx, tenantId, stored);
  await addMentions(
    tx,
    tenantId,
    events.filter((event) => !counts(event)),
  );
  return (event) => {
    const [found, refusals = []] = states.get(event) ?? ['waiting'];
    return { event, state: found, refusals };
  };
}

async function keepLots(tx: PoolClient, { tenantId, events, state, storedLots }: Keeping): Promise<void> {
  const rows = [...newest(events, state)].flatMap(([id, at]) => {
    const lot = state.lots.get(id);
    return lot ? [{ id, row: lotRow(tenantId, lot, at) }] : [];
  });
  const fresh = rows.filter(({ id }) => !storedLots.has(id)).map(({ row }) => valuesOf(row));
  await copyRows(tx, 'trace_lots', Object.keys(lotColumns), fresh);
  await upsertLots(
    tx,
    rows.filter(({ id }) => storedLots.has(id)).map(({ row }) => row),
  );
}

/** The members of a row are in the order of its columns. */
function valuesOf(row: object): (string | undefined)[] {
  return Object.values(row);
}

/** The lots that the events touch, each with the newest log time. */
function newest(events: readonly TraceEvent[], state: TraceState): Map<string, Instant> {
  const touched = new Map<string, Instant>();
  for (const event of events)
    for (const lot of lotsOf(event)) {
      const last = touched.get(lot);
      if (state.lots.has(lot) && (last === undefined || event.knownAt > last))
        touched.set(lot, event.knownAt);
    }
  return touched;
}

async function dropMentions(tx: PoolClient, tenantId: string, events: readonly TraceEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.query({
    name: 'trace-mentions-drop',
    text: `delete from trace_mentions where tenant_id = $1 and (lot_key, event_key) in
             (select * from unnest($2::uuid[], $3::uuid[]))`,
    values: [tenantId, ...pairs(events)],
  });
}

async function addMentions(tx: PoolClient, tenantId: string, events: readonly TraceEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.query({
    name: 'trace-mentions-add',
    text: `insert into trace_mentions (tenant_id, lot_key, event_key)
           select $1, m.* from unnest($2::uuid[], $3::uuid[]) as m on conflict do nothing`,
    values: [tenantId, ...pairs(events)],
  });
}

/** Lots and the events that name them, as two columns. */
function pairs(events: readonly TraceEvent[]): [string[], string[]] {
  const found = events.flatMap((event) => lotsOf(event).map((lot) => [keyOf(lot), keyOf(event.id)] as const));
  return [found.map(([lot]) => lot), found.map(([, event]) => event)];
}
