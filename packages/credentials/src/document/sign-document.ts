import type { CryptoPort, Instant } from '@portolan/kernel';
import type { KeyPurpose } from '../did/document.ts';
import { addProof, addProofText, type Signed, type SignedText } from '../proof/add-proof.ts';
import type { Signer } from '../proof/signer.ts';

export interface SignDocumentOptions {
  /** When the signer says it signed: information only. */
  readonly created: Instant;
  /** Default: assertionMethod, "this is what I say". */
  readonly purpose?: KeyPurpose;
}

/** Signs any JSON object (an envelope, a decision) with the same proof that credentials carry. */
export async function signDocument<T extends object>(
  document: T,
  signer: Signer,
  crypto: CryptoPort,
  { created, purpose = 'assertionMethod' }: SignDocumentOptions,
): Promise<Signed<T>> {
  return addProof(document, signer, crypto, { created, purpose });
}

/** Like signDocument; answers also the canonical text, which is what is kept and digested. */
export async function signDocumentText<T extends object>(
  document: T,
  signer: Signer,
  crypto: CryptoPort,
  { created, purpose = 'assertionMethod' }: SignDocumentOptions,
): Promise<SignedText<T>> {
  return addProofText(document, signer, crypto, { created, purpose });
}
