import type { Queryable } from '../queryable.ts';

/** The agencies whose register counts for a tenant: itself when it is one, else all of this node; their names by DID. */
export async function readAgencies(db: Queryable, tenantId: string): Promise<Map<string, string>> {
  const { rows } = await db.query<{ id: string; did: string; name: string }>({
    name: 'credential-agencies',
    text: `select id, did, name from tenants where kind = 'agency'`,
  });
  const own = rows.filter(({ id }) => id === tenantId);
  return new Map((own.length > 0 ? own : rows).map(({ did, name }) => [did, name]));
}
