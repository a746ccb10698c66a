import type { Instant } from '@portolan/kernel';

/**
 * A key in a DID document. `validFrom`, `expires` and `revoked` say when the key was in force; `expires` and `revoked` are
 * those of Controlled Identifiers 1.0, section 2.2. The key text is always a Multikey (section 2.2.2).
 */
export interface VerificationMethod {
  readonly id: string;
  readonly type: string;
  readonly controller: string;
  readonly publicKeyMultibase: string;
  readonly validFrom?: Instant;
  readonly expires?: Instant;
  readonly revoked?: Instant;
}

/** The purposes a key is published for (Controlled Identifiers 1.0, section 2.3). */
export type KeyPurpose =
  | 'assertionMethod'
  | 'authentication'
  | 'capabilityInvocation'
  | 'capabilityDelegation';

/** What a DID stands for: its keys and what each may be used for. */
export interface DidDocument {
  readonly id: string;
  readonly verificationMethod: readonly VerificationMethod[];
  readonly assertionMethod: readonly string[];
  readonly authentication: readonly string[];
  readonly capabilityInvocation?: readonly string[];
  readonly capabilityDelegation?: readonly string[];
  /** Since when the DID is given up: nothing signed from then on counts (DID Core 1.0, section 8.2). */
  readonly deactivated?: Instant;
}

/** The DID document as the JSON that is published, with its contexts. */
export function didDocumentJson(document: DidDocument): Record<string, unknown> {
  // That a DID is given up stands in its metadata, not in the document (DID Core 1.0, section 7.1.3).
  const { deactivated: _metadata, ...published } = document;
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    ...published,
  };
}

/** A DID document in which every key serves every purpose. Keys that were revoked stay listed with their time. */
export function didDocumentOf(
  did: string,
  keys: readonly Omit<VerificationMethod, 'type' | 'controller'>[],
): DidDocument {
  const ids = keys.map(({ id }) => id);
  return {
    id: did,
    verificationMethod: keys.map((key) => ({ type: 'Multikey', controller: did, ...key })),
    assertionMethod: ids,
    authentication: ids,
    capabilityInvocation: ids,
    capabilityDelegation: ids,
  };
}
