import { randomUUID } from 'node:crypto';
import { type Instant, ok, type Result, refused } from '@portolan/kernel';
import { newSecret } from '../access/secret.ts';
import { audit } from '../audit.ts';
import { nodeCatalogue } from '../catalogue.ts';
import type { TokenScope } from '../tenant.ts';
import { type AdminContext, operator } from './context.ts';
import { listMembers } from './members.ts';
import { tenantBySlug } from './tenants.ts';

export interface NewToken {
  /** Short name of the organization. */
  readonly tenant: string;
  readonly memberId: string;
  readonly label: string;
  readonly scopes: readonly TokenScope[];
  /** Unset = until withdrawn. */
  readonly expiresAt?: Instant;
}

/** Makes an API token that acts as a member within its scopes; the text is shown this once. */
export async function addToken(
  context: AdminContext,
  token: NewToken,
): Promise<Result<{ id: string; token: string }>> {
  const tenant = await tenantBySlug(context.pool, token.tenant);
  if (!tenant.ok) return tenant;
  const tenantId = tenant.value.id;
  const members = await listMembers(context.pool, tenantId);
  if (!members.some(({ id }) => id === token.memberId))
    return refused(nodeCatalogue.refuse('NODE_MEMBER_UNKNOWN'));
  const { text, hash } = newSecret('pat', tenantId);
  const id = randomUUID();
  const at = context.clock.now();
  await context.pool.query(
    `insert into api_tokens (tenant_id, token_hash, id, member_id, label, scopes, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tenantId, hash, id, token.memberId, token.label, token.scopes, at, token.expiresAt ?? null],
  );
  await audit(context.pool, { tenantId, at, actor: operator, action: 'token.add', subject: id });
  return ok({ id, token: text });
}

/** Withdraws an API token at once. */
export async function revokeToken(context: AdminContext, slug: string, id: string): Promise<Result<void>> {
  const tenant = await tenantBySlug(context.pool, slug);
  if (!tenant.ok) return tenant;
  const tenantId = tenant.value.id;
  const at = context.clock.now();
  const { rowCount } = await context.pool.query(
    'update api_tokens set revoked_at = $3 where tenant_id = $1 and id::text = $2 and revoked_at is null',
    [tenantId, id, at],
  );
  if (rowCount === 0) return refused(nodeCatalogue.refuse('NODE_NOT_FOUND'));
  await audit(context.pool, { tenantId, at, actor: operator, action: 'token.revoke', subject: id });
  return ok(undefined);
}
