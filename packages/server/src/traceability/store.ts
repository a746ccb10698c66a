import type { Instant, Refusal } from '@portolan/kernel';
import {
  isFlow,
  replay,
  sameEvent,
  type TraceEvent,
  type TracePolicy,
  type TraceState,
  traceabilityCatalogue,
} from '@portolan/traceability';
import type { PoolClient } from 'pg';
import { advisoryLocks } from '../platform/locks.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import { readBody } from './body.ts';
import { endsOf, insertEnds } from './ends.ts';
import { type Family, familyOf, unsettled } from './family.ts';
import { keyOf } from './keys.ts';
import { type KnownLots, knownLots } from './known.ts';
import { type EventState, eventRow, lotRow, lotsOf, stateOf, upsertEvents, upsertLots } from './rows.ts';

export interface StoredEvent {
  readonly event: string;
  readonly state: EventState;
  readonly refusals: readonly Refusal[];
}

/**
 * Takes signed trace events into a tenant's ledger. Every event is kept; a claim that contradicts the ledger is kept as
 * refused, one that builds on an unknown lot as waiting, until its lot arrives. Sending the same again changes nothing.
 * The result is that of replaying everything at once, whatever order events come in: where an event could displace what
 * was accepted before (a correction, or a claim that another log knew earlier) its whole family is computed anew.
 */
export async function storeTraceEvents(
  tx: PoolClient,
  tenantId: string,
  events: readonly TraceEvent[],
  policy: TracePolicy,
): Promise<StoredEvent[]> {
  await lock(tx, tenantId);
  const { fresh, known } = await withoutStored(tx, tenantId, events);
  if (fresh.length === 0) return known;
  const batch = [...fresh, ...(await openAbout(tx, tenantId, fresh))];
  const lots = await knownLots(tx, tenantId, batch);
  const state = replay(batch, { policy, known: lots.lots });
  const result = mayDisplace(fresh, batch, state, lots)
    ? await recompute(tx, tenantId, batch, policy)
    : await keep(tx, tenantId, batch, state);
  return [...known, ...fresh.map(({ id }) => result(id))];
}

/** One writer a tenant at a time: lots of one batch are many, and a lock on each would outgrow the lock table. */
async function lock(tx: PoolClient, tenantId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1::int, hashtext($2))', [
    advisoryLocks.traceability,
    tenantId,
  ]);
}

/** Parts what is stored already from what is new. Another event under a name that is taken is refused and not kept. */
async function withoutStored(
  tx: Queryable,
  tenantId: string,
  events: readonly TraceEvent[],
): Promise<{ fresh: TraceEvent[]; known: StoredEvent[] }> {
  const stored = await storedRows(tx, tenantId, events);
  const fresh = new Map<string, TraceEvent>();
  const known: StoredEvent[] = [];
  for (const event of events) {
    const row = stored.get(keyOf(event.id));
    const other = row ? readBody(row) : fresh.get(event.id);
    if (other && !sameEvent(other, event)) known.push(conflict(event));
    else if (row) known.push({ event: event.id, state: row.state, refusals: row.refusals ?? [] });
    else fresh.set(event.id, event);
  }
  return { fresh: [...fresh.values()], known };
}

interface StoredRow {
  readonly event_key: string;
  readonly state: EventState;
  readonly refusals: readonly Refusal[] | null;
  readonly body: Buffer;
}

async function storedRows(
  tx: Queryable,
  tenantId: string,
  events: readonly TraceEvent[],
): Promise<Map<string, StoredRow>> {
  const { rows } = await tx.query<StoredRow>({
    name: 'trace-events-known',
    text: 'select event_key, state, refusals, body from trace_events where tenant_id = $1 and event_key = any($2::uuid[])',
    values: [tenantId, events.map(({ id }) => keyOf(id))],
  });
  return new Map(rows.map((row) => [row.event_key, row]));
}

function conflict({ id }: TraceEvent): StoredEvent {
  const refusal = traceabilityCatalogue.refuse('TRACE_EVENT_CONFLICT', {
    path: '/id',
    params: { event: id },
  });
  return { event: id, state: 'refused', refusals: [refusal] };
}

/** Events that didn't count so far and name a lot of the new ones: what was unknown or refused may look different now. */
async function openAbout(
  tx: Queryable,
  tenantId: string,
  fresh: readonly TraceEvent[],
): Promise<TraceEvent[]> {
  const found = new Map<string, TraceEvent>();
  for (let front = fresh; front.length > 0; ) {
    const { rows } = await tx.query<{ body: Buffer }>({
      name: 'trace-open',
      text: `select v.body from trace_events v
             where v.tenant_id = $1 and v.state in ('waiting', 'refused') and (v.corrects_key = any($3::uuid[])
               or v.event_key in (select m.event_key from trace_mentions m where m.tenant_id = $1 and m.lot_key = any($2::uuid[])))`,
      values: [tenantId, [...new Set(front.flatMap(lotsOf))].map(keyOf), front.map(({ id }) => keyOf(id))],
    });
    front = rows.map(readBody).filter(({ id }) => !found.has(id));
    for (const event of front) found.set(event.id, event);
  }
  return [...found.values()];
}

