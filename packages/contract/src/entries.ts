import { DriftSchema, LinkSchema } from '@portolan/documents';
import { ClockSchema, EntrySchema, ProvenanceMapSchema } from '@portolan/filing';
import { ReceiptSchema } from '@portolan/ledger';
import { BesideSchema, CasePageSchema, EvaluationSchema } from '@portolan/programs';
import { type Static, Type } from 'typebox';
import {
  DigestSchema,
  EntryNumberSchema,
  EntryParamsSchema,
  InstantSchema,
  NoteSchema,
  PageOf,
  PageQuerySchema,
  PartyRefSchema,
  PointerSchema,
} from './common.ts';
import { ProvenanceCountsSchema } from './drafts.ts';
import { EvidenceViewSchema } from './evidence.ts';
import { MilestoneSchema } from './progress.ts';
import { RequestSummarySchema } from './request-views.ts';
import { route } from './route.ts';

/** States of an entry, each with words in `stateWords` and who moves next. */
export const EntryStateSchema = Type.Enum([
  'filed',
  'accepted',
  'referred',
  'asked',
  'answered',
  'released',
  'refused',
  'held',
  'corrected',
]);
export type EntryState = Static<typeof EntryStateSchema>;

export const EntrySummaryRowSchema = Type.Object({
  entryNumber: EntryNumberSchema,
  state: EntryStateSchema,
  stateWords: Type.String(),
  whoMoves: Type.String(),
  importer: Type.String(),
  filer: Type.String(),
  filedAt: InstantSchema,
  updatedAt: InstantSchema,
  lines: Type.Integer(),
  enteredValue: Type.String({ description: 'whole US dollars' }),
  total: Type.Optional(Type.String({ description: 'duty and fees, US dollars' })),
  claims: Type.Array(Type.String()),
  openRequests: Type.Integer(),
  story: Type.Boolean(),
});
export type EntrySummaryRow = Static<typeof EntrySummaryRowSchema>;

export const TimelineEventSchema = Type.Object({
  at: InstantSchema,
  kind: Type.String(),
  title: Type.String(),
  detail: Type.Optional(Type.String()),
  by: Type.Optional(PartyRefSchema),
  digest: Type.Optional(DigestSchema),
  href: Type.Optional(Type.String()),
});
export type TimelineEvent = Static<typeof TimelineEventSchema>;

export const DecisionViewSchema = Type.Object({
  digest: DigestSchema,
  outcome: Type.Union([Type.Literal('accept'), Type.Literal('refer'), Type.Literal('refuse')]),
  decidedAt: InstantSchema,
  by: Type.String({ description: "the agency's rules, or the name of the officer" }),
  reason: Type.String(),
  ruleVersion: Type.String(),
  evidenceDigest: DigestSchema,
  observationsDigest: DigestSchema,
  referenceDigest: DigestSchema,
  /** Further programs that were asked, each with its rules, facts and answer. */
  beside: Type.Optional(Type.Array(BesideSchema)),
});
export type DecisionView = Static<typeof DecisionViewSchema>;

export const ReceiptViewSchema = Type.Object({
  kind: Type.String(),
  digest: DigestSchema,
  title: Type.String(),
  at: Type.Optional(InstantSchema),
  index: Type.Optional(Type.Integer()),
  receipt: Type.Optional(ReceiptSchema),
});
export type ReceiptView = Static<typeof ReceiptViewSchema>;

/** A Form 29 action: proposed to the importer, or taken, with duty computed anew. */
export const ActionViewSchema = Type.Object({
  id: Type.String(),
  kind: Type.Union([Type.Literal('proposed'), Type.Literal('taken')]),
  at: InstantSchema,
  due: Type.Optional(InstantSchema),
  reason: Type.String(),
  lines: Type.Array(Type.Integer()),
  before: Type.String({ description: 'duty and fees as filed, US dollars' }),
  after: Type.String({ description: 'duty and fees after the action, US dollars' }),
  difference: Type.String(),
  answer: Type.Optional(Type.String()),
  state: Type.String(),
});
export type ActionView = Static<typeof ActionViewSchema>;

