import type { Capability, DelegatedAction } from '@portolan/credentials/delegation';
import type { Instant } from '@portolan/kernel';
import type { Pool, PoolClient } from 'pg';

export interface CapabilityRow {
  readonly capability_id: string;
  readonly controller: string;
  readonly target: string;
  readonly expires: Instant;
  readonly created_at: Instant;
  readonly created_by: string;
  readonly reason: string;
  readonly capability: Capability;
}

export interface ListedCapability extends CapabilityRow {
  readonly revoked_at: Instant | null;
  readonly revoked_reason: string | null;
  readonly uses: number;
  readonly last_used_at: Instant | null;
}

/** Keeps a capability that a tenant gave. */
export async function addCapability(
  db: Pool | PoolClient,
  tenantId: string,
  row: CapabilityRow,
): Promise<void> {
  await db.query({
    name: 'capability-add',
    text: `insert into capabilities
             (tenant_id, capability_id, controller, target, expires, created_at, created_by, reason, capability)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      ...[tenantId, row.capability_id, row.controller, row.target, row.expires, row.created_at],
      ...[row.created_by, row.reason, JSON.stringify(row.capability)],
    ],
  });
}

export interface CapabilityQuery {
  readonly id?: string;
  readonly q?: string;
  readonly state?: string;
  readonly offset: number;
  readonly limit: number;
}

/** Capabilities that a tenant gave, newest first; `q` finds parts of receiver and reason, `state` active, ended or revoked. */
export async function listGiven(
  db: Pool | PoolClient,
  tenantId: string,
  { id, q = '', state, offset, limit }: CapabilityQuery,
  at: Instant,
): Promise<{ readonly rows: readonly ListedCapability[]; readonly total: number }> {
  const pattern = `%${q.toLowerCase().replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  const { rows } = await db.query<ListedCapability & { total: number }>({
    name: 'capability-page',
    text: `with given as (
             select c.*, r.revoked_at, r.reason as revoked_reason
             from capabilities c left join capability_revocations r
               on r.tenant_id = c.tenant_id and r.capability_id = c.capability_id
             where c.tenant_id = $1 and ($2::text is null or c.capability_id = $2)
               and lower(c.controller || ' ' || c.reason || ' ' || c.capability_id) like $3
               and ($4::text is null or $4 = case when r.revoked_at is not null then 'revoked'
                    when c.expires <= $5 then 'ended' else 'active' end)),
           page as (select *, count(*) over ()::int as total from given
                    order by created_at desc, capability_id offset $6 limit $7)
           select page.*, used.uses, used.last_used_at from page, lateral (
             select count(*)::int as uses, max(at) as last_used_at from capability_uses u
             where u.tenant_id = $1 and u.chain @> array[page.capability_id]) used
           order by created_at desc, page.capability_id`,
    values: [tenantId, id ?? null, pattern, state ?? null, at, offset, limit],
  });
  return { rows, total: rows[0]?.total ?? 0 };
}

/** Which of some capabilities were taken back. */
export async function revokedAmong(
  db: Pool | PoolClient,
  tenantId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ capability_id: string }>({
    name: 'capability-revoked',
    text: 'select capability_id from capability_revocations where tenant_id = $1 and capability_id = any($2)',
    values: [tenantId, ids],
  });
  return new Set(rows.map(({ capability_id }) => capability_id));
}

/** Takes a capability back; the first time counts. */
export async function addRevocation(
  db: Pool | PoolClient,
  tenantId: string,
  {
    id,
    at,
    by,
    reason,
  }: { readonly id: string; readonly at: Instant; readonly by: string; readonly reason: string },
): Promise<Instant> {
  const { rows } = await db.query<{ revoked_at: Instant }>({
    name: 'capability-revoke',
    text: `insert into capability_revocations (tenant_id, capability_id, revoked_at, revoked_by, reason)
           values ($1, $2, $3, $4, $5)
           on conflict (tenant_id, capability_id) do update set revoked_by = capability_revocations.revoked_by
           returning revoked_at`,
    values: [tenantId, id, at, by, reason],
  });
  return rows[0]?.revoked_at ?? at;
}

/** One thing done under a capability. */
export interface CapabilityUse {
  readonly capability_id: string;
  readonly invoker: string;
  readonly action: DelegatedAction;
  readonly target: string;
  readonly at: Instant;
}

/** Writes a use down; false when its signature was used before. */
export async function recordUse(
  db: Pool | PoolClient,
  tenantId: string,
  use: CapabilityUse & { readonly signature: Uint8Array; readonly chain: readonly string[] },
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'capability-use',
    text: `insert into capability_uses (tenant_id, signature, capability_id, chain, invoker, action, target, at)
           values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    values: [
      ...[tenantId, use.signature, use.capability_id, use.chain],
      ...[use.invoker, use.action, use.target, use.at],
    ],
  });
  return rowCount === 1;
}

/** What was done under a capability and under those made from it, newest first. */
export async function listUses(
  db: Pool | PoolClient,
  tenantId: string,
  { id, offset, limit }: { readonly id: string; readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: readonly CapabilityUse[]; readonly total: number }> {
  const { rows } = await db.query<CapabilityUse & { total: number }>({
    name: 'capability-uses',
    text: `select capability_id, invoker, action, target, at, count(*) over ()::int as total from capability_uses
           where tenant_id = $1 and chain @> array[$2::text] order by at desc, signature offset $3 limit $4`,
    values: [tenantId, id, offset, limit],
  });
  return { rows, total: rows[0]?.total ?? 0 };
}
