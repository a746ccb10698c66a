/** The parts used here of the library that verification is compared with, which comes without types of its own. */
declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createVerifyCryptosuite(): CryptoSuite;
}
declare module '@digitalbazaar/vc' {
  export function verifyCredential(options: {
    readonly credential: object;
    readonly suite: object;
    readonly now: string;
    readonly checkStatus: () => Promise<{ readonly verified: boolean }>;
    readonly documentLoader: DocumentLoader;
  }): Promise<{ readonly verified: boolean; readonly error?: unknown }>;
}
