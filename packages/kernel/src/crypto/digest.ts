import { canonicalize } from '../json/canonical.ts';
import type { JsonValue } from '../json/value.ts';
import { toHex, utf8 } from './encoding.ts';
import type { CryptoPort } from './port.ts';

/** SHA-256 of exact bytes; for JSON, of its canonical form. Written `sha256:` and 64 lower-case hex digits. */
export type Digest = `sha256:${string}`;

const FORM = /^sha256:[0-9a-f]{64}$/;

export function isDigest(value: unknown): value is Digest {
  return typeof value === 'string' && FORM.test(value);
}

export function digestBytes(crypto: CryptoPort, bytes: Uint8Array): Digest {
  return `sha256:${toHex(crypto.sha256(bytes))}`;
}

export function digestJson(crypto: CryptoPort, value: JsonValue): Digest {
  return digestBytes(crypto, utf8(canonicalize(value)));
}
