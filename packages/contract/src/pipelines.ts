import type { MeasurementTicket, PipelineNomination, PipelineProfile } from '@portolan/documents';
import { RefusalSchema } from '@portolan/kernel';
import {
  AdjustmentSchema,
  CrossingDaySchema,
  CrossingSchema,
  LineFindingSchema,
  LineMonthSchema,
  OwnerEntrySchema,
  TitleBasisSchema,
} from '@portolan/programs';
import { type Static, Type } from 'typebox';
import {
  DateSchema,
  DidSchema,
  DigestSchema,
  IdSchema,
  InstantSchema,
  PageOf,
  PageQuerySchema,
} from './common.ts';
import { route } from './route.ts';

/** A line by its name, which is the same for everyone. */
const LineName = Type.String({ minLength: 1, maxLength: 200 });
const MonthName = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' });
const Barrels = Type.String({ description: 'Barrels at 60 degrees Fahrenheit' });
const LineParams = Type.Object({ line: LineName });
const MonthParams = Type.Object({ line: LineName, month: MonthName });
const DayParams = Type.Object({ line: LineName, month: MonthName, day: DateSchema });
/** A document as it was signed; its schema in the documents package says all of it. */
const Signed = <T>(description: string) => Type.Unsafe<T>({ type: 'object', description });
const VolumeSchema = Type.Object({ value: Type.String(), unit: Type.String(), base: Type.String() });
const HolderRef = Type.Object({ did: Type.String(), name: Type.String() });
const PageOfDay = Type.Object({
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
});

/** How a tenant stands to a line: its operator, an owner of what crossed, the agency, or a party that was sent papers of it. */
export const pipelineRoles = ['operator', 'owner', 'agency', 'party'] as const;
const RoleSchema = Type.Enum(pipelineRoles);

/** What lists show of one month. */
export const PipelineMonthSummarySchema = Type.Object({
  month: MonthName,
  computedAt: Type.Optional(InstantSchema),
  /** Absent where no profile of the line is held yet: nothing can be computed without its zone and meter. */
  counted: Type.Optional(
    Type.Object({
      volume: Barrels,
      days: Type.Object({
        measured: Type.Integer(),
        partly: Type.Integer(),
        missing: Type.Integer(),
        ahead: Type.Integer(),
      }),
      owners: Type.Integer(),
      process: Type.Enum(['monthly', 'daily']),
      imbalance: Type.String({ description: 'Barrels; below zero a gain' }),
      allowed: Barrels,
      findings: Type.Object({ refused: Type.Integer(), serious: Type.Integer(), notice: Type.Integer() }),
      entries: Type.Object({ entered: Type.Integer(), open: Type.Integer(), late: Type.Integer() }),
    }),
  ),
});
export type PipelineMonthSummary = Static<typeof PipelineMonthSummarySchema>;

export const PipelineLineSchema = Type.Object({
  line: LineName,
  name: Type.String(),
  operator: Type.Optional(HolderRef),
  commodity: Type.Optional(Type.String()),
  role: RoleSchema,
  /** The newest month with papers; none where only the profile is held. */
  latest: Type.Optional(PipelineMonthSummarySchema),
  months: Type.Integer({ description: 'Months of which papers are held' }),
});
export type PipelineLine = Static<typeof PipelineLineSchema>;

export const listPipelines = route({
  method: 'GET',
  url: '/api/pipelines',
  summary:
    'Lines that the own organization holds papers of: worst imbalance first, then most days without a ticket',
  access: 'member',
  query: PageQuerySchema,
  response: PageOf(PipelineLineSchema),
});

export const PipelineLineDetailSchema = Type.Object({
  line: LineName,
  name: Type.String(),
  role: RoleSchema,
  operator: Type.Optional(HolderRef),
  /** What the operator says of the line, with its points in the order of flow. */
  profile: Type.Optional(
    Type.Object({ digest: DigestSchema, document: Signed<PipelineProfile>('Profile of the line') }),
  ),
});
export type PipelineLineDetail = Static<typeof PipelineLineDetailSchema>;

export const getPipeline = route({
  method: 'GET',
  url: '/api/pipelines/:line',
  summary: 'One line: its operator and its points in the order of flow',
  access: 'member',
  params: LineParams,
  response: PipelineLineDetailSchema,
});
export const listPipelineMonths = route({
  method: 'GET',
  url: '/api/pipelines/:line/months',
  summary: 'Months of a line of which papers are held, newest first, each in few figures',
  access: 'member',
  params: LineParams,
  query: Type.Object({
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 60, default: 13 })),
  }),
  response: PageOf(PipelineMonthSummarySchema),
});

