import { type Digest, isRecord, type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import type { KeyPurpose } from '../did/document.ts';
import { readProof } from '../proof/read-proof.ts';
import { checkKeyUse, checkSignature, fitsSignature, signingKey } from '../verify/signature.ts';
import type { ProofTrust } from '../verify/trust.ts';

export interface DocumentTrust extends ProofTrust {
  /** Default: assertionMethod. */
  readonly purpose?: KeyPurpose;
  /** Who must have signed; anybody with a known key when left out. */
  readonly signer?: string;
}

/** A document whose signature holds: who signed it, with which key, its canonical form and digest (proof included). */
export interface VerifiedDocument {
  readonly signer: string;
  readonly verificationMethod: string;
  readonly bytes: Uint8Array;
  readonly digest: Digest;
}

/**
 * Verifies a signed JSON object: unaltered, signed with a key that its owner publishes for the purpose and that was in force
 * at the signing time. Refuses the signature of anybody but `signer`.
 */
export async function verifyDocument(
  document: unknown,
  trust: DocumentTrust,
): Promise<Result<VerifiedDocument>> {
  const { crypto, purpose = 'assertionMethod' } = trust;
  if (!isRecord(document))
    return refused(
      credentialsCatalogue.refuse('CRED_DOCUMENT_MALFORMED', {
        params: { detail: 'it is not a JSON object' },
      }),
    );
  const secured = readProof(document as JsonObject, crypto);
  if (!secured.ok) return secured;
  const key = signingKey(secured.value.proof, trust);
  if (!key.ok) return key;
  const signer = key.value.document.id;
  if (trust.signer !== undefined && trust.signer !== signer) {
    const params = { issuer: trust.signer, signer };
    return refused(
      credentialsCatalogue.refuse('CRED_ISSUER_MISMATCH', { path: '/proof/verificationMethod', params }),
    );
  }
  const fits = await fitsSignature(secured.value, key.value, crypto);
  const signature = checkSignature(secured.value, key.value, purpose, fits);
  if (!signature.ok) return signature;
  const use = checkKeyUse(key.value, purpose, trust);
  if (!use.ok) return use;
  const { bytes, digest } = secured.value;
  return ok({ signer, verificationMethod: key.value.method.id, bytes, digest });
}
