import { type Static, Type } from 'typebox';
import { DidText, DigestText, InstantText, PointerText } from './primitives.ts';

/**
 * Where a value came from, best first: signed at its source, imported from a file nobody signed, computed from other
 * fields by a named rule, assigned by the node (an entry number), typed by a person.
 */
export const ProvenanceClassSchema = Type.Union([
  Type.Literal('signed'),
  Type.Literal('imported'),
  Type.Literal('computed'),
  Type.Literal('assigned'),
  Type.Literal('typed'),
]);
export type ProvenanceClass = Static<typeof ProvenanceClassSchema>;

/** A place in a document that says a thing. */
export const SourceSchema = Type.Object({
  document: DigestText,
  pointer: PointerText,
});
export type Source = Static<typeof SourceSchema>;

export const ProvenanceSchema = Type.Object({
  class: ProvenanceClassSchema,
  document: Type.Optional(DigestText),
  pointer: Type.Optional(PointerText),
  issuer: Type.Optional(DidText),
  /** Member who typed it. */
  by: Type.Optional(Type.String()),
  at: Type.Optional(InstantText),
  /** Rule that computed it, with its citation. */
  rule: Type.Optional(Type.String()),
  /** Other places that say the same: cross-checks, not second keyings. */
  confirmedBy: Type.Optional(Type.Array(SourceSchema)),
  /** What a typed value was put in the place of. */
  replaces: Type.Optional(SourceSchema),
});
export type Provenance = Static<typeof ProvenanceSchema>;

/** Provenance of every field of an entry, by JSON pointer into the entry. */
export const ProvenanceMapSchema = Type.Record(Type.String(), ProvenanceSchema);
export type ProvenanceMap = Static<typeof ProvenanceMapSchema>;
