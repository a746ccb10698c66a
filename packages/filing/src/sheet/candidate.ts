import type { Evidence } from '@portolan/documents';
import type { JsonValue, Pointer } from '@portolan/kernel';
import type { Provenance, ProvenanceClass } from '../provenance.ts';

/** One value that something offers for a field, and where it says so. */
export interface Candidate<T extends JsonValue = JsonValue> {
  readonly value: T;
  readonly provenance: Provenance;
}

// What its own source signed outweighs a file, a file outweighs arithmetic, and all outweigh fingers.
const RANK: Record<ProvenanceClass, number> = { signed: 0, imported: 1, computed: 2, assigned: 3, typed: 4 };

/** A value that a document states as it is. Nothing for a value the document leaves out. */
export function stated<T extends JsonValue>(
  item: Evidence,
  pointer: Pointer,
  value: T | undefined,
): Candidate<T>[] {
  if (value === undefined) return [];
  return [{ value, provenance: sourceOf(item, pointer) }];
}

/** A value that follows from what a document states, by a rule that is named. */
export function derived<T extends JsonValue>(
  item: Evidence,
  pointer: Pointer,
  value: T | undefined,
  rule: string,
): Candidate<T>[] {
  if (value === undefined) return [];
  return [{ value, provenance: { ...sourceOf(item, pointer), class: 'computed', rule } }];
}

/** A value that follows from other fields of the entry. */
export function computed<T extends JsonValue>(value: T | undefined, rule: string): Candidate<T>[] {
  return value === undefined ? [] : [{ value, provenance: { class: 'computed', rule } }];
}

/** A value that the node knows of itself or of its member. */
export function assigned<T extends JsonValue>(value: T | undefined, rule: string): Candidate<T>[] {
  return value === undefined ? [] : [{ value, provenance: { class: 'assigned', rule } }];
}

export function sourceOf(item: Evidence, pointer: Pointer): Provenance {
  const signed = item.class === 'signed' && !isBroken(item);
  return {
    class: signed ? 'signed' : 'imported',
    document: item.digest,
    pointer,
    ...(signed && item.issuer ? { issuer: item.issuer } : {}),
  };
}

/**
 * True when the signature does not fit: the document then counts like a file that nobody signed. Whether a good
 * signature was revoked or has expired is not asked here, since two verifiers may know different things about it.
 */
function isBroken({ verdict }: Evidence): boolean {
  return (
    verdict?.fragments.some(({ name, outcome }) => name === 'integrity' && outcome === 'failed') ?? false
  );
}

/** The candidates, best first; the order given decides between equals, then the digest, never chance. */
export function ranked<T extends JsonValue>(candidates: readonly Candidate<T>[]): readonly Candidate<T>[] {
  if (candidates.length < 2) return candidates;
  return [...candidates].sort((a, b) => RANK[a.provenance.class] - RANK[b.provenance.class]);
}
