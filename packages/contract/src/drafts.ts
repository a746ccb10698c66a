import { DriftSchema, LinkSchema } from '@portolan/documents';
import { AskSchema, ProvenanceMapSchema } from '@portolan/filing';
import { RefusalSchema } from '@portolan/kernel';
import { CasePageSchema, EvaluationSchema } from '@portolan/programs';
import { type Static, Type } from 'typebox';
import {
  AcknowledgedSchema,
  DigestSchema,
  DraftParamsSchema,
  EntryNumberSchema,
  IdSchema,
  InstantSchema,
  PageOf,
  PageQuerySchema,
} from './common.ts';
import { EvidenceViewSchema, RefusedFileSchema } from './evidence.ts';
import { route } from './route.ts';

/** Fields of an entry by where they came from; the target of typed ones that a document says is zero. */
export const ProvenanceCountsSchema = Type.Object({
  signed: Type.Integer(),
  imported: Type.Integer(),
  computed: Type.Integer(),
  assigned: Type.Integer(),
  typed: Type.Integer(),
});
export type ProvenanceCounts = Static<typeof ProvenanceCountsSchema>;

export const DraftSummarySchema = Type.Object({
  id: IdSchema,
  title: Type.String(),
  state: Type.Union([Type.Literal('open'), Type.Literal('filed'), Type.Literal('discarded')]),
  createdAt: InstantSchema,
  updatedAt: InstantSchema,
  importer: Type.Optional(Type.String()),
  documents: Type.Integer(),
  asks: Type.Integer(),
  blocking: Type.Integer(),
  entryNumber: Type.Optional(EntryNumberSchema),
});
export type DraftSummary = Static<typeof DraftSummarySchema>;

export const DraftSchema = Type.Object({
  ...DraftSummarySchema.properties,
  storyAt: Type.Optional(InstantSchema),
  evidence: Type.Array(EvidenceViewSchema),
  refusedFiles: Type.Array(RefusedFileSchema),
  /** What is known of the entry so far; fields may be missing until asks are answered. */
  entry: Type.Record(Type.String(), Type.Unknown()),
  provenance: ProvenanceMapSchema,
  typed: Type.Record(Type.String(), Type.Unknown()),
  openAsks: Type.Array(AskSchema),
  /** What else stands in the way of filing, beside open questions and findings. */
  obstacles: Type.Array(RefusalSchema),
  links: Type.Array(LinkSchema),
  drifts: Type.Array(DriftSchema),
  evaluation: Type.Optional(EvaluationSchema),
  /** What each program that applies has to show about the draft. */
  pages: Type.Optional(Type.Array(CasePageSchema)),
  /** What it is computed with, as decisions are: the digest, and names of what was imported for the whole node. */
  judgedWith: Type.Optional(Type.Object({ reference: DigestSchema, imported: Type.Array(Type.String()) })),
  /**
   * Tariff data that the own organization imported, with the total in United States dollars and the answered questions that
   * it would give. The agency decides with its own.
   */
  ownData: Type.Optional(
    Type.Object({
      items: Type.Array(Type.Object({ name: Type.String(), title: Type.String() })),
      total: Type.Optional(Type.String()),
      answers: Type.Array(Type.String()),
    }),
  ),
  counts: ProvenanceCountsSchema,
  canFile: Type.Boolean(),
});
export type Draft = Static<typeof DraftSchema>;

/** The answer to a filing: it is in, under this number; decision and receipt follow. */
export const FilingAcknowledgedSchema = Type.Object({
  entryNumber: EntryNumberSchema,
  filedAt: InstantSchema,
  envelope: DigestSchema,
  state: Type.String(),
  delivered: Type.Boolean({ description: 'false while the agency node is down: the outbox goes on trying' }),
  outcome: Type.Optional(Type.String()),
  evaluation: Type.Optional(EvaluationSchema),
});
export type FilingAcknowledged = Static<typeof FilingAcknowledgedSchema>;

export const listDrafts = route({
  method: 'GET',
  url: '/api/drafts',
  summary: 'Drafts of the own organization',
  access: 'trade',
  query: PageQuerySchema,
  response: PageOf(DraftSummarySchema),
});
export const createDraft = route({
  method: 'POST',
  url: '/api/drafts',
  summary: 'Make a draft of an entry from documents (files in multipart/form-data)',
  access: 'trade',
  multipart: true,
  response: DraftSchema,
  status: 201,
});
export const getDraft = route({
  method: 'GET',
  url: '/api/drafts/:id',
  summary: 'One draft with evidence, questions, findings and duty',
  access: 'trade',
  params: DraftParamsSchema,
  response: DraftSchema,
});
export const addDraftDocuments = route({
  method: 'POST',
  url: '/api/drafts/:id/documents',
  summary: 'Add documents to a draft',
  access: 'trade',
  params: DraftParamsSchema,
  multipart: true,
  response: DraftSchema,
});
export const removeDraftDocument = route({
  method: 'DELETE',
  url: '/api/drafts/:id/documents/:digest',
  summary: 'Take a document out of a draft',
  access: 'trade',
  params: Type.Object({ id: IdSchema, digest: DigestSchema }),
  response: DraftSchema,
});
export const typeDraftFields = route({
  method: 'PATCH',
  url: '/api/drafts/:id',
  summary:
    'Answer questions or change fields; a null value takes a typed value back, or removes an optional field',
  access: 'trade',
  params: DraftParamsSchema,
  body: Type.Object({
    typed: Type.Record(Type.String({ maxLength: 512 }), Type.Unknown()),
    /** Pointers whose typed value is taken back. */
    undo: Type.Optional(Type.Array(Type.String({ maxLength: 512 }))),
  }),
  response: DraftSchema,
});
/** One thing of an entry that a copy takes along or leaves, and why. */
const CopyItemSchema = Type.Object({ what: Type.String(), why: Type.String() });

/** What a copy of an entry takes along, and what it leaves to be said anew. */
export const CopyPlanSchema = Type.Object({
  taken: Type.Array(CopyItemSchema),
  left: Type.Array(CopyItemSchema),
});
export type CopyPlan = Static<typeof CopyPlanSchema>;

export const planCopy = route({
  method: 'GET',
  url: '/api/entries/:entryNumber/copy',
  summary:
    'What a copy of an entry would take along, and what it leaves to be said anew, each with the reason',
  access: 'trade',
  params: Type.Object({ entryNumber: EntryNumberSchema }),
  response: CopyPlanSchema,
});
export const copyEntry = route({
  method: 'POST',
  url: '/api/entries/:entryNumber/copy',
  summary:
    'Begin a draft from an entry of the own organization: its standing answers and documents, nothing of the old shipment',
  access: 'trade',
  params: Type.Object({ entryNumber: EntryNumberSchema }),
  response: DraftSchema,
  status: 201,
});
export const fileDraft = route({
  method: 'POST',
  url: '/api/drafts/:id/file',
  summary: 'Sign and file the draft with the agency',
  access: 'trade',
  params: DraftParamsSchema,
  response: FilingAcknowledgedSchema,
  status: 202,
});
export const discardDraft = route({
  method: 'DELETE',
  url: '/api/drafts/:id',
  summary: 'Discard a draft; its documents stay in the own evidence',
  access: 'trade',
  params: DraftParamsSchema,
  response: AcknowledgedSchema,
});
export const fileDocuments = route({
  method: 'POST',
  url: '/api/filings',
  summary: 'One call: documents in, entry filed (Idempotency-Key header required)',
  access: 'trade',
  multipart: true,
  response: FilingAcknowledgedSchema,
  status: 202,
});
