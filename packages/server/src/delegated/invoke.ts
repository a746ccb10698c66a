import { credentialsCatalogue, didOfUrl, readMultikey } from '@portolan/credentials';
import {
  type Capability,
  type DelegatedAction,
  type DelegationTrust,
  delegatedActions,
  type Invocation,
  uncovered,
  verifyCapability,
} from '@portolan/credentials/delegation';
import { type Instant, instant, ok, parseJson, type Refusal, type Result, refused } from '@portolan/kernel';
import type { NodeContext } from '../platform/context.ts';
import { delegatedCatalogue } from './catalogue.ts';
import { type RawRequest, readSignedRequest, type SignedRequest } from './signed-request.ts';
import { recordUse, revokedAmong } from './store.ts';
import { delegationTrust, type Owner, signersOf } from './trust.ts';

/** Longest life of a signature, and how far clocks may differ, in seconds. */
const MAX_LIFE = 600;
const SKEW = 60;

/** What the request is about, as far as caveats can speak of it. */
export type Scope = Pick<Invocation, 'type' | 'entryType' | 'port' | 'program'>;

/** Who acts for whom, under what. */
export interface Invoked {
  readonly invoker: string;
  /** From the owner's own delegation to the capability that was invoked. */
  readonly chain: readonly Capability[];
}

type InvokeContext = Pick<NodeContext, 'pool' | 'clock' | 'crypto'>;

/** What an address of an organization takes. */
export interface Wanted {
  readonly action: DelegatedAction;
  readonly target: string;
  /** Looked up only when everything else holds, since it may cost something. */
  scope(): Promise<Result<Scope>>;
}

/**
 * Lets a signed request through when the capability in it covers the action: signed just now by the one it was given to, every
 * link in force, none wider than the one before, none taken back, every caveat kept; and not seen before. Writes the use down.
 */
export async function invoke(
  context: InvokeContext,
  owner: Owner & { readonly tenantId: string },
  request: RawRequest,
  wanted: Wanted,
): Promise<Result<Invoked>> {
  const at = context.clock.now();
  const signed = readSignedRequest(request);
  if (!signed.ok) return signed;
  const parsed = parseJson(signed.value.capability);
  if (!parsed.ok) return parsed;
  const signers = [signed.value.keyId, ...signersOf(parsed.value)];
  const trust = await delegationTrust(context, owner, signers, at);
  const fault = timeFault(signed.value, at) ?? (await keyFault(context, signed.value, trust));
  if (fault) return refused(fault);
  if (signed.value.action !== wanted.action) return refused(otherAction(signed.value.action, wanted.action));
  const chain = await verifyCapability(parsed.value, trust);
  if (!chain.ok) return refused([delegatedCatalogue.refuse('NODE_ZCAP_REFUSED'), ...chain.refusals]);
  const invoker = didOfUrl(signed.value.keyId);
  const covered = await mayInvoke(context, owner, chain.value, invoker, wanted, at);
  if (!covered.ok) return covered;
  const { signature } = signed.value;
  const { action, target } = wanted;
  const ids = chain.value.map(({ id }) => id);
  const use = { signature, capability_id: ids.at(-1) ?? '', chain: ids, invoker, action, target, at };
  if (!(await recordUse(context.pool, owner.tenantId, use)))
    return refused(delegatedCatalogue.refuse('NODE_ZCAP_REPLAYED'));
  return ok({ invoker, chain: chain.value });
}

async function mayInvoke(
  { pool }: InvokeContext,
  { tenantId }: { readonly tenantId: string },
  chain: readonly Capability[],
  invoker: string,
  { action, target, scope }: Wanted,
  at: Instant,
): Promise<Result<true>> {
  const last = chain.at(-1) as Capability;
  const { caveat: _caveat, ...bare } = last;
  const outside = uncovered(bare, { action, target, invoker, at });
  if (outside) return notCovered(outside);
  const ids = chain.map(({ id }) => id);
  const revoked = await revokedAmong(pool, tenantId, ids);
  const id = ids.find((link) => revoked.has(link));
  if (id !== undefined) return refused(delegatedCatalogue.refuse('NODE_ZCAP_REVOKED', { params: { id } }));
  const known = await scope();
  if (!known.ok) return known;
  const detail = uncovered(last, { action, target, invoker, at, ...known.value });
  return detail === undefined ? ok(true) : notCovered(detail);
}

function notCovered(detail: string): Result<never> {
  const scope = credentialsCatalogue.refuse('CRED_ZCAP_SCOPE', { params: { detail } });
  return refused([delegatedCatalogue.refuse('NODE_ZCAP_REFUSED'), scope]);
}

function timeFault({ created, expires }: SignedRequest, at: Instant): Refusal | undefined {
  const now = Date.parse(at) / 1000;
  if (created <= now + SKEW && expires > now && expires - created <= MAX_LIFE) return undefined;
  const text = (seconds: number) => (seconds < 4_102_444_800 ? instant(seconds * 1000) : String(seconds));
  const params = { now: at, created: text(created), expires: text(expires) };
  return delegatedCatalogue.refuse('NODE_ZCAP_SIGNATURE_TIME', { params });
}

/** Whether the request was signed with a key that its owner publishes to invoke capabilities, in force now. */
async function keyFault(
  { crypto }: InvokeContext,
  { keyId, signed, signature }: SignedRequest,
  { resolveDid, at }: DelegationTrust,
): Promise<Refusal | undefined> {
  const document = resolveDid(didOfUrl(keyId));
  const method = document?.verificationMethod.find(({ id }) => id === keyId);
  if (!method || !document?.capabilityInvocation?.includes(keyId))
    return invalid('the key is not known here as one that invokes capabilities');
  if ((method.revoked ?? '9') <= at || (method.expires ?? '9') <= at || (method.validFrom ?? '') > at)
    return invalid('the key is not in force');
  const key = readMultikey(method.publicKeyMultibase);
  if (!key.ok || key.value.algorithm !== 'Ed25519') return invalid('the key is not an Ed25519 key');
  const fits = await crypto.verifyEd25519(key.value.publicKey, signed, signature);
  return fits ? undefined : invalid('another text was signed, or with another key');
}

function invalid(reason: string): Refusal {
  return delegatedCatalogue.refuse('NODE_ZCAP_SIGNATURE_INVALID', { params: { reason } });
}

function otherAction(action: string, wanted: DelegatedAction): Refusal {
  const known = (delegatedActions as readonly string[]).includes(action);
  const reason = known
    ? `it invokes the action "${action}", and this address takes "${wanted}"`
    : 'it invokes an action that is not known here';
  return delegatedCatalogue.refuse('NODE_ZCAP_SIGNATURE_MISSING', { params: { reason } });
}
