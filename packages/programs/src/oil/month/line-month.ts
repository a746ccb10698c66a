import { type Static, Type } from 'typebox';

/**
 * The month of one pipeline at its border meter, as far as the papers at hand tell it. The same papers give the same month,
 * in whatever order they arrived. Volumes are barrels at 60 °F as decimal text; days are days of the meter.
 */

const Text = Type.String();
const Barrels = Type.String({ description: 'Barrels at 60 degrees Fahrenheit' });

export const OriginShareSchema = Type.Object({
  /** Absent where the origin is not known. */
  country: Type.Optional(Text),
  role: Type.Union([Type.Literal('crude'), Type.Literal('diluent'), Type.Literal('product')]),
  /** Exact share of the volume in percent, with as many digits as are shown; decisions are taken on the exact amounts. */
  percent: Text,
});

/** Whether a volume is originating, and if not, where that broke off and whose papers are missing. */
export const FreeTradeSchema = Type.Object({
  state: Type.Union([Type.Literal('free'), Type.Literal('broken'), Type.Literal('unproved')]),
  /** HTSUS general note 11 indicator, where it is free. */
  spi: Type.Optional(Type.Literal('S')),
  /** In plain words: the rule that carried it, or where and with whom it broke. */
  reason: Text,
  brokenAt: Type.Optional(
    Type.Object({ lot: Text, party: Type.Optional(Text), digest: Type.Optional(Text) }),
  ),
});

/** How the first owner of a stretch came by it. Names only; price and counterparty are for those who hold the paper. */
export const TitleBasisSchema = Type.Object({
  /** Digest of the signed paper. */
  digest: Text,
  kind: Type.Union([
    Type.Literal('production'),
    Type.Literal('injection'),
    Type.Literal('transfer'),
    Type.Literal('allocation'),
  ]),
  /** When the log first knew it; later than the crossing where the trade was signed afterwards. */
  knownAt: Text,
});

/** A volume of one batch that crossed in one stretch of time and belonged to one owner. */
export const CrossingSchema = Type.Object({
  day: Text,
  from: Text,
  to: Text,
  batch: Text,
  ticket: Type.Object({ number: Text, digest: Text }),
  owner: Type.Object({ did: Text, name: Text }),
  basis: TitleBasisSchema,
  volume: Barrels,
  /** True where the moment of a change of owner was put into the ticket by time, for want of a count of the meter. */
  byTime: Type.Boolean(),
  api: Type.Object({ raw: Type.Optional(Text), reported: Type.Optional(Text) }),
  origin: Type.Array(OriginShareSchema),
  freeTrade: FreeTradeSchema,
  hts: Type.Optional(Text),
  /** Moves under bond and is not entered here. */
  inBond: Type.Optional(Text),
});

export const dayStates = ['measured', 'partly', 'missing', 'no-flow', 'ahead'] as const;

export const CrossingDaySchema = Type.Object({
  day: Text,
  /** Instants between which this day runs: 23 or 25 hours where the clock changes. */
  from: Text,
  to: Text,
  state: Type.Enum(dayStates),
  volume: Barrels,
  api: Type.Optional(Text),
  owners: Type.Array(Type.Object({ did: Text, name: Text, volume: Barrels })),
  nondutiable: Type.Boolean(),
  /** Days of work until an entry is late, counted from this open day; absent where all of it is entered. */
  entryDue: Type.Optional(Text),
  entryState: Type.Enum(['entered', 'open', 'late', 'nothing-to-enter']),
});

/** What one owner enters. `monthly` has one period for the whole month; `daily` one for each day with a crossing. */
export const OwnerEntrySchema = Type.Object({
  owner: Type.Object({ did: Text, name: Text }),
  /** First and last day of the meter. */
  from: Text,
  to: Text,
  entryType: Text,
  portOfEntry: Text,
  lines: Type.Array(
    Type.Object({
      hts: Text,
      description: Text,
      originCountry: Text,
      spi: Type.Optional(Text),
      volume: Barrels,
      /** Whole barrels of the tariff line's reporting unit. */
      quantity: Type.Object({ value: Text, unit: Text }),
      /** US dollars for one reported unit by the schedule; absent where no edition at hand tells, and then `duty` is nothing. */
      rate: Type.Optional(Text),
      duty: Type.Object({ amount: Text, currency: Text }),
      evidence: Type.Array(Text),
    }),
  ),
  duty: Type.Object({ amount: Text, currency: Text }),
  /** Assessed for each day of importation where the goods are not exempt; needs the entered value. */
  merchandiseFee: Type.Optional(Type.Object({ amount: Text, currency: Text })),
  days: Type.Integer(),
  /** Entry number, where it has been drafted or filed. */
  entry: Type.Optional(Text),
});

