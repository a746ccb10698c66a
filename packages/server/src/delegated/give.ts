import { randomUUID } from 'node:crypto';
import { type Caveats, type DelegatedAction, delegateCapability } from '@portolan/credentials/delegation';
import { ok, parseInstant, type Result, refused } from '@portolan/kernel';
import { holderKey } from '../openid4vp/holder-key.ts';
import { audit } from '../platform/audit.ts';
import type { NodeContext } from '../platform/context.ts';
import type { Auth } from '../platform/tenant.ts';
import { withTransaction } from '../platform/transaction.ts';
import { delegatedCatalogue } from './catalogue.ts';
import { addCapability, addRevocation, type CapabilityRow, listGiven } from './store.ts';
import type { Owner } from './trust.ts';

type GiveContext = Pick<NodeContext, 'pool' | 'clock' | 'keys'>;

export interface NewCapability {
  readonly controller: string;
  readonly actions: readonly DelegatedAction[];
  readonly below?: string;
  readonly caveat?: Caveats;
  readonly expires: string;
  readonly reason: string;
}

/**
 * Signs a capability with the organization's key and keeps it. Whoever is named may use it, or pass on a part of it, until it
 * ends or is taken back. Refuses an end that is no time, or past.
 */
export async function give(
  context: GiveContext,
  { tenant, member }: Auth,
  owner: Owner,
  wanted: NewCapability,
): Promise<Result<CapabilityRow>> {
  const expires = parseInstant(wanted.expires, '/expires');
  if (!expires.ok) return expires;
  const created = context.clock.now();
  if (expires.value <= created)
    return refused(
      delegatedCatalogue.refuse('NODE_ZCAP_PAST', { path: '/expires', params: { expires: expires.value } }),
    );
  const id = `urn:uuid:${randomUUID()}`;
  const target = wanted.below === undefined ? owner.address : `${owner.address}/${wanted.below}`;
  const caveat = wanted.caveat && Object.keys(wanted.caveat).length > 0 ? { caveat: wanted.caveat } : {};
  const { controller, actions } = wanted;
  const capability = await delegateCapability(
    { id, controller, target, actions, expires: expires.value, created, ...caveat },
    await holderKey(context, tenant.id),
  );
  if (!capability.ok) return capability;
  const row: CapabilityRow = {
    ...{ capability_id: id, controller, target, expires: expires.value, created_at: created },
    ...{ created_by: member.id, reason: wanted.reason, capability: capability.value },
  };
  await withTransaction(context.pool, async (tx) => {
    await addCapability(tx, tenant.id, row);
    const detail = { controller, actions: [...actions], target, reason: wanted.reason };
    const action = 'capability.give';
    await audit(tx, { tenantId: tenant.id, at: created, actor: member.id, action, subject: id, detail });
  });
  return ok(row);
}

/** Takes a capability back for good: one of the own, or one that somebody made from an own one, by its id. */
export async function takeBack(
  context: Pick<GiveContext, 'pool' | 'clock'>,
  { tenant, member }: Auth,
  id: string,
  reason: string,
): Promise<Result<{ id: string; revokedAt: string }>> {
  if (!/^urn:[\w:.-]{3,300}$/i.test(id))
    return refused(delegatedCatalogue.refuse('NODE_ZCAP_UNKNOWN', { params: { id: id.slice(0, 100) } }));
  const at = context.clock.now();
  return withTransaction(context.pool, async (tx) => {
    const revokedAt = await addRevocation(tx, tenant.id, { id, at, by: member.id, reason });
    const action = 'capability.revoke';
    await audit(tx, {
      ...{ tenantId: tenant.id, at, actor: member.id, action, subject: id, detail: { reason } },
    });
    return ok({ id, revokedAt });
  });
}

/** One capability that a tenant gave. */
export async function readGiven(
  { pool, clock }: Pick<GiveContext, 'pool' | 'clock'>,
  tenantId: string,
  id: string,
) {
  const { rows } = await listGiven(pool, tenantId, { id, offset: 0, limit: 1 }, clock.now());
  return rows[0];
}
