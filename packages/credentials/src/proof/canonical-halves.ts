import { canonicalize, type JsonObject, type JsonValue } from '@portolan/kernel';

/**
 * The canonical text (RFC 8785) of a JSON object's members on both sides of one member, without braces. Made once, it gives
 * the canonical text of the whole object and of the object without that member: a verifier needs both, for the digest and
 * for the hash that was signed.
 */
export interface CanonicalHalves {
  readonly before: string;
  readonly after: string;
}

/** Splits at the place where the member `name` stands, or would stand, in canonical order. */
export function canonicalHalves(object: JsonObject, name: string): CanonicalHalves {
  const before: Record<string, JsonValue> = {};
  const after: Record<string, JsonValue> = {};
  for (const member of Object.keys(object)) {
    if (member === name) continue;
    // JavaScript compares strings by UTF-16 code units, which is the order of RFC 8785, section 3.2.3.
    (member < name ? before : after)[member] = object[member] as JsonValue;
  }
  return { before: canonicalize(before).slice(1, -1), after: canonicalize(after).slice(1, -1) };
}

/** The canonical text of the object, with the given canonical member between the halves or without any. */
export function joinHalves({ before, after }: CanonicalHalves, member = ''): string {
  const first = before === '' || member === '' ? '' : ',';
  const second = (before === '' && member === '') || after === '' ? '' : ',';
  return `{${before}${first}${member}${second}${after}}`;
}
