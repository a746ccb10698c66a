import type { SampleMemberView } from '@portolan/contract';
import type { Pool } from 'pg';

interface SampleRow {
  readonly id: string;
  readonly name: string;
  readonly role: SampleMemberView['role'];
  readonly slug: string;
  readonly tenant_name: string;
  readonly roles: string[];
}

/** Every member of the sample community, the agency's first. */
export async function readSampleMembers(pool: Pool): Promise<SampleMemberView[]> {
  const { rows } = await pool.query<SampleRow>(
    `select m.id, m.name, m.role, t.slug, t.name as tenant_name, t.roles
     from members m join tenants t on t.id = m.tenant_id
     where t.sample and m.left_at is null order by t.kind, t.created_at, t.slug, m.name`,
  );
  return rows.map(({ slug, tenant_name, roles, ...member }) => ({
    ...member,
    tenant: { slug, name: tenant_name, roles },
  }));
}

/** The seat of a sample member; undefined for every other member. */
export async function sampleMember(
  pool: Pool,
  memberId: string,
): Promise<{ tenantId: string; memberId: string } | undefined> {
  const { rows } = await pool.query<{ tenant_id: string }>(
    `select m.tenant_id from members m join tenants t on t.id = m.tenant_id
     where t.sample and m.left_at is null and m.id::text = $1`,
    [memberId],
  );
  const [row] = rows;
  return row && { tenantId: row.tenant_id, memberId };
}
