import { canonicalize, type JsonObject, type JsonValue } from '@portolan/kernel';

/**
 * The members of a JSON object, each in canonical form (RFC 8785), in canonical order. Made once, it gives the canonical
 * text of the whole object and of the object without one member: a verifier needs both, for the digest and for the hash.
 */
export interface CanonicalMembers {
  readonly names: readonly string[];
  readonly texts: readonly string[];
}

/** Canonical members of `object`; `given` supplies the text of one member that is at hand already. */
export function canonicalMembers(
  object: JsonObject,
  given?: { name: string; text: string },
): CanonicalMembers {
  const names = Object.keys(object).sort();
  const texts: string[] = [];
  for (const name of names)
    texts.push(
      `${JSON.stringify(name)}:${name === given?.name ? given.text : canonicalize(object[name] as JsonValue)}`,
    );
  return { names, texts };
}

export function canonicalText(members: CanonicalMembers, without?: string): string {
  if (without === undefined) return `{${members.texts.join(',')}}`;
  return `{${members.texts.filter((_, index) => members.names[index] !== without).join(',')}}`;
}
