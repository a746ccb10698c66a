/** A decentralized identifier (DID Core 1.0, section 3.1). */
export type Did = `did:${string}`;

const FORM = /^did:[a-z0-9]+:(?:[A-Za-z0-9._-]|%[0-9A-F]{2}|:)*(?:[A-Za-z0-9._-]|%[0-9A-F]{2})$/i;
const MAX_LENGTH = 500;

/** True for text with the form of a DID: no path, query or fragment. */
export function isDid(value: unknown): value is Did {
  return typeof value === 'string' && value.length <= MAX_LENGTH && FORM.test(value);
}

/** The DID that a DID URL (of a key, a service) belongs to: everything before the fragment. */
export function didOfUrl(url: string): string {
  const hash = url.indexOf('#');
  return hash === -1 ? url : url.slice(0, hash);
}
