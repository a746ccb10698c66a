/** What the rooms need of cryptography; a Node and a browser side exist, and the rooms import neither. */
export interface CryptoPort {
  sha256(bytes: Uint8Array): Uint8Array;
  /** Verifies an Ed25519 signature (RFC 8032); false for malformed keys and signatures. */
  verifyEd25519(
    publicKey: Uint8Array,
    message: Uint8Array,
    signature: Uint8Array,
  ): boolean | Promise<boolean>;
  randomBytes(length: number): Uint8Array;
}
