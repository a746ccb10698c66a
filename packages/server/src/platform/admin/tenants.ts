import { randomUUID } from 'node:crypto';
import { ok, type Result, refused } from '@portolan/kernel';
import type { Pool, PoolClient } from 'pg';
import { audit } from '../audit.ts';
import { nodeCatalogue } from '../catalogue.ts';
import type { KeyOwner } from '../keys/custody.ts';
import type { Tenant, TenantKind } from '../tenant.ts';
import { withTransaction } from '../transaction.ts';
import { type AdminContext, operator } from './context.ts';

export interface NewTenant {
  /** Short name in addresses: lower-case letters, digits and hyphens, 3 to 40 of them. */
  readonly slug: string;
  readonly name: string;
  readonly kind: TenantKind;
  readonly roles: readonly string[];
  readonly filerCode?: string;
  readonly identifiers?: readonly { readonly scheme: string; readonly value: string }[];
  /** Set when the organization holds its key itself; else the node makes and holds one. */
  readonly did?: string;
  /** The sample community only: a fixed id and a public key seed. */
  readonly sample?: { readonly id: string; readonly seed: Uint8Array };
}

const slugForm = /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/;

/** Gives an organization a seat, with a key of its own. Refuses a short name that is taken or malformed. */
export async function addTenant(context: AdminContext, tenant: NewTenant): Promise<Result<Tenant>> {
  const { slug } = tenant;
  if (!slugForm.test(slug)) return refused(badSlug());
  const { rowCount } = await context.pool.query('select from tenants where slug = $1', [slug]);
  if (rowCount !== 0) return refused(nodeCatalogue.refuse('NODE_TENANT_EXISTS', { params: { slug } }));
  return withTransaction(context.pool, (client) => insertTenant(client, context, tenant));
}

async function insertTenant(
  client: PoolClient,
  context: AdminContext,
  tenant: NewTenant,
): Promise<Result<Tenant>> {
  const id = tenant.sample?.id ?? randomUUID();
  const { slug, name, kind, roles, filerCode, identifiers = [] } = tenant;
  const sample = tenant.sample !== undefined;
  const did = await didOf(client, context, tenant, { tenantId: id, slug, sample });
  if (!did.ok) return did;
  const at = context.clock.now();
  await client.query(
    `insert into tenants (id, slug, name, kind, roles, did, sample, filer_code, identifiers, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, slug, name, kind, roles, did.value, sample, filerCode ?? null, JSON.stringify(identifiers), at],
  );
  await audit(client, { tenantId: id, at, actor: operator, action: 'tenant.add', subject: slug });
  return ok({ id, slug, name, kind, roles, did: did.value, sample, ...(filerCode ? { filerCode } : {}) });
}

async function didOf(
  client: PoolClient,
  { keys }: AdminContext,
  { did, sample }: NewTenant,
  owner: KeyOwner,
): Promise<Result<string>> {
  if (did !== undefined) return ok(did);
  const key = await keys.createFor(client, owner, sample?.seed);
  return key.ok ? ok(key.value.did) : key;
}

type TenantRow = Omit<Tenant, 'filerCode'> & { readonly filer_code: string | null };

/** Every organization with a seat, agencies first. */
export async function listTenants(pool: Pool): Promise<Tenant[]> {
  const { rows } = await pool.query<TenantRow>(
    'select id, slug, name, kind, roles, did, sample, filer_code from tenants order by kind, created_at, slug',
  );
  return rows.map(({ filer_code, ...tenant }) => ({
    ...tenant,
    ...(filer_code ? { filerCode: filer_code } : {}),
  }));
}

export async function tenantBySlug(pool: Pool, slug: string): Promise<Result<Tenant>> {
  const tenant = (await listTenants(pool)).find((candidate) => candidate.slug === slug);
  return tenant ? ok(tenant) : refused(nodeCatalogue.refuse('NODE_TENANT_UNKNOWN', { params: { slug } }));
}

function badSlug() {
  const reason = 'a short name has 3 to 40 lower-case letters, digits and hyphens';
  return nodeCatalogue.refuse('NODE_FIELD_INVALID', { path: '/slug', params: { reason } });
}
