/** Somebody who can sign: the key itself stays behind `sign` (a key store, a browser, a token). */
export interface Signer {
  readonly did: string;
  /** DID URL of the key, as it stands in the DID document. */
  readonly verificationMethod: string;
  sign(message: Uint8Array): Uint8Array | Promise<Uint8Array>;
}
