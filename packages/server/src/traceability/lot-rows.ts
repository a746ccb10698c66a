import type { LotRow as LotRowView } from '@portolan/contract';
import type { Instant } from '@portolan/kernel';
import { textOf } from '@portolan/traceability';
import type { PartyNames } from '../trade/entry/parties.ts';
import { partyNames } from '../trade/entry/parties.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import { storedTransfers } from './known.ts';

/** A lot as it is stored. */
export interface StoredLotRow {
  readonly lot_key: string;
  readonly lot: string;
  readonly commodity: string;
  readonly unit: string;
  readonly base: string | null;
  readonly pool: boolean;
  readonly made: Instant;
  readonly produced: string;
  readonly drawn: string;
  readonly owner: string | null;
  readonly custodian: string | null;
  readonly attributes: string | null;
}

/** Stored lots by their keys. */
export async function lotsByKey(
  db: Queryable,
  tenantId: string,
  keys: readonly string[],
): Promise<Map<string, StoredLotRow>> {
  const { rows } = await db.query<StoredLotRow>({
    name: 'trace-lots-by-key',
    text: 'select * from trace_lots where tenant_id = $1 and lot_key = any($2::uuid[])',
    values: [tenantId, [...new Set(keys)]],
  });
  return new Map(rows.map((row) => [row.lot_key, row]));
}

/** Lots as everybody of the organization sees them: with who holds them now, and how many events about them don't count. */
export async function lotViews(
  db: Queryable,
  tenantId: string,
  rows: readonly StoredLotRow[],
): Promise<LotRowView[]> {
  const keys = rows.map(({ lot_key }) => lot_key);
  const [transfers, open] = await Promise.all([
    storedTransfers(db, tenantId, keys),
    openCounts(db, tenantId, keys),
  ]);
  const holders = rows.map(({ lot, owner, custodian }) => {
    const last = (kind: 'title' | 'custody') =>
      transfers.get(lot)?.findLast((each) => each.kind === kind)?.to;
    return { owner: last('title') ?? owner, custodian: last('custody') ?? custodian };
  });
  const names = await partyNames(
    db,
    holders.flatMap(({ owner, custodian }) => [owner, custodian].flatMap((id) => id ?? [])),
  );
  return rows.map((row, index) => ({
    lot: row.lot,
    commodity: row.commodity,
    unit: row.unit,
    ...(row.base === null ? {} : { base: row.base }),
    pool: row.pool,
    made: row.made,
    produced: textOf(BigInt(row.produced)),
    left: textOf(BigInt(row.produced) - BigInt(row.drawn)),
    ...holderMember('owner', holders[index]?.owner, names),
    ...holderMember('custodian', holders[index]?.custodian, names),
    attributes: row.attributes === null ? {} : (JSON.parse(row.attributes) as Record<string, string>),
    open: open.get(row.lot_key) ?? 0,
  }));
}

type HolderView = NonNullable<LotRowView['owner']>;

function holderMember(
  name: 'owner' | 'custodian',
  id: string | null | undefined,
  names: PartyNames,
): { owner?: HolderView; custodian?: HolderView } {
  return id ? { [name]: holderView(id, names) } : {};
}

export function holderView(id: string, names: PartyNames): HolderView {
  return { id, name: names.ref(id).name };
}

async function openCounts(
  db: Queryable,
  tenantId: string,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await db.query<{ lot_key: string; open: number }>({
    name: 'trace-lots-open',
    text: `select m.lot_key, count(*)::int as open from trace_mentions m
           join trace_events v on v.tenant_id = m.tenant_id and v.event_key = m.event_key
           where m.tenant_id = $1 and m.lot_key = any($2::uuid[]) and v.state in ('refused', 'waiting')
           group by m.lot_key`,
    values: [tenantId, keys],
  });
  return new Map(rows.map(({ lot_key, open }) => [lot_key, open]));
}
