import { type CryptoPort, canonicalize, isRecord, type JsonObject } from '@portolan/kernel';
import { fromMultibase58 } from '../multibase.ts';
import { hashData } from './hash-data.ts';

const SIGNATURE_LENGTH = 64;

/**
 * Whether an eddsa-jcs-2022 proof fits a JSON object under a key that is known beforehand (Data Integrity EdDSA Cryptosuites
 * 1.0, section 3.3.2). A proof with a context of its own fits only an object with the same one.
 */
export async function fitsJcsProof(
  document: JsonObject,
  proof: unknown,
  publicKey: Uint8Array,
  crypto: CryptoPort,
): Promise<boolean> {
  if (!isRecord(proof) || proof.type !== 'DataIntegrityProof' || proof.cryptosuite !== 'eddsa-jcs-2022')
    return false;
  const { proofValue, ...config } = proof as JsonObject;
  const signature = typeof proofValue === 'string' ? fromMultibase58(proofValue) : undefined;
  if (signature?.length !== SIGNATURE_LENGTH || config['@context'] !== undefined) return false;
  return crypto.verifyEd25519(
    publicKey,
    hashData(crypto, canonicalize(config), canonicalize(document)),
    signature,
  );
}
