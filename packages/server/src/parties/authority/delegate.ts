import type { Digest, JsonObject } from '@portolan/kernel';
import { isRecord, type Result, refused } from '@portolan/kernel';
import {
  checkPartyDocument,
  delegationFaults,
  powerOf,
  readAuthority,
  type SignedPower,
} from '@portolan/parties';
import type { Moment } from '../../exchange/moment.ts';
import type { Auth } from '../../platform/tenant.ts';
import type { TradeContext } from '../../trade/context.ts';
import { heldCredential } from '../../trade/evidence/held.ts';
import { verifyBatch } from '../../trade/evidence/verify.ts';
import { readEvidence } from '../../trade/store/evidence.ts';
import { partyServiceCatalogue } from '../catalogue.ts';
import { type Granted, grantAuthority } from './grant.ts';
import { chainAbove } from './store.ts';

export interface DelegationRequest {
  readonly parent: string;
  readonly to: { readonly did: string; readonly name: string; readonly country: string };
  readonly number: string;
  readonly powers: readonly string[];
  readonly limits?: JsonObject;
  readonly from: string;
  readonly until?: string;
  readonly copyTo: readonly string[];
}

/**
 * Passes on a power that the organization holds. Looks at the chain above first, verified anew: what would reach further than the
 * power itself, or rests on one that may not be passed on or was taken back, is refused before it is signed.
 */
export async function delegateAuthority(
  context: TradeContext,
  auth: Auth,
  request: DelegationRequest,
  moment: Moment,
): Promise<Result<Granted>> {
  const held = await heldChain(context, auth, request.parent, moment);
  const grantor = held.get(request.parent as Digest)?.grantee;
  if (!grantor) return refused(unknown(request.parent));
  const document = documentOf(request, grantor);
  const checked = checkPartyDocument('AuthorityDelegation', document);
  if (!checked.ok) return checked;
  const proof = {
    digest: 'sha256:' as Digest,
    issuer: auth.tenant.did,
    signedAt: moment.at,
    changes: [],
    faults: [],
  };
  const child = powerOf(checked.value as never, proof);
  const above = [...held.values()].map(({ power }) => power);
  const faults = child ? delegationFaults(child, above, moment.at) : [];
  if (faults.length > 0) return refused(faults);
  const { copyTo, until } = request;
  const grant = { type: 'AuthorityDelegation' as const, document, copyTo };
  return grantAuthority(context, auth, until === undefined ? grant : { ...grant, validUntil: until }, moment);
}

interface HeldPower {
  readonly power: SignedPower;
  /** The grantee as the power names it, where that is the own organization. */
  readonly grantee?: JsonObject;
}

async function heldChain(
  context: TradeContext,
  { tenant }: Auth,
  parent: string,
  moment: Moment,
): Promise<Map<Digest, HeldPower>> {
  const digests = await chainAbove(context.pool, tenant.id, [parent]);
  const rows = await readEvidence(context.pool, tenant.id, digests);
  const credentials = new Map<Digest, JsonObject>();
  for (const row of rows.values())
    if (row.class === 'signed') credentials.set(row.digest, heldCredential(row));
  const { verdicts } = await verifyBatch(context, tenant.id, credentials, moment);
  return new Map(
    [...credentials].flatMap(([digest, credential]) => {
      const verdict = verdicts.get(digest);
      const read = verdict && readAuthority(credential, verdict);
      if (!read?.ok || !('power' in read.value)) return [];
      const { power } = read.value;
      const subject = credential.credentialSubject;
      const grantee = power.grantee === tenant.did && isRecord(subject) ? subject.grantee : undefined;
      return [[digest, { power, ...(isRecord(grantee) ? { grantee: grantee as JsonObject } : {}) }] as const];
    }),
  );
}

function documentOf({ to, copyTo: _, ...rest }: DelegationRequest, grantor: JsonObject): JsonObject {
  const { did, name, country } = to;
  return { ...rest, grantor, grantee: { name, did, address: { country } } } as unknown as JsonObject;
}

function unknown(digest: string) {
  return partyServiceCatalogue.refuse('NODE_AUTHORITY_UNKNOWN', { path: '/parent', params: { digest } });
}
