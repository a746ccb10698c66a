import { type Static, Type } from 'typebox';
import { DateSchema, DigestSchema, EntryNumberSchema, EntryParamsSchema, InstantSchema } from './common.ts';
import { route } from './route.ts';

export const MilestoneKindSchema = Type.Enum(['released', 'summary', 'paid', 'liquidated', 'rejected']);
export type MilestoneKind = Static<typeof MilestoneKindSchema>;

/** What became of an entry in the agency's own system, as its filer recorded and signed it. */
export const MilestoneSchema = Type.Object({
  kind: MilestoneKindSchema,
  on: DateSchema,
  note: Type.String(),
  by: Type.String(),
  at: InstantSchema,
  digest: DigestSchema,
  /** The record with the organization's signature (Data Integrity). */
  signed: Type.Record(Type.String(), Type.Unknown()),
});
export type Milestone = Static<typeof MilestoneSchema>;

export const listMilestones = route({
  method: 'GET',
  url: '/api/entries/:entryNumber/milestones',
  summary: 'What the filer recorded of release, summary, payment and liquidation',
  access: 'member',
  params: EntryParamsSchema,
  response: Type.Object({ items: Type.Array(MilestoneSchema) }),
});
export const recordMilestone = route({
  method: 'POST',
  url: '/api/entries/:entryNumber/milestones',
  summary:
    'Record release, summary, payment, liquidation or rejection by hand, with its day; signed, and the terms follow',
  access: 'trade',
  params: EntryParamsSchema,
  body: Type.Object({
    kind: MilestoneKindSchema,
    on: DateSchema,
    note: Type.Optional(Type.String({ maxLength: 1000 })),
  }),
  response: MilestoneSchema,
});

/** Money of one client that is due on one day. */
export const StatementSchema = Type.Object({
  importer: Type.String(),
  importerNumber: Type.String(),
  kind: Type.Enum(['single', 'daily', 'periodic']),
  /** Month that a monthly statement gathers. */
  month: Type.Optional(Type.String()),
  printsOn: Type.Optional(DateSchema),
  due: DateSchema,
  daysLeft: Type.Integer(),
  total: Type.String({ description: 'duty and fees, US dollars' }),
  /** Entries without a computed total are counted, and not in the sum. */
  withoutTotal: Type.Integer(),
  entries: Type.Array(Type.Object({ entryNumber: EntryNumberSchema, total: Type.Optional(Type.String()) })),
  source: Type.String(),
});
export type Statement = Static<typeof StatementSchema>;

export const listStatements = route({
  method: 'GET',
  url: '/api/statements',
  summary: 'Money due by client and statement day, earliest first; entries that were paid are left out',
  access: 'trade',
  response: Type.Object({
    items: Type.Array(StatementSchema),
    /** Entry summaries that nobody recorded as filed. */
    summaries: Type.Array(
      Type.Object({
        entryNumber: EntryNumberSchema,
        importer: Type.String(),
        due: DateSchema,
        daysLeft: Type.Integer(),
      }),
    ),
    asOf: DateSchema,
  }),
});
export const payStatement = route({
  method: 'POST',
  url: '/api/statements/paid',
  summary: 'Record that the entries of a statement were paid, each as a signed milestone',
  access: 'trade',
  body: Type.Object({
    entryNumbers: Type.Array(EntryNumberSchema, { minItems: 1, maxItems: 500 }),
    on: DateSchema,
    note: Type.Optional(Type.String({ maxLength: 1000 })),
  }),
  response: Type.Object({ recorded: Type.Integer() }),
});
export const downloadCalendar = route({
  method: 'GET',
  url: '/api/work/calendar',
  summary: 'What is due as a calendar with alarms (iCalendar, RFC 5545)',
  access: 'member',
  response: Type.String({ contentMediaType: 'text/calendar', description: 'iCalendar' }),
});
