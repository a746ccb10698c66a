import type { Queryable } from '../trade/store/bulk.ts';

/** Those whose address this node knows: a party without a node gets its copy by hand. */
export async function reachableAmong(db: Queryable, dids: readonly string[]): Promise<string[]> {
  if (dids.length === 0) return [];
  const { rows } = await db.query<{ did: string }>({
    name: 'parties-reachable',
    text: 'select did from tenants where did = any($1) union select did from peers where did = any($1)',
    values: [[...new Set(dids)]],
  });
  const known = new Set(rows.map(({ did }) => did));
  return dids.filter((did) => known.has(did));
}
