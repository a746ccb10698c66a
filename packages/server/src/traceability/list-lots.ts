import type { LotRow, listLots } from '@portolan/contract';
import type { Static } from 'typebox';
import type { Queryable } from '../trade/store/bulk.ts';
import { cursorOf, readCursor } from './cursor.ts';
import { lotViews, type StoredLotRow } from './lot-rows.ts';

type Query = Static<(typeof listLots)['query']>;

/** Lots are counted up to here. */
const countedMost = 10_000;

const states: Readonly<Record<NonNullable<Query['state']>, string>> = {
  left: 'l.drawn < l.produced',
  gone: 'l.drawn >= l.produced and not l.pool',
  pool: 'l.pool',
  open: `exists (select from trace_mentions m join trace_events v on v.tenant_id = m.tenant_id and v.event_key = m.event_key
           where m.tenant_id = l.tenant_id and m.lot_key = l.lot_key and v.state in ('refused', 'waiting'))`,
};

/** A page of a tenant's lots, youngest first. All words of `q` must stand in the name, commodity or attributes. */
export async function listedLots(
  db: Queryable,
  tenantId: string,
  query: Query,
): Promise<{ items: LotRow[]; next?: string; total: number; atLeast: boolean }> {
  const limit = query.limit ?? 25;
  const { where, values } = conditions(tenantId, query);
  const after = readCursor(query.cursor);
  const place = after
    ? ` and (l.made, l.lot_key) < ($${values.length + 1}::timestamptz, $${values.length + 2}::uuid)`
    : '';
  const [{ rows }, counted] = await Promise.all([
    db.query<StoredLotRow>(
      `select l.* from trace_lots l where ${where}${place} order by l.made desc, l.lot_key desc limit ${limit + 1}`,
      after ? [...values, ...after] : values,
    ),
    db.query<{ found: number }>(
      `select count(*)::int as found from (select from trace_lots l where ${where} limit ${countedMost + 1}) as matching`,
      values,
    ),
  ]);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const found = counted.rows[0]?.found ?? 0;
  return {
    items: await lotViews(db, tenantId, shown),
    total: Math.min(found, countedMost),
    atLeast: found > countedMost,
    ...(last ? { next: cursorOf([last.made, last.lot_key]) } : {}),
  };
}

function conditions(tenantId: string, { q, state, commodity }: Query): { where: string; values: unknown[] } {
  const values: unknown[] = [tenantId];
  const where = ['l.tenant_id = $1'];
  for (const word of words(q)) {
    values.push(word);
    where.push(
      `position($${values.length} in lower(l.lot || ' ' || l.commodity || ' ' || coalesce(l.attributes, ''))) > 0`,
    );
  }
  if (commodity !== undefined && commodity !== '') {
    values.push(commodity);
    where.push(`starts_with(l.commodity, $${values.length})`);
  }
  if (state) where.push(states[state]);
  return { where: where.join(' and '), values };
}

function words(q = ''): string[] {
  return q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 10);
}
