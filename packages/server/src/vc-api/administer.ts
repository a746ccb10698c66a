import { ok, type Result, refused } from '@portolan/kernel';
import { type OperatorContext, operator } from '../platform/admin/context.ts';
import { tenantBySlug } from '../platform/admin/tenants.ts';
import { audit } from '../platform/audit.ts';
import { nodeTenantId } from '../platform/node-tenant.ts';
import { vcApiCatalogue } from './catalogue.ts';
import { issuerProfiles } from './issuers.ts';

/** A key that an issuer of the VC API signs with from now on. */
export interface IssuerKey {
  readonly issuer: string;
  readonly did: string;
}

/**
 * An issuer of the VC API gets a new key and with it a new identifier; what the old one signed, and its status lists, stay good.
 * Without an organization it is an issuer of the node itself.
 */
export async function rotateIssuerKey(
  { pool, clock, formKeys }: OperatorContext,
  issuer: string,
  slug?: string,
): Promise<Result<IssuerKey>> {
  const profile = issuerProfiles.find(({ name }) => name === issuer);
  if (!profile) {
    const params = {
      issuer: issuer.slice(0, 60),
      issuers: issuerProfiles.map(({ name }) => name).join(', '),
    };
    return refused(vcApiCatalogue.refuse('NODE_VC_ISSUER_UNKNOWN', { params }));
  }
  const owner = slug === undefined ? ok({ id: nodeTenantId }) : await tenantBySlug(pool, slug);
  if (!owner.ok) return owner;
  const tenantId = owner.value.id;
  const { did } = await formKeys.rotate({ ...profile, tenantId });
  const detail = { issuer };
  await audit(pool, {
    tenantId,
    ...{ at: clock.now(), actor: operator, action: 'issuer.rotate', subject: did, detail },
  });
  return ok({ issuer, did });
}