/** A credential of a public vocabulary that speaks of the line or of one of its batches. */
export const PipelineReceivedSchema = Type.Object({
  digest: DigestSchema,
  type: Type.String(),
  label: Type.String(),
  title: Type.String(),
  issuer: Type.String(),
  verified: Type.Boolean(),
  /** By what it belongs here, such as the number of a batch. */
  by: Type.String(),
  /** Figures as it states them. */
  figures: Type.Array(Type.Object({ name: Type.String(), value: Type.String(), unit: Type.String() })),
  /** What it says that cannot be: found, and not believed. */
  findings: Type.Array(RefusalSchema),
});
export type PipelineReceived = Static<typeof PipelineReceivedSchema>;

/** Countries and roles that what crossed on a day is made of, each once; without a country the origin is not known. */
const DayOriginSchema = Type.Pick(CrossingSchema.properties.origin.items, ['country', 'role']);

export const PipelineMonthSchema = Type.Object({
  role: RoleSchema,
  ...Type.Omit(LineMonthSchema, ['crossings', 'findings', 'adjustments', 'days']).properties,
  days: Type.Array(Type.Object({ ...CrossingDaySchema.properties, origin: Type.Array(DayOriginSchema) })),
  /** The first hundred; all of them page by page. */
  findings: Type.Array(LineFindingSchema),
  findingsTotal: Type.Integer(),
  adjustments: Type.Array(AdjustmentSchema),
  /** Batches of the line that its papers of the month name. */
  batches: Type.Array(Type.String()),
  received: Type.Array(PipelineReceivedSchema),
  /** How many papers it was computed from, and the digest of theirs: who holds the same has the same. */
  papers: Type.Object({ count: Type.Integer(), digest: DigestSchema, withdrawn: Type.Integer() }),
  /** Of the whole month: nodes that hold the same papers compute the same bytes. */
  digest: DigestSchema,
  computedFor: InstantSchema,
});
export type PipelineMonth = Static<typeof PipelineMonthSchema>;

export const getPipelineMonth = route({
  method: 'GET',
  url: '/api/pipelines/:line/months/:month',
  summary: 'One month of a line: its days, owners, entries, balance, findings and corrections',
  access: 'member',
  params: MonthParams,
  response: PipelineMonthSchema,
});

/** A stretch of time in which one batch of one owner crossed. */
export const TitleStretchSchema = Type.Object({
  from: InstantSchema,
  to: InstantSchema,
  batch: Type.String(),
  owner: HolderRef,
  basis: TitleBasisSchema,
  volume: Barrels,
  tickets: Type.Integer(),
  byTime: Type.Boolean(),
  origin: CrossingSchema.properties.origin,
  freeTrade: CrossingSchema.properties.freeTrade,
  hts: CrossingSchema.properties.hts,
  inBond: CrossingSchema.properties.inBond,
});
export type TitleStretch = Static<typeof TitleStretchSchema>;

export const PipelineDaySchema = Type.Object({
  ...CrossingDaySchema.properties,
  stretches: Type.Array(TitleStretchSchema),
  findings: Type.Array(LineFindingSchema),
});
export type PipelineDay = Static<typeof PipelineDaySchema>;

export const getPipelineDay = route({
  method: 'GET',
  url: '/api/pipelines/:line/months/:month/days/:day',
  summary: 'Title at the meter on one day: who owned what crossed, from when to when, and by which paper',
  access: 'member',
  params: DayParams,
  response: PipelineDaySchema,
});

export const PipelineTicketRowSchema = Type.Object({
  digest: DigestSchema,
  number: Type.String(),
  kind: Type.String(),
  point: Type.String(),
  batch: Type.String(),
  from: InstantSchema,
  to: InstantSchema,
  /** As reported, in the unit of the ticket. */
  volume: VolumeSchema,
  apiGravity60F: Type.Optional(Type.String()),
  sedimentAndWater: Type.Optional(Type.String()),
  knownAt: InstantSchema,
  corrects: Type.Optional(Type.String()),
});
export type PipelineTicketRow = Static<typeof PipelineTicketRowSchema>;

export const listPipelineTickets = route({
  method: 'GET',
  url: '/api/pipelines/:line/months/:month/days/:day/tickets',
  summary: 'Measurement tickets that begin on a day of the meter, in the order of time',
  access: 'member',
  params: DayParams,
  query: PageOfDay,
  response: PageOf(PipelineTicketRowSchema),
});
export const searchPipelineTickets = route({
  method: 'GET',
  url: '/api/pipelines/:line/months/:month/tickets',
  summary: 'Measurement tickets of a month, in the order of time; q finds them by number or batch',
  access: 'member',
  params: MonthParams,
  query: Type.Object({
    ...PageQuerySchema.properties,
    kind: Type.Optional(Type.Enum(['injection', 'delivery', 'border', 'transfer'])),
  }),
  response: PageOf(PipelineTicketRowSchema),
});
export const listPipelineCrossings = route({
  method: 'GET',
  url: '/api/pipelines/:line/months/:month/days/:day/crossings',
  summary: 'Every crossing of a day: volume, owner, ticket, origin and status',
  access: 'member',
  params: DayParams,
  query: PageOfDay,
  response: PageOf(CrossingSchema),
});

