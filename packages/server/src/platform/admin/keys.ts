import type { JsonObject, Result } from '@portolan/kernel';
import { audit } from '../audit.ts';
import type { KeyOwner, RotateOptions } from '../keys/custody.ts';
import type { HeldKey } from '../keys/held-key.ts';
import { type AdminContext, operator } from './context.ts';
import { tenantBySlug } from './tenants.ts';

/** A new key signs for the organization from now on; also after all its keys were revoked. */
export async function rotateKey(
  context: AdminContext,
  slug: string,
  options: RotateOptions = {},
): Promise<Result<HeldKey>> {
  return withOwner(context, slug, 'key.rotate', { ...options }, (owner) =>
    context.keys.rotate(owner, options),
  );
}

/** Revokes a key, as after its theft: what it signs from now on is refused everywhere. */
export async function revokeKey(
  context: AdminContext,
  slug: string,
  keyId: string,
  reason: string,
): Promise<Result<HeldKey>> {
  return withOwner(context, slug, 'key.revoke', { reason }, (owner) =>
    context.keys.revoke(owner, keyId, reason),
  );
}

async function withOwner(
  context: AdminContext,
  slug: string,
  action: string,
  detail: JsonObject,
  change: (owner: KeyOwner) => Promise<Result<HeldKey>>,
): Promise<Result<HeldKey>> {
  const tenant = await tenantBySlug(context.pool, slug);
  if (!tenant.ok) return tenant;
  const { id: tenantId, sample } = tenant.value;
  const key = await change({ tenantId, slug, sample });
  if (!key.ok) return key;
  const at = context.clock.now();
  await audit(context.pool, { tenantId, at, actor: operator, action, subject: key.value.id, detail });
  return key;
}
