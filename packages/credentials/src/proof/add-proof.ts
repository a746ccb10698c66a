import { type CryptoPort, canonicalize, type Instant, type JsonObject } from '@portolan/kernel';
import { toMultibase58 } from '../multibase.ts';
import { canonicalHalves, joinHalves } from './canonical-halves.ts';
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
  return (await addProofText(document, signer, crypto, options)).signed;
}

/** A signed JSON object with its canonical text, proof included. */
export interface SignedText<T> {
  readonly signed: Signed<T>;
  readonly text: string;
}

/** Like addProof; answers also the canonical text, which signing has made already. */
export async function addProofText<T extends object>(
  document: T,
  signer: Signer,
  crypto: CryptoPort,
  options: ProofOptions,
): Promise<SignedText<T>> {
  const { proof: _replaced, ...unsecured } = document as JsonObject;
  const config = proofConfig(unsecured, signer, options);
  const ofProof = canonicalHalves(config as JsonObject, 'proofValue');
  const ofDocument = canonicalHalves(unsecured, 'proof');
  const message = hashData(crypto, joinHalves(ofProof), joinHalves(ofDocument));
  const proofValue = toMultibase58(await signer.sign(message));
  const proof: DataIntegrityProof = { ...config, proofValue };
  const proofText = joinHalves(ofProof, `"proofValue":${canonicalize(proofValue)}`);
  return {
    signed: { ...unsecured, proof } as unknown as Signed<T>,
    text: joinHalves(ofDocument, `"proof":${proofText}`),
  };
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
