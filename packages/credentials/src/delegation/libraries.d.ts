/** The parts used here of the capability library, which comes without types of its own. */
declare module '@digitalbazaar/zcap' {
  interface Delegating {
    readonly parentCapability: string | object;
  }
  interface Judging {
    readonly suite: object;
    readonly expectedRootCapability: string;
    readonly allowTargetAttenuation: boolean;
    readonly date: string;
    readonly maxChainLength: number;
  }
  export class CapabilityDelegation {
    constructor(options: Delegating | Judging);
  }
  export const constants: { readonly ZCAP_CONTEXT_URL: string; readonly ZCAP_CONTEXT: object };
}
declare module 'jsonld-signatures' {
  interface VerifyResult {
    readonly verified: boolean;
    readonly error?: unknown;
  }
  interface Options {
    readonly suite: object;
    readonly purpose: object;
    readonly documentLoader: (url: string) => Promise<object>;
  }
  const signatures: {
    sign(document: object, options: Options): Promise<Record<string, unknown>>;
    verify(document: object, options: Options): Promise<VerifyResult>;
  };
  export default signatures;
}
