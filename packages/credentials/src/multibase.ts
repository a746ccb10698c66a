import { fromBase58, fromBase64Url, toBase58, toBase64Url } from '@portolan/kernel';

/** Multibase 'z' (base58btc) of bytes. */
export function toMultibase58(bytes: Uint8Array): string {
  return `z${toBase58(bytes)}`;
}

/** The bytes of a multibase 'z' text; undefined for another base or a character outside the alphabet. */
export function fromMultibase58(text: string): Uint8Array | undefined {
  return text.startsWith('z') ? fromBase58(text.slice(1)) : undefined;
}

/** Multibase 'u' (base64url without padding) of bytes. */
export function toMultibase64Url(bytes: Uint8Array): string {
  return `u${toBase64Url(bytes)}`;
}

/** The bytes of a multibase 'u' text; undefined for another base or bad characters. */
export function fromMultibase64Url(text: string): Uint8Array | undefined {
  return text.startsWith('u') ? fromBase64Url(text.slice(1)) : undefined;
}
