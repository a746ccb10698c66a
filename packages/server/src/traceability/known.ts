import type { Instant } from '@portolan/kernel';
import type { KnownLot, Lot, Movement, TraceEvent, TransferEvent } from '@portolan/traceability';
import type { Queryable } from '../trade/store/bulk.ts';
import { readBody } from './body.ts';
import { keyOf } from './keys.ts';
import { lotsOf } from './rows.ts';

interface StoredLot {
  lot_key: string;
  lot: string;
  commodity: string;
  unit: string;
  base: string | null;
  pool: boolean;
  made: Instant;
  produced: string;
  drawn: string;
  last_drawn: Instant | null;
  last_known: Instant;
  owner: string | null;
  custodian: string | null;
  attributes: string | null;
}

export interface KnownLots {
  readonly lots: KnownLot[];
  /** The newest log time of anything that touched any of the lots. */
  readonly lastKnown: Instant | undefined;
}

/** The stored lots that events touch, as they stand: balances, transfers, and what moved in a pool since the earliest event. */
export async function knownLots(
  db: Queryable,
  tenantId: string,
  events: readonly TraceEvent[],
): Promise<KnownLots> {
  const keys = [...new Set(events.flatMap(lotsOf))].map(keyOf);
  const stored = await storedLots(db, tenantId, keys);
  if (stored.length === 0) return { lots: [], lastKnown: undefined };
  const earliest = events.reduce((first, { at }) => (at < first ? at : first), (events[0] as TraceEvent).at);
  const pools = stored.filter(({ pool }) => pool).map(({ lot_key }) => lot_key);
  const [transfers, movements] = await Promise.all([
    storedTransfers(
      db,
      tenantId,
      stored.map(({ lot_key }) => lot_key),
    ),
    poolMovements(db, tenantId, pools, earliest),
  ]);
  const lots = stored.map((row) => ({
    lot: lotFrom(row, transfers.get(row.lot) ?? []),
    ...(row.pool ? { later: movements.get(row.lot_key) ?? [] } : {}),
  }));
  const times = stored.map(({ last_known }) => last_known);
  return { lots, lastKnown: times.reduce((last, time) => (time > last ? time : last)) };
}

async function storedLots(db: Queryable, tenantId: string, keys: readonly string[]): Promise<StoredLot[]> {
  const { rows } = await db.query<StoredLot>({
    name: 'trace-lots-known',
    text: 'select * from trace_lots where tenant_id = $1 and lot_key = any($2::uuid[])',
    values: [tenantId, keys],
  });
  return rows;
}

function lotFrom(row: StoredLot, transfers: readonly TransferEvent[]): Lot {
  const of = (kind: TransferEvent['kind']) => transfers.filter((event) => event.kind === kind);
  return {
    id: row.lot,
    commodity: row.commodity,
    unit: row.unit,
    base: row.base ?? undefined,
    pool: row.pool,
    made: row.made,
    attributes: row.attributes === null ? {} : JSON.parse(row.attributes),
    produced: BigInt(row.produced),
    drawn: BigInt(row.drawn),
    ...(row.last_drawn ? { lastDrawn: row.last_drawn } : {}),
    madeBy: [],
    takenBy: [],
    holders: {
      title: { first: row.owner ?? undefined, transfers: of('title') },
      custody: { first: row.custodian ?? undefined, transfers: of('custody') },
    },
  };
}

/** Accepted transfers by lot, in the order of time. */
export async function storedTransfers(
  db: Queryable,
  tenantId: string,
  keys: readonly string[],
): Promise<Map<string, TransferEvent[]>> {
  const { rows } = await db.query<{ body: string }>({
    name: 'trace-transfers',
    text: `select v.body from trace_ends e
           join trace_events v on v.tenant_id = e.tenant_id and v.event_key = e.event_key
           where e.tenant_id = $1 and e.lot_key = any($2::uuid[]) and e.side = 's' and v.state = 'accepted'
           order by e.at, e.event_key`,
    values: [tenantId, keys],
  });
  const byLot = new Map<string, TransferEvent[]>();
  for (const row of rows) {
    const event = readBody(row);
    if (event.kind === 'title' || event.kind === 'custody')
      byLot.set(event.lot, [...(byLot.get(event.lot) ?? []), event]);
  }
  return byLot;
}

async function poolMovements(
  db: Queryable,
  tenantId: string,
  keys: readonly string[],
  from: Instant,
): Promise<Map<string, Movement[]>> {
  const byLot = new Map<string, Movement[]>();
  if (keys.length === 0) return byLot;
  const { rows } = await db.query<{
    lot_key: string;
    event_key: string;
    at: Instant;
    side: string;
    amount: string;
  }>({
    name: 'trace-pool-movements',
    text: `select lot_key, event_key, at, side, amount from trace_ends
           where tenant_id = $1 and lot_key = any($2::uuid[]) and side in ('i', 'o') and at >= $3`,
    values: [tenantId, keys, from],
  });
  for (const { lot_key, event_key, at, side, amount } of rows) {
    const signed = side === 'i' ? -BigInt(amount) : BigInt(amount);
    const list = byLot.get(lot_key) ?? [];
    list.push({ event: event_key, at, amount: signed });
    byLot.set(lot_key, list);
  }
  return byLot;
}
