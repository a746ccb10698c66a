import { type DidDocument, didOfUrl, isDidKey, resolveDidKey } from '@portolan/credentials';
import type { DelegationTrust } from '@portolan/credentials/delegation';
import type { Instant } from '@portolan/kernel';
import { knownKeys } from '../credentials/trust/known-keys.ts';
import type { NodeContext } from '../platform/context.ts';

/** The organization whose right it is. */
export interface Owner {
  readonly did: string;
  /** Its address here: what its own capability covers. */
  readonly address: string;
}

/**
 * What capabilities of an organization are judged by now. Keys that this node holds, and those that a did:key says of itself,
 * serve every purpose; of published DID documents this node knows only keys for signing, which give no right to invoke.
 */
export async function delegationTrust(
  { pool }: Pick<NodeContext, 'pool'>,
  owner: Owner,
  signers: readonly string[],
  at: Instant,
): Promise<DelegationTrust> {
  const dids = [...new Set(signers.map(didOfUrl))];
  const { documents, held } = await knownKeys(pool, dids);
  const known = new Map([...documents].map(([did, one]) => [did, held.has(did) ? serving(one) : one]));
  return {
    at,
    signedAt: { instant: at, source: 'first-receipt' },
    resolveDid: (did) => known.get(did) ?? ownWord(did),
    ownerOf: (target) =>
      target === owner.address || target.startsWith(`${owner.address}/`) ? owner.did : undefined,
  };
}

function serving(document: DidDocument): DidDocument {
  const methods = document.verificationMethod.map(({ id }) => id);
  return { ...document, capabilityInvocation: methods, capabilityDelegation: methods };
}

function ownWord(did: string): DidDocument | undefined {
  const resolved = isDidKey(did) ? resolveDidKey(did) : undefined;
  return resolved?.ok ? resolved.value : undefined;
}

/** The keys that signed the links of a capability, as it names them; of what is no capability, none. */
export function signersOf(capability: unknown): string[] {
  const found: string[] = [];
  for (let next: unknown = capability; found.length < 8 && typeof next === 'object' && next !== null; ) {
    const { proof } = next as {
      readonly proof?: { verificationMethod?: unknown; capabilityChain?: unknown };
    };
    if (typeof proof?.verificationMethod === 'string') found.push(proof.verificationMethod);
    next = Array.isArray(proof?.capabilityChain) ? proof.capabilityChain.at(-1) : undefined;
  }
  return found;
}