export const PipelineTicketSchema = Type.Object({
  digest: DigestSchema,
  held: DigestSchema,
  issuer: HolderRef,
  knownAt: InstantSchema,
  withdrawn: Type.Boolean(),
  /** Raw readings and reported figures as they were signed. */
  document: Signed<MeasurementTicket>('Measurement ticket'),
  /** Every version of the ticket that is held, by when the log knew it. */
  versions: Type.Array(
    Type.Object({
      digest: DigestSchema,
      knownAt: InstantSchema,
      volume: VolumeSchema,
      reason: Type.Optional(Type.String()),
    }),
  ),
  crossings: Type.Array(CrossingSchema),
  findings: Type.Array(LineFindingSchema),
});
export type PipelineTicketView = Static<typeof PipelineTicketSchema>;

export const getPipelineTicket = route({
  method: 'GET',
  url: '/api/pipelines/:line/months/:month/tickets/:digest',
  summary:
    'One ticket: raw and reported figures, its versions, what crossed by it and what was found about it',
  access: 'member',
  params: Type.Object({ line: LineName, month: MonthName, digest: DigestSchema }),
  response: PipelineTicketSchema,
});
export const listPipelineFindings = route({
  method: 'GET',
  url: '/api/pipelines/:line/months/:month/findings',
  summary: 'What was found in a month, gravest first',
  access: 'member',
  params: MonthParams,
  query: Type.Object({
    ...PageQuerySchema.properties,
    day: Type.Optional(DateSchema),
    batch: Type.Optional(Type.String({ maxLength: 200 })),
    severity: Type.Optional(Type.Enum(['refused', 'serious', 'notice'])),
  }),
  response: PageOf(LineFindingSchema),
});

/** One printed page for the broker: what one owner enters of a month, and what it rests on. */
export const BrokerSheetSchema = Type.Object({
  line: LineMonthSchema.properties.line,
  month: MonthName,
  owner: HolderRef,
  process: LineMonthSchema.properties.process,
  entries: Type.Array(OwnerEntrySchema),
  days: Type.Array(
    Type.Object({
      day: DateSchema,
      volume: Barrels,
      api: Type.Optional(Type.String()),
      batches: Type.Array(Type.String()),
      origin: Type.Array(Type.String()),
      freeTrade: Type.Enum(['free', 'broken', 'unproved', 'mixed']),
      hts: Type.Array(Type.String()),
      inBond: Type.Boolean(),
    }),
  ),
  total: Barrels,
  /** The papers that it rests on, by type. */
  evidence: Type.Array(
    Type.Object({
      digest: DigestSchema,
      type: Type.String(),
      number: Type.String(),
      issuer: Type.String(),
      /** As this node knows the issuer. */
      issuerName: Type.Optional(Type.String()),
    }),
  ),
  evidenceTotal: Type.Integer(),
  findings: Type.Array(LineFindingSchema),
  /** Drafts and entries that cover days of it already. */
  entered: Type.Array(
    Type.Object({
      entry: Type.String(),
      from: DateSchema,
      to: DateSchema,
      state: Type.Enum(['draft', 'filed']),
    }),
  ),
  digest: DigestSchema,
});
export type BrokerSheet = Static<typeof BrokerSheetSchema>;

export const listBrokerSheets = route({
  method: 'GET',
  url: '/api/pipelines/:line/months/:month/sheets',
  summary: "The broker's sheet of each owner: what it enters, day by day, and what it rests on",
  access: 'member',
  params: MonthParams,
  query: Type.Object({ owner: Type.Optional(DidSchema) }),
  response: Type.Object({ items: Type.Array(BrokerSheetSchema) }),
});

/** What flowed from where to where in a month: facilities, stocks, batches, the border, deliveries. */
export const PipelineFlowSchema = Type.Object({
  nodes: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      kind: Type.Enum(['facility', 'stock', 'batch', 'border', 'delivery', 'loss']),
    }),
  ),
  links: Type.Array(Type.Object({ from: Type.String(), to: Type.String(), volume: Barrels })),
  /** Links that were left off because there are more than a picture shows: the smallest. */
  leftOff: Type.Integer(),
});
export type PipelineFlow = Static<typeof PipelineFlowSchema>;

export const getPipelineFlow = route({
  method: 'GET',
  url: '/api/pipelines/:line/months/:month/flow',
  summary: 'What flowed from where to where in a month, as nodes and links',
  access: 'member',
  params: MonthParams,
  response: PipelineFlowSchema,
});

