import { VerdictSchema } from '@portolan/credentials';
import { RefusalSchema } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { DidSchema, DigestSchema, InstantSchema, PartyRefSchema } from './common.ts';

/** A document as evidence: what it says, who signed it, whether that holds, and its receipt. */
export const EvidenceViewSchema = Type.Object({
  digest: DigestSchema,
  type: Type.String(),
  title: Type.String(),
  class: Type.Union([Type.Literal('signed'), Type.Literal('imported')]),
  format: Type.Optional(Type.String()),
  fileName: Type.Optional(Type.String()),
  issuer: Type.Optional(PartyRefSchema),
  issuerDid: Type.Optional(DidSchema),
  signedAt: Type.Optional(InstantSchema),
  receivedAt: Type.Optional(InstantSchema),
  verdict: Type.Optional(Type.Unsafe<Static<typeof VerdictSchema>>(VerdictSchema)),
  /** Index of its leaf in the log, once sequenced. */
  logIndex: Type.Optional(Type.Integer()),
  document: Type.Record(Type.String(), Type.Unknown()),
  origins: Type.Optional(Type.Record(Type.String(), Type.String())),
  /** What of the file was not taken over, a sentence each. */
  notices: Type.Optional(Type.Array(Type.String())),
});
export type EvidenceView = Static<typeof EvidenceViewSchema>;

/** A file that could not be taken, and why; nothing of it is kept. */
export const RefusedFileSchema = Type.Object({ name: Type.String(), refusals: Type.Array(RefusalSchema) });
export type RefusedFile = Static<typeof RefusedFileSchema>;
