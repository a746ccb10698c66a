import type { Tenant } from '../platform/tenant.ts';
import type { Queryable } from '../trade/store/bulk.ts';

interface TenantRow {
  id: string;
  slug: string;
  name: string;
  kind: 'agency' | 'trade';
  roles: string[];
  did: string;
  sample: boolean;
  filer_code: string | null;
}

const columns = 'id, slug, name, kind, roles, did, sample, filer_code';

/** The tenants of this node among some DIDs, those they had before included: what was sent to an earlier one arrives. */
export async function tenantsByDid(db: Queryable, dids: readonly string[]): Promise<Map<string, Tenant>> {
  const { rows } = await db.query<TenantRow & { known_by: string }>({
    name: 'exchange-tenants-by-did',
    text: `select did as known_by, ${columns} from tenants where did = any($1)
           union all
           select k.known_by, ${columns} from tenants t
           join (select distinct did as known_by, tenant_id from keys where did = any($1) and purpose = 'sign') k
             on k.tenant_id = t.id and k.known_by <> t.did`,
    values: [[...new Set(dids)]],
  });
  return new Map(rows.map(({ known_by, ...row }) => [known_by, tenantOf(row)]));
}

/** Every tenant of this node, agencies first. */
export async function allTenants(db: Queryable): Promise<Tenant[]> {
  const { rows } = await db.query<TenantRow>(`select ${columns} from tenants order by kind, slug`);
  return rows.map(tenantOf);
}

function tenantOf({ filer_code, ...row }: TenantRow): Tenant {
  return { ...row, ...(filer_code ? { filerCode: filer_code } : {}) };
}
