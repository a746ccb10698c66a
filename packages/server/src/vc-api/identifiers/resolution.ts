import type { DidDocument } from '@portolan/credentials';
import type { Refusal } from '@portolan/kernel';

/** What the resolution of a DID, or of a DID URL, came to. */
export type Resolution =
  | { readonly kind: 'document'; readonly document: DidDocument }
  | { readonly kind: 'part'; readonly part: Readonly<Record<string, unknown>> }
  | { readonly kind: 'deactivated'; readonly since: string }
  | {
      readonly kind: 'error';
      readonly error: ResolutionError;
      /** Of a DID, or of a DID URL. */
      readonly of: 'resolution' | 'dereferencing';
      readonly refusals: readonly Refusal[];
    };

/**
 * The errors of DID Core 1.0, section 7.1.2, of DID Resolution, section 10, and of the did:key method, each with the status of an
 * answer over HTTP (DID Resolution, "HTTP(S) Binding").
 */
export const resolutionErrors = {
  invalidDid: 400,
  invalidDidUrl: 400,
  invalidOptions: 400,
  invalidPublicKey: 400,
  invalidPublicKeyLength: 400,
  invalidPublicKeyType: 400,
  unsupportedPublicKeyType: 400,
  notFound: 404,
  invalidDidDocument: 422,
  methodNotSupported: 501,
} as const satisfies Record<string, number>;

export type ResolutionError = keyof typeof resolutionErrors;

export function resolutionError(
  error: ResolutionError,
  of: 'resolution' | 'dereferencing' = 'resolution',
  refusals: readonly Refusal[] = [],
): Resolution {
  return { kind: 'error', error, of, refusals };
}

/** Codes that say more than "this is no such identifier"; the first that fits counts. */
const BY_CODE: readonly (readonly [RegExp, ResolutionError])[] = [
  [/^CRED_KEY_LENGTH$/, 'invalidPublicKeyLength'],
  [/^CRED_KEY_(?:WEAK|POINT|CURVE)$/, 'invalidPublicKey'],
  [/^(?:CRED_WEBVH_|CRED_DID_DOCUMENT_|KERNEL_)/, 'invalidDidDocument'],
  [/^(?:NODE_|CRED_DID_UNRESOLVED)/, 'notFound'],
];

/** The error of the standard for what the node refused. */
export function errorOf(refusals: readonly Refusal[]): ResolutionError {
  const [{ code } = { code: '' }] = refusals;
  return BY_CODE.find(([pattern]) => pattern.test(code))?.[1] ?? 'invalidDid';
}