const SheetFile = (mediaType: string) => Type.String({ contentMediaType: mediaType });
export const exportPipelineCsv = route({
  method: 'GET',
  url: '/api/pipelines/:line/months/:month/crossings.csv',
  summary: 'Every crossing of a month as CSV',
  access: 'member',
  params: MonthParams,
  response: SheetFile('text/csv'),
});
export const exportPipelineXlsx = route({
  method: 'GET',
  url: '/api/pipelines/:line/months/:month/month.xlsx',
  summary: 'A month as a workbook: days, crossings, owners, balance, entries, findings',
  access: 'member',
  params: MonthParams,
  response: SheetFile('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
});

export const DraftedEntrySchema = Type.Object({
  owner: HolderRef,
  from: DateSchema,
  to: DateSchema,
  /** The draft that was made, or the one that covers these days already. */
  draft: Type.Optional(IdSchema),
  made: Type.Boolean(),
  evidence: Type.Integer(),
  /** Measurement tickets that were too many to travel with the entry; the manifest states them by day. */
  ticketsLeftOff: Type.Integer(),
  refusals: Type.Array(RefusalSchema),
});
export type DraftedEntry = Static<typeof DraftedEntrySchema>;

export const draftPipelineEntries = route({
  method: 'POST',
  url: '/api/pipelines/:line/months/:month/entries',
  summary: 'Make a draft entry with its evidence for each owner and period that is not entered yet',
  access: 'trade',
  params: MonthParams,
  body: Type.Object({
    /** One owner alone. */
    owner: Type.Optional(DidSchema),
    storyAt: Type.Optional(InstantSchema),
  }),
  response: Type.Object({ items: Type.Array(DraftedEntrySchema) }),
  status: 201,
});

export const NoticeProposalSchema = Type.Object({
  file: Type.String(),
  /** Rows of the spreadsheet that it was made of. */
  rows: Type.Array(Type.Integer()),
  document: Signed<PipelineNomination>('Nomination'),
});
export type NoticeProposal = Static<typeof NoticeProposalSchema>;

export const importNotices = route({
  method: 'POST',
  url: '/api/pipelines/notices',
  summary:
    'Read notices of shipment from spreadsheets (CSV, XLSX) into nominations to be signed; nothing is stored. Refusals name row and column',
  access: 'member',
  multipart: true,
  response: Type.Object({
    proposals: Type.Array(NoticeProposalSchema),
    refused: Type.Array(
      Type.Object({
        file: Type.String(),
        row: Type.Optional(Type.Integer()),
        column: Type.Optional(Type.String()),
        refusal: RefusalSchema,
      }),
    ),
    notices: Type.Array(RefusalSchema),
  }),
});

export const sellTitle = route({
  method: 'POST',
  url: '/api/pipelines/titles',
  summary:
    'Sign a transfer of title and send it: in full to buyer and agency, to the operator without price and contract',
  access: 'trade',
  body: Type.Object({
    document: Type.Record(Type.String(), Type.Unknown()),
    storyAt: Type.Optional(InstantSchema),
  }),
  response: Type.Object({
    digest: DigestSchema,
    original: DigestSchema,
    sent: Type.Array(
      Type.Object({
        to: Type.String(),
        name: Type.String(),
        as: Type.Enum(['buyer', 'operator', 'agency']),
        hidden: Type.Array(Type.String()),
        sending: Type.Optional(Type.String()),
        refusals: Type.Array(RefusalSchema),
      }),
    ),
  }),
  status: 201,
});
export type SoldTitle = Static<typeof sellTitle.response>;

export const TitlePreviewSchema = Type.Object({
  /** Month of the meter in which title passes. */
  month: MonthName,
  /** Whether the papers at hand of that month speak of the batch; without them nothing can be told beforehand. */
  known: Type.Boolean(),
  /** Of the batch at that moment, by these papers; absent where it cannot be told or the transfer would be refused. */
  owned: Type.Optional(Barrels),
  passes: Type.Optional(Barrels),
  left: Type.Optional(Barrels),
  /** What every reader of the same papers would find about the transfer. */
  findings: Type.Array(LineFindingSchema),
});
export type TitlePreview = Static<typeof TitlePreviewSchema>;

export const previewTitle = route({
  method: 'POST',
  url: '/api/pipelines/titles/preview',
  summary:
    'What a transfer of title would do before it is signed: what the seller has at that moment, and what would be found; nothing is stored',
  access: 'trade',
  body: Type.Object({
    document: Type.Record(Type.String(), Type.Unknown()),
    storyAt: Type.Optional(InstantSchema),
  }),
  response: TitlePreviewSchema,
});
