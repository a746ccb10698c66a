import type { CryptoPort, Instant } from '@portolan/kernel';
import { addProof } from '../proof/add-proof.ts';
import type { Signer } from '../proof/signer.ts';
import { issuerOf, type UnsignedCredential, type VerifiableCredential } from './credential.ts';

/**
 * Signs a credential with eddsa-jcs-2022 for the purpose of assertion. Throws when the signer is not the issuer the
 * credential names, which is a mistake of the caller.
 *
 * @example
 * const credential = await issueCredential(unsigned, signer, nodeCrypto, { created: instant('2026-06-12T14:30:00Z') });
 */
export async function issueCredential(
  unsigned: UnsignedCredential,
  signer: Signer,
  crypto: CryptoPort,
  { created }: { readonly created: Instant },
): Promise<VerifiableCredential> {
  if (issuerOf(unsigned) !== signer.did)
    throw new TypeError(`${signer.did} cannot sign for ${issuerOf(unsigned)}`);
  return addProof(unsigned, signer, crypto, { created, purpose: 'assertionMethod' });
}
