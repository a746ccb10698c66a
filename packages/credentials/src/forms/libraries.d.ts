/** The parts used here of libraries that come without types of their own. */

interface CryptoSuite {
  readonly name: string;
  readonly requiredAlgorithm: string | readonly string[];
}

interface LibraryVerifier {
  readonly algorithm?: string;
  verify(options: { readonly data: Uint8Array; readonly signature: Uint8Array }): Promise<boolean>;
}

interface LibrarySigner {
  readonly id: string;
  readonly algorithm: string;
  readonly publicKey?: Uint8Array;
  sign(options: { readonly data: Uint8Array }): Promise<Uint8Array>;
  multisign?(options: {
    readonly header: Uint8Array;
    readonly messages: readonly Uint8Array[];
  }): Promise<Uint8Array>;
}

interface LibraryKeyPair {
  readonly publicKeyMultibase: string;
  readonly secretKeyMultibase: string;
  signer(): LibrarySigner;
  verifier(): LibraryVerifier;
}

interface RemoteDocument {
  readonly contextUrl: null;
  readonly documentUrl: string;
  readonly document: unknown;
}
type DocumentLoader = (url: string) => Promise<RemoteDocument>;

declare module '@digitalbazaar/data-integrity' {
  interface ProofRequest {
    readonly document: object;
    readonly proofSet: readonly object[];
    readonly documentLoader: DocumentLoader;
  }
  interface ProofPurpose {
    readonly term: string;
    update(proof: Record<string, unknown>): Promise<Record<string, unknown>>;
  }
  export class DataIntegrityProof {
    proof?: Record<string, unknown>;
    constructor(options: {
      readonly signer?: LibrarySigner;
      readonly date?: string | null;
      readonly cryptosuite: CryptoSuite;
    });
    createProof(request: ProofRequest & { readonly purpose: ProofPurpose }): Promise<Record<string, unknown>>;
    derive(
      request: ProofRequest & { readonly purpose: { readonly term: string } },
    ): Promise<Record<string, unknown>>;
    verifyProof(
      request: ProofRequest & { readonly proof: object },
    ): Promise<{ readonly verified: boolean; readonly error?: Error }>;
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: CryptoSuite;
}
declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: CryptoSuite;
}
declare module '@digitalbazaar/ecdsa-jcs-2019-cryptosuite' {
  export function createSignCryptosuite(): CryptoSuite;
  export function createVerifyCryptosuite(): CryptoSuite;
}
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options: {
    readonly mandatoryPointers: readonly string[];
  }): CryptoSuite;
  export function createDiscloseCryptosuite(options: {
    readonly proofId?: string;
    readonly selectivePointers: readonly string[];
  }): CryptoSuite;
  export function createVerifyCryptosuite(): CryptoSuite;
}
declare module '@digitalbazaar/bbs-2023-cryptosuite' {
  export function createSignCryptosuite(options: {
    readonly mandatoryPointers: readonly string[];
  }): CryptoSuite;
  export function createDiscloseCryptosuite(options: {
    readonly proofId?: string;
    readonly selectivePointers: readonly string[];
    readonly presentationHeader?: Uint8Array;
  }): CryptoSuite;
  export function createVerifyCryptosuite(options?: {
    readonly expectedPresentationHeader?: Uint8Array;
  }): CryptoSuite;
}
declare module '@digitalbazaar/ecdsa-multikey' {
  export function generate(options: { readonly curve: string }): Promise<LibraryKeyPair>;
  export function from(key: object): Promise<LibraryKeyPair>;
  export function fromJwk(options: {
    readonly jwk: object;
    readonly secretKey: boolean;
  }): Promise<LibraryKeyPair>;
  export function toJwk(options: {
    readonly keyPair: object;
    readonly secretKey?: boolean;
  }): Promise<Record<string, string>>;
}
declare module '@digitalbazaar/bls12-381-multikey' {
  export function generateBbsKeyPair(options: { readonly algorithm: string }): Promise<LibraryKeyPair>;
  export function from(key: object): Promise<LibraryKeyPair>;
}
declare module 'jsonld' {
  interface JsonLdOptions {
    readonly documentLoader: DocumentLoader;
    readonly base?: null;
    readonly safe?: boolean;
    readonly rdfDirection?: string;
    readonly produceGeneralizedRdf?: boolean;
    readonly skipExpansion?: boolean;
  }
  const jsonld: {
    expand(input: object, options: JsonLdOptions): Promise<unknown[]>;
    toRDF(input: object, options: JsonLdOptions): Promise<object[]>;
  };
  export default jsonld;
}
declare module 'rdf-canonize' {
  interface CanonizeOptions {
    readonly algorithm: 'RDFC-1.0';
    readonly format: 'application/n-quads';
    readonly messageDigestAlgorithm?: 'sha256' | 'sha384';
    readonly maxWorkFactor?: number;
    readonly signal?: AbortSignal;
  }
  export function canonize(dataset: object[], options: CanonizeOptions): Promise<string>;
}
declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/data-integrity-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/multikey-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/security-context' {
  export const contexts: ReadonlyMap<string, object>;
}