export const StockLineSchema = Type.Object({
  lot: Text,
  point: Type.Optional(Text),
  kind: Type.Enum(['line-fill', 'tank', 'retention', 'batch']),
  owner: Type.Optional(Type.Object({ did: Text, name: Text })),
  book: Barrels,
  measured: Type.Optional(Barrels),
});

export const BalanceSchema = Type.Object({
  opening: Barrels,
  received: Barrels,
  delivered: Barrels,
  losses: Barrels,
  closing: Barrels,
  /** Closing by book less closing as measured: below zero a gain. */
  imbalance: Type.String(),
  allowed: Barrels,
  stocks: Type.Array(StockLineSchema),
  owners: Type.Array(
    Type.Object({
      owner: Type.Object({ did: Text, name: Text }),
      received: Barrels,
      bought: Barrels,
      sold: Barrels,
      delivered: Barrels,
      balance: Type.String(),
      /** As the operator's delivery statement says. */
      stated: Type.Optional(Type.String()),
    }),
  ),
});

export const LineFindingSchema = Type.Object({
  code: Text,
  severity: Type.Enum(['refused', 'serious', 'notice']),
  message: Text,
  fault: Text,
  mend: Text,
  day: Type.Optional(Text),
  batch: Type.Optional(Text),
  /** Digests of the papers that show it. */
  evidence: Type.Array(Text),
});

/** A correction that came after: both versions stay, and what to do about an entry that was filed on the first. */
export const AdjustmentSchema = Type.Object({
  corrects: Text,
  by: Text,
  reason: Text,
  day: Text,
  before: Barrels,
  after: Barrels,
  knownAt: Text,
  proposal: Type.Enum(['none', 'amend-draft', 'post-summary-correction', 'reconciliation']),
  entry: Type.Optional(Text),
});

const Kind = Type.Enum(['monthly', 'daily']);

/** One entry for the month, or one for each day: of the line `daily` where any owner's is; of each owner by what it enters itself. */
export const ProcessSchema = Type.Object({
  kind: Kind,
  reasons: Type.Array(Text),
  owners: Type.Array(
    Type.Object({
      owner: Type.Object({ did: Text, name: Text }),
      kind: Kind,
      /** Days on which something of this owner crossed that is not known to be free of duty. */
      dutiableDays: Type.Array(Text),
      reasons: Type.Array(Text),
    }),
  ),
});

export const LineMonthSchema = Type.Object({
  line: Type.Object({
    id: Text,
    name: Text,
    operator: Type.Object({ did: Text, name: Text }),
    zone: Text,
    borderPoint: Text,
    port: Text,
  }),
  month: Text,
  days: Type.Array(CrossingDaySchema),
  crossings: Type.Array(CrossingSchema),
  process: ProcessSchema,
  entries: Type.Array(OwnerEntrySchema),
  balance: BalanceSchema,
  adjustments: Type.Array(AdjustmentSchema),
  findings: Type.Array(LineFindingSchema),
});

export type OriginShare = Static<typeof OriginShareSchema>;
export type FreeTrade = Static<typeof FreeTradeSchema>;
export type Crossing = Static<typeof CrossingSchema>;
export type CrossingDay = Static<typeof CrossingDaySchema>;
export type OwnerEntry = Static<typeof OwnerEntrySchema>;
export type Balance = Static<typeof BalanceSchema>;
export type LineFinding = Static<typeof LineFindingSchema>;
export type Adjustment = Static<typeof AdjustmentSchema>;
export type LineMonth = Static<typeof LineMonthSchema>;
