import type { Refusal } from '@portolan/kernel';
import {
  acceptedState,
  type Direction,
  type Lot,
  type TraceEvent,
  type TraceState,
  trace,
  traceabilityCatalogue,
} from '@portolan/traceability';
import type { Queryable } from '../trade/store/bulk.ts';
import { readBody } from './body.ts';
import { storedEdges } from './edges.ts';
import { keyOf } from './keys.ts';
import { lotsByKey, type StoredLotRow } from './lot-rows.ts';
import { lotsOf } from './rows.ts';

/** How far the family of one lot is read for its composition or for a recall. */
export const partLimits = { generations: 100, lots: 20_000, events: 60_000 } as const;

/** The part of a ledger that says what a lot is made of, or what it became. */
export interface Part {
  readonly state: TraceState;
  /** Lots of the family. */
  readonly lots: ReadonlyMap<string, StoredLotRow>;
  /** Why the part is not whole; then its quantities say nothing. */
  readonly cut?: Refusal;
}

/**
 * Every accepted event that touches the family of a lot, and the lots outside on which these draw: enough to carry composition
 * through it to the last unit. One query a generation, then three.
 */
export async function readPart(
  db: Queryable,
  tenantId: string,
  lot: string,
  direction: Direction,
): Promise<Part> {
  const found = await trace(storedEdges(db, tenantId), [keyOf(lot)], direction, partLimits);
  const keys = found.lots.map((each) => each.lot);
  const bodies = found.cut ? [] : await eventsTouching(db, tenantId, keys);
  if (found.cut || bodies.length > partLimits.events)
    return { state: acceptedState([]), lots: new Map(), cut: found.cut ?? tooWide(keys.length) };
  const family = new Set(keys);
  const outside = bodies
    .flatMap(lotsOf)
    .map(keyOf)
    .filter((key) => !family.has(key));
  const [lots, others] = await Promise.all([lotsByKey(db, tenantId, keys), lotsByKey(db, tenantId, outside)]);
  return { state: acceptedState(bodies, [...others.values()].map(bareLot)), lots };
}

function tooWide(lots: number): Refusal {
  return traceabilityCatalogue.refuse('TRACE_TOO_WIDE', {
    params: { lots, generations: partLimits.generations },
  });
}

async function eventsTouching(
  db: Queryable,
  tenantId: string,
  lots: readonly string[],
): Promise<TraceEvent[]> {
  const { rows } = await db.query<{ body: string }>({
    name: 'trace-part-events',
    text: `select v.body from trace_events v where v.tenant_id = $1 and v.event_key in
             (select distinct e.event_key from trace_ends e where e.tenant_id = $1 and e.lot_key = any($2::uuid[])
                and e.side in ('i', 'o') limit $3)`,
    values: [tenantId, lots, partLimits.events + 1],
  });
  return rows.map(readBody);
}

/** A lot of which only name and unit matter. */
function bareLot({ lot, commodity, unit, base, pool, made }: StoredLotRow): Lot {
  return {
    ...{ id: lot, commodity, unit, base: base ?? undefined, pool, made },
    ...{ attributes: {}, produced: 0n, drawn: 0n, madeBy: [], takenBy: [] },
    holders: { title: { first: undefined, transfers: [] }, custody: { first: undefined, transfers: [] } },
  };
}
