import { type CryptoPort, isRecord, type JsonObject } from '@portolan/kernel';
import { fitsJcsProof } from '../../proof/jcs-proof.ts';
import { fromMultikey } from '../multikey.ts';

/**
 * The Multikey text of the did:key that made a proof of a log entry or of a witness; undefined when the proof does not hold. The
 * key is read from the identifier itself, whose two parts must be the same (did:webvh 1.0, "Verifying Witness Proofs").
 */
export async function keyOfProof(
  document: JsonObject,
  proof: unknown,
  crypto: CryptoPort,
): Promise<string | undefined> {
  if (!isRecord(proof) || proof.proofPurpose !== 'assertionMethod') return undefined;
  const [, body, fragment] = /^did:key:([^#]+)#(.+)$/.exec(String(proof.verificationMethod)) ?? [];
  if (body === undefined || body !== fragment) return undefined;
  const key = fromMultikey(body);
  return key.ok && (await fitsJcsProof(document, proof, key.value, crypto)) ? body : undefined;
}
