import { isFlow, type KnownLot, type TraceEvent } from '@portolan/traceability';
import type { Queryable } from '../trade/store/bulk.ts';
import { readBody } from './body.ts';
import { keyOf } from './keys.ts';
import { knownLots } from './known.ts';
import { lotsOf } from './rows.ts';

export interface Family {
  /** Every event that touches a lot of the family, whatever its state. */
  readonly events: readonly TraceEvent[];
  /** Lots to be computed anew. */
  readonly lots: ReadonlySet<string>;
  /** Lots that the family draws on, without what it took. */
  readonly known: readonly KnownLot[];
  /** Keys of those lots, each with the key of an event of the family that took of it as things were stored. */
  readonly takers: ReadonlySet<string>;
}

/**
 * Everything that could change when these events are taken in: the lots they name and name in what they correct, and what
 * was made of these, generation by generation.
 */
export async function familyOf(
  db: Queryable,
  tenantId: string,
  start: readonly TraceEvent[],
  also: Iterable<string>,
): Promise<Family> {
  const events = new Map<string, TraceEvent>();
  const lots = new Set(also);
  let front = [...start, ...(await eventsTouching(db, tenantId, [...lots]))];
  while (front.length > 0) {
    const fresh = [...front, ...(await corrections(db, tenantId, front))].filter(({ id }) => !events.has(id));
    for (const event of fresh) events.set(event.id, event);
    const reached = [...new Set(fresh.flatMap((event) => downstream(event, start)))].filter(
      (lot) => !lots.has(lot),
    );
    for (const lot of reached) lots.add(lot);
    front = await eventsTouching(db, tenantId, reached);
  }
  const all = [...events.values()];
  return { events: all, lots, ...(await outside(db, tenantId, all, lots)) };
}

/** The lots that change with an event: all that the first ones name, and what any step made. */
function downstream(event: TraceEvent, start: readonly TraceEvent[]): string[] {
  if (start.includes(event) || event.corrects !== undefined) return lotsOf(event);
  return isFlow(event) ? event.outputs.map(({ lot }) => lot) : [];
}

/** What corrects the events, and what they correct: none of these names the lots of the other. */
export async function corrections(
  db: Queryable,
  tenantId: string,
  events: readonly TraceEvent[],
): Promise<TraceEvent[]> {
  const { rows } = await db.query<{ body: string }>({
    name: 'trace-corrections',
    text: `select body from trace_events where tenant_id = $1
             and (event_key = any($2::uuid[]) or corrects_key is not null and corrects_key = any($3::uuid[]))`,
    values: [
      tenantId,
      events.flatMap(({ corrects }) => (corrects === undefined ? [] : [keyOf(corrects)])),
      events.flatMap(({ id, corrects }) => [id, corrects ?? id]).map(keyOf),
    ],
  });
  return rows.map(readBody);
}

/** Accepted events by their ends; refused and superseded ones, few, by the lots they name. */
async function eventsTouching(
  db: Queryable,
  tenantId: string,
  lots: readonly string[],
): Promise<TraceEvent[]> {
  const { rows } = await db.query<{ body: string }>({
    name: 'trace-touching',
    text: `select v.body from trace_events v where v.tenant_id = $1 and v.event_key in
             (select e.event_key from trace_ends e where e.tenant_id = $1 and e.lot_key = any($2::uuid[])
              union select m.event_key from trace_mentions m where m.tenant_id = $1 and m.lot_key = any($2::uuid[]))`,
    values: [tenantId, lots.map(keyOf)],
  });
  return rows.map(readBody);
}

/** Lots that the family only draws on: their balance as if the family had taken nothing yet, and who of it had. */
async function outside(
  db: Queryable,
  tenantId: string,
  events: readonly TraceEvent[],
  lots: ReadonlySet<string>,
): Promise<Pick<Family, 'known' | 'takers'>> {
  const { lots: named } = await knownLots(db, tenantId, events);
  const known = named.filter(({ lot }) => !lots.has(lot.id));
  const { rows } = await db.query<{ lot_key: string; event_key: string; amount: string }>({
    name: 'trace-family-taken',
    text: `select lot_key, event_key, amount from trace_ends
           where tenant_id = $1 and side = 'i' and event_key = any($2::uuid[]) and lot_key = any($3::uuid[])`,
    values: [tenantId, events.map(({ id }) => keyOf(id)), known.map(({ lot }) => keyOf(lot.id))],
  });
  const takers = new Set(rows.map(({ lot_key, event_key }) => `${lot_key} ${event_key}`));
  const taken = new Map<string, bigint>();
  for (const { lot_key, amount } of rows) taken.set(lot_key, (taken.get(lot_key) ?? 0n) + BigInt(amount));
  const own = new Set(events.map(({ id }) => keyOf(id)));
  for (const { lot } of known) lot.drawn -= taken.get(keyOf(lot.id)) ?? 0n;
  return {
    takers,
    known: known.map(({ lot, later = [] }) => ({ lot, later: later.filter(({ event }) => !own.has(event)) })),
  };
}

/**
 * Lots outside of which other events take now than took before: what they freed or took up may decide between others, so
 * that they belong to the family after all.
 */
export function unsettled({ known, takers }: Family): string[] {
  return known
    .map(({ lot }) => lot)
    .filter(({ id, takenBy }) => {
      const key = keyOf(id);
      const before = [...takers].filter((taker) => taker.startsWith(key));
      return (
        before.length !== takenBy.length || takenBy.some((event) => !takers.has(`${key} ${keyOf(event.id)}`))
      );
    })
    .map(({ id }) => id);
}
