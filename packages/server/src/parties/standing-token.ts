import { bindSdJwt, discloseSdJwt, issueSdJwt, verdictRefusals } from '@portolan/credentials';
import { needsOf } from '@portolan/credentials/forms';
import {
  isRecord,
  type JsonObject,
  joinPointer,
  ok,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { disclosableMembers, holderFaults } from '@portolan/parties';
import { credentialServiceCatalogue } from '../credentials/catalogue.ts';
import { spendChallenge } from '../credentials/presentation/challenges.ts';
import { verifyFormApart } from '../platform/forms/index.ts';
import type { Auth, Tenant } from '../platform/tenant.ts';
import type { TradeContext } from '../trade/context.ts';
import { vcTrust } from '../vc-api/verify/trust.ts';
import { partyServiceCatalogue } from './catalogue.ts';

/**
 * The credential of a standing as `vc+sd-jwt`: with the same place on the status lists, bound to the key of the organization it
 * is about, and with the members that it may hide. Refuses an organization whose identifier names no key.
 */
export async function standingToken(
  context: TradeContext,
  tenant: Tenant,
  signed: JsonObject,
): Promise<Result<string>> {
  const { proof: _, ...credential } = signed;
  const holder = subjectOf(credential);
  if (!holder?.startsWith('did:key:'))
    return refused(
      partyServiceCatalogue.refuse('NODE_STANDING_NO_KEY', { path: '/did', params: { did: holder ?? '' } }),
    );
  const signer = await context.keys.signer(tenant.id);
  return issueSdJwt(credential as JsonObject, signer, context.crypto, {
    created: context.clock.now(),
    disclosable: disclosableMembers.map((member) => joinPointer('credentialSubject', member)),
    confirmation: { kid: holder },
  });
}

export interface Showing {
  readonly token: string;
  readonly challenge: string;
  readonly domain: string;
  readonly show: readonly string[];
}

/** Presents a token for a challenge with the key that this node holds for the organization: only what is named is shown. */
export async function showToken(
  context: Pick<TradeContext, 'crypto' | 'keys' | 'clock'>,
  tenant: Tenant,
  { token, challenge, domain, show }: Showing,
): Promise<Result<string>> {
  const disclosed = discloseSdJwt(
    token,
    show.map((member) => joinPointer('credentialSubject', member)),
    context.crypto,
  );
  if (!disclosed.ok) return disclosed;
  const signer = await context.keys.signer(tenant.id);
  const request = { nonce: challenge, audience: domain, created: context.clock.now() };
  return ok(await bindSdJwt(disclosed.value, signer, context.crypto, request));
}

export interface Presented {
  readonly verified: boolean;
  readonly holder?: string;
  readonly issuer?: string;
  readonly disclosed: JsonObject;
  readonly refusals: Refusal[];
}

/**
 * Verifies a token that is presented for a challenge of this tenant, which is used up whatever comes out. Its holder has to be
 * the organization that it is about, and to prove its key: a stolen copy fails.
 */
export async function acceptToken(
  context: TradeContext,
  { tenant, member }: Auth,
  { token, challenge }: { readonly token: string; readonly challenge: string },
): Promise<Result<Presented>> {
  const spent = await spendChallenge(context.pool, tenant.id, challenge, context.clock.now());
  if (!spent)
    return refused(credentialServiceCatalogue.refuse('NODE_CHALLENGE_SPENT', { path: '/challenge' }));
  const caller = { tenantId: tenant.id, actor: member.id, origin: '' };
  const trust = await vcTrust(context, caller, needsOf(token));
  const verdict = await verifyFormApart(context, token, {
    ...trust,
    keyBinding: { nonce: challenge, audience: spent.domain },
  });
  const credential = (verdict.credential ?? {}) as JsonObject;
  const holder = confirmedBy(token);
  const refusals = [...verdictRefusals(verdict), ...holderFaults(holder ?? '', [credential])];
  const { credentialSubject } = credential;
  return ok({
    verified: verdict.verified && refusals.length === 0,
    ...(holder === undefined ? {} : { holder }),
    ...(verdict.issuer === '' ? {} : { issuer: verdict.issuer }),
    disclosed: isRecord(credentialSubject) ? (credentialSubject as JsonObject) : {},
    refusals,
  });
}

/** Whose key the issuer bound the token to. */
function confirmedBy(token: string): string | undefined {
  const payload = token.split('.')[1];
  if (payload === undefined) return undefined;
  try {
    const { cnf } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as JsonObject;
    return isRecord(cnf) && typeof cnf.kid === 'string' ? cnf.kid.split('#')[0] : undefined;
  } catch {
    return undefined;
  }
}

function subjectOf({ credentialSubject }: { readonly credentialSubject?: unknown }): string | undefined {
  if (!isRecord(credentialSubject)) return undefined;
  const { organization } = credentialSubject;
  return isRecord(organization) && typeof organization.did === 'string' ? organization.did : undefined;
}
