import {
  BASE_TYPE,
  CREDENTIALS_CONTEXT,
  issueCredential,
  PORTOLAN_CONTEXT,
  type Signer,
  type VerifiableCredential,
} from '@portolan/credentials';
import type { CryptoPort, Instant, JsonObject } from '@portolan/kernel';
import { type Declared, declaredDigest, declaredStatement } from './declaration.ts';

/** A draft that a person looked over and is about to sign for its organization. */
export interface FilingToSign {
  readonly entry: Declared;
  readonly person: { readonly name: string; readonly did: string };
  readonly organization: { readonly name: string; readonly did: string };
  /** A UUID of its own. */
  readonly id: string;
  readonly at: Instant;
}

/** Signs what a draft declares with the person's own key. Throws when the key is not the person's: a mistake of the caller. */
export function signFiling(
  { entry, person, organization, id, at }: FilingToSign,
  signer: Signer,
  crypto: CryptoPort,
): Promise<VerifiableCredential> {
  const subject = {
    person,
    organization,
    statement: declaredStatement(entry),
    declared: declaredDigest(entry),
  };
  const unsigned = {
    '@context': [CREDENTIALS_CONTEXT, PORTOLAN_CONTEXT],
    id: `urn:uuid:${id}`,
    type: [BASE_TYPE, 'FilingSignature'],
    issuer: person.did,
    validFrom: at,
    credentialSubject: subject as unknown as JsonObject,
  };
  return issueCredential(unsigned, signer, crypto, { created: at });
}
