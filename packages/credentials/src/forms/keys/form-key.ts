import type { KeyAlgorithm } from '../../did/multikey.ts';
import type { Signer } from '../../proof/signer.ts';

/**
 * A key that signs in any form: the port to wherever the secret lives, in this process or in a key service that never gives it
 * out. ECDSA signatures are the two numbers in a row (IEEE P1363), as every form here writes them.
 */
export interface FormKey extends Signer {
  readonly algorithm: KeyAlgorithm;
  readonly publicKeyMultibase: string;
  /** Signs messages that can later be shown one by one; only a BLS12-381 key does. */
  signMessages?(header: Uint8Array, messages: readonly Uint8Array[]): Promise<Uint8Array>;
}

/** A key as text, to be encrypted at once: both parts as Multikey (Controlled Identifiers 1.0, section 2.2.2). */
export interface KeyText {
  readonly publicKeyMultibase: string;
  readonly secretKeyMultibase: string;
}

/** A key whose secret this process holds. It stands in no member: printing or serializing the key never shows it. */
export interface LocalKey extends FormKey {
  exportKey(): KeyText;
}
