import type { JsonObject, Result } from '@portolan/kernel';
import { audit } from '../audit.ts';
import type { KeyOwner, RotateOptions } from '../keys/custody.ts';
import type { HeldKey } from '../keys/held-key.ts';
import type { KeyFile } from '../keys/transfer.ts';
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

/** A key for another node, closed under a passphrase; the audit trail keeps that it left. */
export async function exportKey(
  context: AdminContext,
  slug: string,
  keyId: string,
  passphrase: string,
): Promise<Result<KeyFile>> {
  return asOwner(context, slug, async (owner) => {
    const file = await context.keys.exportKey(owner, keyId, passphrase);
    if (file.ok) await record(context, owner.tenantId, 'key.export', keyId, { did: file.value.did });
    return file;
  });
}

/** Takes a key that was exported at another node; it signs from now on. */
export async function importKey(
  context: AdminContext,
  slug: string,
  file: JsonObject,
  passphrase: string,
): Promise<Result<HeldKey>> {
  return withOwner(context, slug, 'key.import', {}, (owner) =>
    context.keys.importKey(owner, file, passphrase),
  );
}

async function withOwner(
  context: AdminContext,
  slug: string,
  action: string,
  detail: JsonObject,
  change: (owner: KeyOwner) => Promise<Result<HeldKey>>,
): Promise<Result<HeldKey>> {
  return asOwner(context, slug, async (owner) => {
    const key = await change(owner);
    if (key.ok) await record(context, owner.tenantId, action, key.value.id, detail);
    return key;
  });
}

async function asOwner<T>(
  context: AdminContext,
  slug: string,
  work: (owner: KeyOwner) => Promise<Result<T>>,
): Promise<Result<T>> {
  const tenant = await tenantBySlug(context.pool, slug);
  if (!tenant.ok) return tenant;
  const { id: tenantId, sample } = tenant.value;
  return work({ tenantId, slug, sample });
}

function record(
  { pool, clock }: AdminContext,
  tenantId: string,
  action: string,
  subject: string,
  detail: JsonObject,
): Promise<void> {
  return audit(pool, { tenantId, at: clock.now(), actor: operator, action, subject, detail });
}
