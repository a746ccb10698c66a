import {
  type Drift,
  DriftSchema,
  type Evidence,
  EvidenceSchema,
  type Link,
  LinkSchema,
} from '@portolan/documents';
import { type Entry, EntrySchema, type ProvenanceMap, ProvenanceMapSchema } from '@portolan/filing';
import { type Static, Type } from 'typebox';

/** When the claim is made: with the entry, or within a year of importation (19 U.S.C. 1520(d)). */
export const ClaimKindSchema = Type.Union([Type.Literal('at-entry'), Type.Literal('post-importation')]);
export type ClaimKind = Static<typeof ClaimKindSchema>;

/** Everything a program may look at about one filing. */
export const DossierSchema = Type.Object({
  entry: Type.Unsafe<Entry>(EntrySchema),
  provenance: Type.Unsafe<ProvenanceMap>(ProvenanceMapSchema),
  evidence: Type.Array(Type.Unsafe<Evidence>(EvidenceSchema)),
  links: Type.Array(Type.Unsafe<Link>(LinkSchema)),
  drifts: Type.Array(Type.Unsafe<Drift>(DriftSchema)),
  filer: Type.Object({ did: Type.String() }),
  /** The person who signs for the filer, where the filing names one. */
  signatory: Type.Optional(Type.Object({ name: Type.String(), did: Type.String() })),
  filedAt: Type.String(),
  claimKind: Type.Optional(ClaimKindSchema),
  /** True for a later version of an entry that was filed before: it keeps the day of the first. */
  corrects: Type.Optional(Type.Boolean()),
  /** A recorded decision to compute with a tariff that is not known to be current. */
  override: Type.Optional(Type.Object({ reason: Type.String(), by: Type.String() })),
});
export type Dossier = Static<typeof DossierSchema>;
