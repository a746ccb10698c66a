import type { Digest, JsonObject } from '@portolan/kernel';
import type { Moment } from '../../exchange/moment.ts';
import type { Tenant } from '../../platform/tenant.ts';
import type { TradeContext } from '../../trade/context.ts';
import { verifyBatch } from '../../trade/evidence/verify.ts';
import type { HeldAuthority } from './store.ts';
import { authorityIn } from './take.ts';

/** Verifies credentials that a tenant hands in or has signed, and reads those about authority among them. */
export async function verifyAuthority(
  context: TradeContext,
  tenant: Tenant,
  credentials: ReadonlyMap<Digest, JsonObject>,
  moment: Moment,
): Promise<HeldAuthority[]> {
  const { verdicts } = await verifyBatch(context, tenant.id, credentials, moment);
  return authorityIn({ tenantId: tenant.id, from: tenant.did, moment, credentials, verdicts });
}
