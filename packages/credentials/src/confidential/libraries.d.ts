/** The parts used here of the encryption libraries, which come without types of their own. */
interface AgreementKey {
  readonly id: string;
  readonly publicKeyMultibase: string;
  readonly privateKeyMultibase?: string;
}
declare module '@digitalbazaar/minimal-cipher' {
  interface Recipient {
    readonly header: { readonly kid: string; readonly alg: string };
  }
  export class Cipher {
    encryptObject(options: {
      readonly obj: object;
      readonly recipients: Recipient[];
      readonly keyResolver: (key: { readonly id: string }) => Promise<object>;
    }): Promise<object>;
    decrypt(options: { readonly jwe: object; readonly keyAgreementKey: object }): Promise<Uint8Array | null>;
  }
}
declare module '@digitalbazaar/x25519-key-agreement-key-2020' {
  export class X25519KeyAgreementKey2020 {
    readonly publicKeyMultibase: string;
    readonly privateKeyMultibase: string;
    constructor(key: AgreementKey);
    static generate(): Promise<X25519KeyAgreementKey2020>;
    static convertFromEdPublicKey(key: { readonly publicKeyMultibase: string }): string;
  }
}