/**
 * Whether something decided before could fall: by a correction, or by a claim that a log knew earlier than what was taken
 * in so far. What became known later never displaces anything.
 */
function mayDisplace(
  fresh: readonly TraceEvent[],
  batch: readonly TraceEvent[],
  state: TraceState,
  { lots, lastKnown }: KnownLots,
): boolean {
  if (batch.some(({ corrects }) => corrects !== undefined)) return true;
  const late = fresh.filter(({ knownAt }) => lastKnown !== undefined && knownAt <= lastKnown);
  if (late.length === 0) return false;
  const known = new Set(lots.map(({ lot }) => lot.id));
  const fillsKnown = late.filter(isFlow).some(({ outputs }) => outputs.some(({ lot }) => known.has(lot)));
  return fillsKnown || batch.some(({ id }) => state.refused.has(id));
}

/** Computes the whole family of the events anew and stores what it comes to. */
async function recompute(
  tx: PoolClient,
  tenantId: string,
  batch: readonly TraceEvent[],
  policy: TracePolicy,
): Promise<Results> {
  const lots = new Set<string>();
  for (;;) {
    const family = await familyOf(tx, tenantId, batch, lots);
    const state = replay(family.events, { policy, known: family.known });
    const more = unsettled(family);
    for (const lot of more) lots.add(lot);
    if (more.length > 0) continue;
    await forget(tx, tenantId, family);
    return keep(tx, tenantId, family.events, state);
  }
}

async function forget(tx: PoolClient, tenantId: string, { events, lots, known }: Family): Promise<void> {
  const keys = [...lots].map(keyOf);
  await tx.query({
    name: 'trace-forget-ends',
    text: `delete from trace_ends where tenant_id = $1 and event_key = any($2::uuid[]) and lot_key = any($3::uuid[])`,
    values: [
      tenantId,
      events.map(({ id }) => keyOf(id)),
      [...keys, ...known.map(({ lot }) => keyOf(lot.id))],
    ],
  });
  await tx.query({
    name: 'trace-forget-lots',
    text: 'delete from trace_lots where tenant_id = $1 and lot_key = any($2::uuid[])',
    values: [tenantId, keys],
  });
}

/** What became of an event, by its identifier. */
type Results = (event: string) => StoredEvent;

async function keep(
  tx: PoolClient,
  tenantId: string,
  batch: readonly TraceEvent[],
  state: TraceState,
): Promise<Results> {
  const states = new Map(batch.map((event) => [event.id, stateOf(state, event)]));
  const accepted = batch.filter(({ id }) => states.get(id)?.[0] === 'accepted');
  const touched = newest(batch, state);
  await upsertEvents(
    tx,
    batch.map((event) => eventRow(tenantId, event, ...(states.get(event.id) ?? ['waiting']))),
  );
  await insertEnds(
    tx,
    tenantId,
    accepted.flatMap((event) => endsOf(event, state)),
  );
  await upsertLots(
    tx,
    [...touched].flatMap(([id, at]) => {
      const lot = state.lots.get(id);
      return lot ? [lotRow(tenantId, lot, at)] : [];
    }),
  );
  await keepMentions(
    tx,
    tenantId,
    batch,
    batch.filter(({ id }) => states.get(id)?.[0] !== 'accepted'),
  );
  return (event) => {
    const [found, refusals = []] = states.get(event) ?? ['waiting'];
    return { event, state: found, refusals };
  };
}

/** The lots that the batch touches, each with the newest log time. */
function newest(batch: readonly TraceEvent[], state: TraceState): Map<string, Instant> {
  const touched = new Map<string, Instant>();
  for (const event of batch)
    for (const lot of lotsOf(event)) {
      const last = touched.get(lot);
      if (state.lots.has(lot) && (last === undefined || event.knownAt > last))
        touched.set(lot, event.knownAt);
    }
  return touched;
}

async function keepMentions(
  tx: PoolClient,
  tenantId: string,
  batch: readonly TraceEvent[],
  without: readonly TraceEvent[],
): Promise<void> {
  await tx.query({
    name: 'trace-mentions-drop',
    text: `delete from trace_mentions where tenant_id = $1 and (lot_key, event_key) in
             (select * from unnest($2::uuid[], $3::uuid[]))`,
    values: [tenantId, ...pairs(batch)],
  });
  if (without.length === 0) return;
  await tx.query({
    name: 'trace-mentions-add',
    text: `insert into trace_mentions (tenant_id, lot_key, event_key)
           select $1, m.* from unnest($2::uuid[], $3::uuid[]) as m on conflict do nothing`,
    values: [tenantId, ...pairs(without)],
  });
}

/** Lots and the events that name them, as two columns. */
function pairs(events: readonly TraceEvent[]): [string[], string[]] {
  const found = events.flatMap((event) => lotsOf(event).map((lot) => [keyOf(lot), keyOf(event.id)] as const));
  return [found.map(([lot]) => lot), found.map(([, event]) => event)];
}
