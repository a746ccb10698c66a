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
import { corrections, type Family, familyOf, unsettled } from './family.ts';
import { keep, type Results, type Sources, type StoredEvent } from './keep.ts';
import { keyOf } from './keys.ts';
import { type KnownLots, knownLots } from './known.ts';
import { type EventState, lotsOf } from './rows.ts';

export type { StoredEvent } from './keep.ts';

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
  sources?: Sources,
): Promise<StoredEvent[]> {
  await lockLedger(tx, tenantId);
  const { fresh, known } = await withoutStored(tx, tenantId, events);
  if (fresh.length === 0) return known;
  const open = await openAbout(tx, tenantId, fresh);
  const batch = [...fresh, ...open];
  const lots = await knownLots(tx, tenantId, batch);
  const state = replay(batch, { policy, known: lots.lots });
  const result = mayDisplace(fresh, batch, state, lots)
    ? await recompute(tx, tenantId, { fresh, batch, sources }, policy)
    : await keep(tx, {
        ...{ tenantId, events: batch, state, sources },
        isStored: isAmong(open),
        storedLots: new Set(lots.lots.map(({ lot }) => lot.id)),
      });
  return [...known, ...fresh.map(({ id }) => result(id))];
}

/**
 * Takes events out of a tenant's ledger as if they had never come: what a document says may be another thing once a document that
 * it depends on is at hand. Everything that builds on them is computed anew.
 */
export async function withdrawTraceEvents(
  tx: PoolClient,
  tenantId: string,
  events: readonly TraceEvent[],
  policy: TracePolicy,
): Promise<void> {
  if (events.length === 0) return;
  await lockLedger(tx, tenantId);
  const gone = new Set(events.map(({ id }) => id));
  const related = (await corrections(tx, tenantId, events)).filter(({ id }) => !gone.has(id));
  await tx.query({
    name: 'trace-withdraw',
    text: `with mentions as (delete from trace_mentions where tenant_id = $1 and event_key = any($2::uuid[])),
                ends as (delete from trace_ends where tenant_id = $1 and event_key = any($2::uuid[]))
           delete from trace_events where tenant_id = $1 and event_key = any($2::uuid[])`,
    values: [tenantId, [...gone].map(keyOf)],
  });
  await recompute(tx, tenantId, { fresh: [], batch: related, also: events.flatMap(lotsOf) }, policy);
}

function isAmong(events: readonly TraceEvent[]): (event: TraceEvent) => boolean {
  const known = new Set(events);
  return (event) => known.has(event);
}

/** One writer a tenant at a time: lots of one batch are many, and a lock on each would outgrow the lock table. */
export async function lockLedger(tx: PoolClient, tenantId: string): Promise<void> {
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
    else if (row) known.push(storedEvent(event.id, row));
    else fresh.set(event.id, event);
  }
  return { fresh: [...fresh.values()], known };
}

interface StoredRow {
  readonly event_key: string;
  readonly state: EventState;
  readonly refusals: string | null;
  readonly body: string;
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

function storedEvent(event: string, { state, refusals }: StoredRow): StoredEvent {
  return { event, state, refusals: refusals === null ? [] : JSON.parse(refusals) };
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
    const { rows } = await tx.query<{ body: string }>({
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

interface Recomputing {
  readonly fresh: readonly TraceEvent[];
  readonly batch: readonly TraceEvent[];
  /** Lots that belong to the family whatever the events say. */
  readonly also?: readonly string[];
  readonly sources?: Sources | undefined;
}

/** Computes the whole family of the events anew and stores what it comes to. */
async function recompute(
  tx: PoolClient,
  tenantId: string,
  { fresh, batch, also = [], sources }: Recomputing,
  policy: TracePolicy,
): Promise<Results> {
  const lots = new Set<string>(also);
  for (;;) {
    const family = await familyOf(tx, tenantId, batch, lots);
    const state = replay(family.events, { policy, known: family.known });
    const more = unsettled(family);
    for (const lot of more) lots.add(lot);
    if (more.length > 0) continue;
    await forget(tx, tenantId, family);
    const isNew = new Set(fresh.map(({ id }) => id));
    return keep(tx, {
      ...{ tenantId, events: family.events, state, sources },
      isStored: ({ id }) => !isNew.has(id),
      storedLots: new Set(family.known.map(({ lot }) => lot.id)),
    });
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
