import { type Evidence, EvidenceSchema } from '@portolan/documents';
import { QuantitySchema } from '@portolan/kernel';
import { ObservedStandingSchema } from '@portolan/parties';
import { type Static, Type } from 'typebox';
import { AuthorityObservationSchema } from './authority.ts';

/** A claim on the same invoice line in another entry. */
export const DuplicateClaimSchema = Type.Object({
  /** Line number in the entry under evaluation. */
  line: Type.Integer(),
  entryNumber: Type.String(),
});

/** An invoice line that another entry has entered already. */
export const EnteredBeforeSchema = Type.Object({
  /** Line number in the entry under evaluation. */
  line: Type.Integer(),
  /** The other entry, where the same filer filed it: nobody learns the numbers of others. */
  entryNumber: Type.Optional(Type.String()),
  /** How much of it the other entry takes; all of it where nothing is said. */
  quantity: Type.Optional(QuantitySchema),
});
export type EnteredBefore = Static<typeof EnteredBeforeSchema>;

/** Another importation of the same importer that may belong to a series (19 CFR 182.14). */
export const RelatedImportationSchema = Type.Object({
  entryNumber: Type.String(),
  importDate: Type.String(),
  enteredValue: Type.String(),
  /** Why it looks related: the same order, invoice or certification. */
  by: Type.String(),
});

/** A request for information about the entry, as far as it bears on the claims. */
export const ObservedRequestSchema = Type.Object({
  line: Type.Optional(Type.Integer()),
  /** Identifier of the question in the program's templates. */
  asks: Type.Array(Type.String()),
  state: Type.Union([Type.Literal('open'), Type.Literal('answered'), Type.Literal('overdue')]),
});

/** A mass that others committed of a heat or a certificate's item: how much, never by whom or to whom. */
export const CommitmentSchema = Type.Object({
  /** Lot of the heat, or digest and item of the certificate. */
  of: Type.String(),
  mass: QuantitySchema,
});

/** What the store was asked before the rules ran: captured, digested and kept with the decision. */
export const ObservationsSchema = Type.Object({
  at: Type.String(),
  entryNumberSeen: Type.Boolean(),
  duplicateClaims: Type.Array(DuplicateClaimSchema),
  relatedImportations: Type.Array(RelatedImportationSchema),
  /** Invoice lines that stand in another entry, with or without a claim. */
  enteredBefore: Type.Optional(Type.Array(EnteredBeforeSchema)),
  /** Crossings of a border meter that another entry has entered before, by the line that enters them again. */
  crossingsEntered: Type.Optional(Type.Array(DuplicateClaimSchema)),
  /** Evidence the agency holds already: powers of attorney, identities of organizations. */
  onRecord: Type.Array(Type.Unsafe<Evidence>(EvidenceSchema)),
  /** Status lists that the verdicts were read from. */
  statusLists: Type.Array(Type.Object({ url: Type.String(), digest: Type.String() })),
  requests: Type.Array(ObservedRequestSchema),
  /** Who may act for whom beside the powers of attorney above, where something is on record. */
  authority: Type.Optional(AuthorityObservationSchema),
  /** Standings of the parties at the time, where they were asked. */
  standings: Type.Optional(Type.Array(ObservedStandingSchema)),
  /** What was committed elsewhere of the heats and certificates of the dossier, across tenants and nodes. */
  commitments: Type.Optional(Type.Array(CommitmentSchema)),
});
export type Observations = Static<typeof ObservationsSchema>;

/** Observations of a store that knows nothing yet: what a draft is evaluated with. */
export function noObservations(at: string): Observations {
  return {
    at,
    entryNumberSeen: false,
    duplicateClaims: [],
    relatedImportations: [],
    onRecord: [],
    statusLists: [],
    requests: [],
  };
}
