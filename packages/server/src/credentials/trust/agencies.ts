import type { Queryable } from '../queryable.ts';

/**
 * The agencies whose word counts for a tenant, with their names by DID: itself when it is one, else those with a seat on
 * this node and those that the operator has entered among the peers.
 */
export async function readAgencies(db: Queryable, tenantId: string): Promise<Map<string, string>> {
  const { rows } = await db.query<{ id: string | null; did: string; name: string }>({
    name: 'credential-agencies',
    text: `select id::text, did, name from tenants where kind = 'agency'
           union all select null, did, name from peers where kind = 'agency'`,
  });
  const own = rows.filter(({ id }) => id === tenantId);
  return new Map((own.length > 0 ? own : rows).map(({ did, name }) => [did, name]));
}
