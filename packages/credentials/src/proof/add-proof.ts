import { type CryptoPort, canonicalize, type Instant, type JsonObject } from '@portolan/kernel';
import { toMultibase58 } from '../multibase.ts';
import { hashData } from './hash-data.ts';
import { CRYPTOSUITE, type DataIntegrityProof } from './proof.ts';
import type { Signer } from './signer.ts';

export interface ProofOptions {
  /** When the signer says it signed: information only, nobody believes it. */
  readonly created: Instant;
  readonly purpose: string;
  readonly challenge?: string;
  readonly domain?: string;
  readonly expires?: Instant;
}

/** A JSON object with its proof. */
export type Signed<T> = T & { readonly proof: DataIntegrityProof };

/**
 * Signs a JSON object with eddsa-jcs-2022 and gives it back with its proof (Data Integrity EdDSA Cryptosuites 1.0,
 * section 3.3.1). A proof that stands there already is replaced. Throws on members that JSON can't carry.
 */
export async function addProof<T extends object>(
  document: T,
  signer: Signer,
  crypto: CryptoPort,
  options: ProofOptions,
): Promise<Signed<T>> {
  const { proof: _replaced, ...unsecured } = document as JsonObject;
  const config = proofConfig(unsecured, signer, options);
  const message = hashData(crypto, canonicalize(config as JsonObject), canonicalize(unsecured));
  const proof: DataIntegrityProof = { ...config, proofValue: toMultibase58(await signer.sign(message)) };
  return { ...unsecured, proof } as unknown as Signed<T>;
}

function proofConfig(
  unsecured: JsonObject,
  signer: Signer,
  options: ProofOptions,
): Omit<DataIntegrityProof, 'proofValue'> {
  const context = unsecured['@context'];
  return {
    // Step 2 of section 3.3.1: the context is signed with the proof.
    ...(context === undefined ? {} : { '@context': context }),
    type: 'DataIntegrityProof',
    cryptosuite: CRYPTOSUITE,
    created: options.created,
    verificationMethod: signer.verificationMethod,
    proofPurpose: options.purpose,
    ...(options.challenge === undefined ? {} : { challenge: options.challenge }),
    ...(options.domain === undefined ? {} : { domain: options.domain }),
    ...(options.expires === undefined ? {} : { expires: options.expires }),
  };
}