/** The dossier: everything one organization holds of an entry. */
export const DossierViewSchema = Type.Object({
  ...EntrySummaryRowSchema.properties,
  entry: EntrySchema,
  provenance: ProvenanceMapSchema,
  counts: ProvenanceCountsSchema,
  evidence: Type.Array(EvidenceViewSchema),
  links: Type.Array(LinkSchema),
  drifts: Type.Array(DriftSchema),
  evaluation: Type.Optional(EvaluationSchema),
  /** What each program that applies has to show about the entry. */
  pages: Type.Optional(Type.Array(CasePageSchema)),
  decisions: Type.Array(DecisionViewSchema),
  receipts: Type.Array(ReceiptViewSchema),
  clocks: Type.Array(ClockSchema),
  /** What its filer recorded of it by hand; only for who filed it. */
  milestones: Type.Optional(Type.Array(MilestoneSchema)),
  /** The person who signed off for the filer, where the filing names one. */
  signatory: Type.Optional(Type.Object({ name: Type.String(), did: Type.String() })),
  timeline: Type.Array(TimelineEventSchema),
  requests: Type.Array(RequestSummarySchema),
  actions: Type.Array(ActionViewSchema),
  risk: Type.Optional(
    Type.Array(Type.Object({ rule: Type.String(), reason: Type.String(), weight: Type.Integer() })),
  ),
  /** Shown to the agency alone: other entries that enter the same invoice lines, and who filed them. */
  enteredElsewhere: Type.Optional(
    Type.Array(Type.Object({ line: Type.Integer(), entryNumber: Type.String(), filer: Type.String() })),
  ),
  agency: PartyRefSchema,
  /** What the viewer may do now: `decide`, `ask`, `act`, `answer-action`, `correct`. */
  may: Type.Array(Type.String()),
});
export type DossierView = Static<typeof DossierViewSchema>;

export const listEntries = route({
  method: 'GET',
  url: '/api/entries',
  summary: 'Entries that the own organization filed, received or is a party to',
  access: 'member',
  query: PageQuerySchema,
  response: PageOf(EntrySummaryRowSchema),
});
export const getEntry = route({
  method: 'GET',
  url: '/api/entries/:entryNumber',
  summary: 'The dossier of an entry',
  access: 'member',
  params: EntryParamsSchema,
  response: DossierViewSchema,
});
export const getEntryReceipts = route({
  method: 'GET',
  url: '/api/entries/:entryNumber/receipt',
  summary: 'Receipts of filing, evidence and decisions; each is verified offline with portolan verify',
  access: 'member',
  params: EntryParamsSchema,
  response: Type.Object({ entryNumber: EntryNumberSchema, receipts: Type.Array(ReceiptViewSchema) }),
});
export const replayEntry = route({
  method: 'GET',
  url: '/api/entries/:entryNumber/replay',
  summary:
    'Compute the last decision again from stored evidence, observations and reference, and compare the bytes',
  access: 'member',
  params: EntryParamsSchema,
  response: Type.Object({
    entryNumber: EntryNumberSchema,
    same: Type.Boolean(),
    recorded: DigestSchema,
    recomputed: DigestSchema,
    ruleVersion: Type.String(),
    bytes: Type.Integer(),
    evaluation: EvaluationSchema,
  }),
});
export const decideEntry = route({
  method: 'POST',
  url: '/api/entries/:entryNumber/decision',
  summary: "An officer's decision, with its reason",
  access: 'agency',
  params: EntryParamsSchema,
  body: Type.Object({
    outcome: Type.Union([Type.Literal('accept'), Type.Literal('refuse'), Type.Literal('hold')]),
    reason: NoteSchema,
  }),
  response: DossierViewSchema,
});
export const takeAction = route({
  method: 'POST',
  url: '/api/entries/:entryNumber/actions',
  summary: 'Propose or take an action (Form 29): deny the claim on lines, duty computed anew',
  access: 'agency',
  params: EntryParamsSchema,
  body: Type.Object({
    kind: Type.Union([Type.Literal('proposed'), Type.Literal('taken')]),
    lines: Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 999 }),
    reason: NoteSchema,
    preview: Type.Optional(Type.Boolean()),
  }),
  response: ActionViewSchema,
});
export const answerAction = route({
  method: 'POST',
  url: '/api/actions/:id/answers',
  summary: 'Answer a proposed action',
  access: 'trade',
  params: Type.Object({ id: Type.String({ maxLength: 80 }) }),
  body: Type.Object({ agree: Type.Boolean(), text: NoteSchema }),
  response: ActionViewSchema,
});
export const correctEntry = route({
  method: 'POST',
  url: '/api/entries/:entryNumber/correct',
  summary:
    'Correct fields of a filed entry promptly; both versions are kept and the duty difference is shown',
  access: 'trade',
  params: EntryParamsSchema,
  body: Type.Object({ typed: Type.Record(PointerSchema, Type.Unknown()), reason: NoteSchema }),
  response: DossierViewSchema,
});

export const QueueItemSchema = Type.Object({
  ...EntrySummaryRowSchema.properties,
  weight: Type.Integer(),
  hits: Type.Array(Type.Object({ rule: Type.String(), reason: Type.String(), weight: Type.Integer() })),
  due: Type.Optional(InstantSchema),
  dueWords: Type.String(),
});
export type QueueItem = Static<typeof QueueItemSchema>;
export const getQueue = route({
  method: 'GET',
  url: '/api/queue',
  summary: 'Entries that wait for an officer, by risk and time left, each with its reasons',
  access: 'agency',
  query: PageQuerySchema,
  response: PageOf(QueueItemSchema),
});
