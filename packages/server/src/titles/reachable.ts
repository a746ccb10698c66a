import type { Queryable } from '../trade/store/bulk.ts';

/** Of some parties those that messages reach: seats of this node, and peers. */
export async function reachable(db: Queryable, dids: readonly string[]): Promise<Set<string>> {
  if (dids.length === 0) return new Set();
  const { rows } = await db.query<{ did: string }>({
    name: 'titles-reachable',
    text: 'select did from tenants where did = any($1) union select did from peers where did = any($1)',
    values: [[...new Set(dids)]],
  });
  return new Set(rows.map(({ did }) => did));
}
