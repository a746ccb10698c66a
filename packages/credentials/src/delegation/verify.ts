import { isRecord, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { didDocumentJson } from '../did/document.ts';
import { graphSuiteForVerifying } from '../forms/embedded/library-suite.ts';
import { checkFormKeyUse, type FormSigningKey, formSigningKey } from '../forms/embedded/proof-key.ts';
import { guardJson } from '../model/guard.ts';
import type { Trust } from '../verify/trust.ts';
import {
  type Capability,
  type Invocation,
  readCapability,
  rootCapabilityId,
  uncovered,
  widening,
} from './capability.ts';
import { delegationLoader } from './loader.ts';

/** What a delegation is judged by. */
export interface DelegationTrust extends Pick<Trust, 'signedAt' | 'resolveDid' | 'at'> {
  /** The owner of a target: whose key the first delegation must be signed with. Undefined for what nobody owns. */
  ownerOf(target: string): string | undefined;
  /** Whether a capability was taken back. */
  isRevoked?(id: string): boolean;
}

const MAX_CHAIN = 5;

/**
 * Verifies a delegated capability up to the owner of its target (Authorization Capabilities 0.3, "Verification"): each link signed
 * by whoever the link before it named, with a key in force, none wider than its parent, none ended or taken back. Gives the
 * chain, the owner's own delegation first.
 */
export async function verifyCapability(
  value: unknown,
  trust: DelegationTrust,
): Promise<Result<Capability[]>> {
  const unsafe = guardJson(value);
  if (unsafe) return refused(unsafe);
  const chain = readChain(value);
  if (!chain.ok) return chain;
  const [first] = chain.value as [Capability, ...Capability[]];
  const root = rootOf(first);
  const owner = root === undefined ? undefined : trust.ownerOf(root);
  if (root === undefined || owner === undefined) return refused(invalid('nobody is known to own its target'));
  const faults = [...linkFaults(chain.value, root, trust), ...keyFaults(chain.value, trust)];
  if (faults.length > 0) return refused(faults);
  return (await holds(chain.value, root, owner, trust))
    ? ok(chain.value)
    : refused(invalid('a signature does not hold, or its signer was not entitled to delegate'));
}

/**
 * Whether somebody may do something under a capability. That the invoker is who it says is for whoever authenticated the call to
 * see to: a capability alone, found somewhere, gives no right.
 */
export async function authorizeInvocation(
  value: unknown,
  invocation: Invocation,
  trust: DelegationTrust,
): Promise<Result<Capability[]>> {
  const chain = await verifyCapability(value, trust);
  if (!chain.ok) return chain;
  const detail = uncovered(chain.value.at(-1) as Capability, invocation);
  return detail === undefined
    ? chain
    : refused(credentialsCatalogue.refuse('CRED_ZCAP_SCOPE', { params: { detail } }));
}

/** The chain of a capability: its parents stand in one another's proofs ("Capability Chain"). */
function readChain(value: unknown): Result<Capability[]> {
  const chain: Capability[] = [];
  for (let next: unknown = value; isRecord(next); ) {
    const link = readCapability(next);
    if (!link.ok) return link;
    chain.unshift(link.value);
    if (chain.length > MAX_CHAIN) return refused(invalid(`it has more than ${MAX_CHAIN} links`));
    const { capabilityChain } = link.value.proof;
    next = Array.isArray(capabilityChain) ? capabilityChain.at(-1) : undefined;
  }
  return chain.length > 0 ? ok(chain) : refused(malformed('it is not an object'));
}

function rootOf({ parentCapability }: Capability): string | undefined {
  const [prefix] = rootCapabilityId('').split(':root:');
  if (!parentCapability.startsWith(`${prefix}:root:`)) return undefined;
  try {
    return decodeURIComponent(parentCapability.slice(rootCapabilityId('').length));
  } catch {
    return undefined;
  }
}

function linkFaults(
  chain: readonly Capability[],
  root: string,
  { at, isRevoked }: DelegationTrust,
): Refusal[] {
  return chain.flatMap((link, index) => {
    const parent = chain[index - 1];
    const wide = widening(parent ?? { invocationTarget: root }, link);
    const strange = parent !== undefined && link.parentCapability !== parent.id;
    return [
      ...(wide ? [credentialsCatalogue.refuse('CRED_ZCAP_WIDENED', { params: { detail: wide } })] : []),
      ...(strange ? [invalid('a link names another parent')] : []),
      ...(ended(link, at) ? [expired(link, at)] : []),
      ...(isRevoked?.(link.id) ? [invalid('a link was taken back')] : []),
    ];
  });
}

function ended({ expires }: Capability, at: string): boolean {
  // A time that can't be read is no end: such a capability has ended.
  return !(Date.parse(expires) > Date.parse(at));
}

function keyFaults(chain: readonly Capability[], trust: DelegationTrust): readonly Refusal[] {
  return chain.flatMap((link) => {
    const key = keyOf(link, trust);
    if (!key.ok) return key.refusals;
    const use = checkFormKeyUse(key.value, 'capabilityDelegation', trust);
    return use.ok ? [] : use.refusals;
  });
}

function keyOf({ proof }: Capability, trust: DelegationTrust): Result<FormSigningKey> {
  const { verificationMethod, cryptosuite } = proof;
  return typeof verificationMethod === 'string' && cryptosuite === 'eddsa-rdfc-2022'
    ? formSigningKey('eddsa-rdfc-2022', verificationMethod, trust, '/proof/verificationMethod')
    : refused(malformed('its proof is not one of eddsa-rdfc-2022'));
}

/** The signatures and the entitlement of each signer, by the capability library. */
async function holds(
  chain: readonly Capability[],
  root: string,
  owner: string,
  trust: DelegationTrust,
): Promise<boolean> {
  const { constants, CapabilityDelegation } = await import('@digitalbazaar/zcap');
  const { default: signatures } = await import('jsonld-signatures');
  const id = rootCapabilityId(root);
  const documents = new Map<string, object>([
    [id, { '@context': constants.ZCAP_CONTEXT_URL, id, controller: owner, invocationTarget: root }],
  ]);
  for (const link of chain) {
    const key = keyOf(link, trust);
    if (!key.ok) return false;
    const { document, method } = key.value;
    documents.set(document.id, didDocumentJson(document));
    documents.set(method.id, { '@context': 'https://w3id.org/security/multikey/v1', ...method });
  }
  const { verified } = await signatures.verify(structuredClone(chain.at(-1) as Capability), {
    suite: await graphSuiteForVerifying('eddsa-rdfc-2022'),
    purpose: new CapabilityDelegation({
      suite: await graphSuiteForVerifying('eddsa-rdfc-2022'),
      expectedRootCapability: id,
      allowTargetAttenuation: true,
      date: trust.at,
      maxChainLength: MAX_CHAIN + 1,
    }),
    documentLoader: await delegationLoader(documents),
  });
  return verified;
}

function expired({ expires }: Capability, at: string): Refusal {
  return credentialsCatalogue.refuse('CRED_ZCAP_EXPIRED', { params: { expires, at } });
}

function invalid(detail: string): Refusal {
  return credentialsCatalogue.refuse('CRED_ZCAP_INVALID', { params: { detail } });
}

function malformed(detail: string): Refusal {
  return credentialsCatalogue.refuse('CRED_ZCAP_MALFORMED', { params: { detail } });
}
