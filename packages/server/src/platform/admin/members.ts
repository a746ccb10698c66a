import { randomUUID } from 'node:crypto';
import { type Instant, ok, type Result, refused } from '@portolan/kernel';
import type { Pool, PoolClient } from 'pg';
import { addAccessKey } from '../access/access-key.ts';
import { audit } from '../audit.ts';
import { nodeCatalogue } from '../catalogue.ts';
import type { Member, MemberRole } from '../tenant.ts';
import { withTransaction } from '../transaction.ts';
import { type AdminContext, operator } from './context.ts';
import { tenantBySlug } from './tenants.ts';

export interface NewMember {
  /** Short name of the organization. */
  readonly tenant: string;
  readonly name: string;
  readonly role: MemberRole;
}

/** Adds a person; answers the member and the access key, whose text is shown this once. */
export async function addMember(
  context: AdminContext,
  { tenant: slug, name, role }: NewMember,
): Promise<Result<{ member: Member; accessKey: string }>> {
  const tenant = await tenantBySlug(context.pool, slug);
  if (!tenant.ok) return tenant;
  const at = context.clock.now();
  const tenantId = tenant.value.id;
  const member = { id: randomUUID(), name, role };
  const accessKey = await withTransaction(context.pool, async (client) => {
    await insertMember(client, tenantId, member, at);
    return addAccessKey(client, { tenantId, memberId: member.id }, at);
  });
  return ok({ member, accessKey });
}

export async function insertMember(
  client: PoolClient,
  tenantId: string,
  member: Member,
  at: Instant,
): Promise<void> {
  const { id, name, role } = member;
  await client.query(
    'insert into members (tenant_id, id, name, role, created_at) values ($1, $2, $3, $4, $5)',
    [...[tenantId, id, name, role, at]],
  );
  await audit(client, { tenantId, at, actor: operator, action: 'member.add', subject: id });
}

/** The people who act for an organization now. */
export async function listMembers(pool: Pool, tenantId: string): Promise<Member[]> {
  const { rows } = await pool.query<Member>(
    'select id, name, role from members where tenant_id = $1 and left_at is null order by name, id',
    [tenantId],
  );
  return rows;
}

/** Ends a person's seat: sessions, tokens and access keys stop working at once; what was signed stays. */
export async function removeMember(
  context: AdminContext,
  slug: string,
  memberId: string,
): Promise<Result<void>> {
  const tenant = await tenantBySlug(context.pool, slug);
  if (!tenant.ok) return tenant;
  const at = context.clock.now();
  const tenantId = tenant.value.id;
  const { rowCount } = await context.pool.query(
    'update members set left_at = $3 where tenant_id = $1 and id::text = $2 and left_at is null',
    [tenantId, memberId, at],
  );
  if (rowCount === 0) return refused(nodeCatalogue.refuse('NODE_MEMBER_UNKNOWN'));
  await audit(context.pool, { tenantId, at, actor: operator, action: 'member.remove', subject: memberId });
  return ok(undefined);
}
