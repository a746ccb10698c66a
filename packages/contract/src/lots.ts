import { RefusalSchema } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { InstantSchema, PageQuerySchema } from './common.ts';
import { route } from './route.ts';

/** A decimal in the unit of the lot, exact. */
const Amount = Type.String({ description: 'Decimal in the unit of the lot, exact' });
const Percent = Type.String({ description: 'Percent, rounded to two places for reading' });
const LotName = Type.String({ minLength: 1, maxLength: 200 });
const LotParams = Type.Object({ lot: LotName });

/** Who holds or signed something; the name as this node knows it. */
const HolderSchema = Type.Object({ id: Type.String(), name: Type.String() });

export const LotRowSchema = Type.Object({
  lot: LotName,
  commodity: Type.String(),
  unit: Type.String({ description: 'UNECE Recommendation 20' }),
  base: Type.Optional(Type.String({ description: 'Base conditions of a volume' })),
  pool: Type.Boolean({ description: 'A tank, pipe or silo, filled and drawn many times' }),
  made: InstantSchema,
  produced: Amount,
  left: Amount,
  owner: Type.Optional(HolderSchema),
  custodian: Type.Optional(HolderSchema),
  attributes: Type.Record(Type.String(), Type.String()),
  open: Type.Integer({ description: 'Events about it that do not count: refused or waiting' }),
});
export type LotRow = Static<typeof LotRowSchema>;

export const lotStates = ['left', 'gone', 'pool', 'open'] as const;

export const listLots = route({
  method: 'GET',
  url: '/api/lots',
  summary:
    'Lots that the own organization knows, youngest first; q is part of a name, commodity or attribute',
  access: 'member',
  query: Type.Object({
    ...PageQuerySchema.properties,
    state: Type.Optional(Type.Enum(lotStates)),
    commodity: Type.Optional(Type.String({ maxLength: 120, description: 'Beginning of the commodity' })),
  }),
  response: Type.Object({
    items: Type.Array(LotRowSchema),
    next: Type.Optional(Type.String()),
    total: Type.Integer(),
    atLeast: Type.Boolean({ description: 'There are more than total; they were not all counted' }),
  }),
});

const PartSchema = Type.Object({ key: Type.String(), amount: Amount, percent: Percent });
export type LotPart = Static<typeof PartSchema>;

const SpanQuery = Type.Object({ from: Type.Optional(InstantSchema), until: Type.Optional(InstantSchema) });

/** Opening and received less dispatched and lost is closing. */
export const LotAccountSchema = Type.Object({
  from: Type.Optional(InstantSchema),
  until: Type.Optional(InstantSchema),
  opening: Amount,
  received: Amount,
  dispatched: Amount,
  lost: Amount,
  closing: Amount,
});

export const StockSchema = Type.Object({
  event: Type.String(),
  at: InstantSchema,
  by: HolderSchema,
  measured: Amount,
  book: Amount,
  difference: Type.String({ description: 'Measured less book' }),
  within: Type.Boolean({ description: 'Within the tolerance of the policy' }),
});

export const TraceEventStateSchema = Type.Enum(['accepted', 'refused', 'waiting', 'superseded']);

/** An event with what the ledger says of it. */
export const LedgerEventSchema = Type.Object({
  event: Type.String(),
  kind: Type.String(),
  at: InstantSchema,
  knownAt: InstantSchema,
  by: HolderSchema,
  place: Type.Optional(Type.String()),
  corrects: Type.Optional(Type.String()),
  lots: Type.Array(LotName),
  state: TraceEventStateSchema,
  refusals: Type.Array(RefusalSchema),
  source: Type.Optional(
    Type.String({ description: 'Digest of the document, or "epcis " and the captured event' }),
  ),
});
export type LedgerEvent = Static<typeof LedgerEventSchema>;

export const LotViewSchema = Type.Object({
  ...LotRowSchema.properties,
  account: LotAccountSchema,
  holders: Type.Array(
    Type.Object({
      what: Type.Enum(['title', 'custody']),
      holder: HolderSchema,
      since: InstantSchema,
      event: Type.Optional(Type.String()),
    }),
  ),
  /** What was ever filled in, and what is in it now, by component; absent where `cut` says why. */
  composition: Type.Object({
    made: Type.Array(PartSchema),
    left: Type.Array(PartSchema),
    cut: Type.Optional(RefusalSchema),
  }),
  stocks: Type.Array(StockSchema),
  findings: Type.Array(RefusalSchema),
  notCounted: Type.Array(LedgerEventSchema),
});
export type LotView = Static<typeof LotViewSchema>;

export const getLot = route({
  method: 'GET',
  url: '/api/lots/:lot',
  summary:
    'One lot: account of a span, holders, composition, measured stocks beside the book, what does not count',
  access: 'member',
  params: LotParams,
  query: SpanQuery,
  response: LotViewSchema,
});

export const MovementSchema = Type.Object({
  event: Type.String(),
  kind: Type.String(),
  at: InstantSchema,
  side: Type.Enum(['in', 'out', 'none']),
  amount: Type.Optional(Amount),
  by: HolderSchema,
  to: Type.Optional(HolderSchema),
  place: Type.Optional(Type.String()),
  others: Type.Array(LotName, { description: 'Lots at the other side of the step' }),
  source: Type.Optional(Type.String()),
});
export type LotMovement = Static<typeof MovementSchema>;

export const listLotMovements = route({
  method: 'GET',
  url: '/api/lots/:lot/movements',
  summary: 'What went into a lot, out of it, and who took it over, newest first',
  access: 'member',
  params: LotParams,
  query: Type.Object({
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 50 })),
  }),
  response: Type.Object({ items: Type.Array(MovementSchema), next: Type.Optional(Type.String()) }),
});

const LotInTrace = Type.Object({
  ...Type.Omit(LotRowSchema, ['attributes']).properties,
  generation: Type.Integer({ description: 'Steps away: below zero what it came from, above what it became' }),
});
const Quantity = Type.Object({
  value: Type.String(),
  unit: Type.String(),
  base: Type.Optional(Type.String()),
});
const Side = Type.Object({ lot: LotName, quantity: Quantity });

export const LotTraceSchema = Type.Object({
  lot: LotName,
  lots: Type.Array(LotInTrace),
  steps: Type.Array(
    Type.Object({
      event: Type.String(),
      kind: Type.String(),
      at: InstantSchema,
      by: HolderSchema,
      place: Type.Optional(Type.String()),
      inputs: Type.Array(Side),
      outputs: Type.Array(Side),
      losses: Type.Array(Type.Object({ quantity: Quantity, reason: Type.String() })),
      source: Type.Optional(Type.String()),
    }),
  ),
  links: Type.Array(
    Type.Object({
      event: Type.String(),
      from: LotName,
      to: Type.Optional(LotName),
      amount: Type.String(),
      unit: Type.String(),
    }),
    { description: 'How much of one lot went into another by one step; without "to" it was lost' },
  ),
  cut: Type.Array(RefusalSchema, { description: 'Says that there is more beyond what was asked' }),
});
export type LotTrace = Static<typeof LotTraceSchema>;

export const traceLot = route({
  method: 'GET',
  url: '/api/lots/:lot/trace',
  summary: 'What a lot was made of (up), what it became (down), or both, generation by generation',
  access: 'member',
  params: LotParams,
  query: Type.Object({
    direction: Type.Optional(Type.Enum(['up', 'down', 'both'])),
    generations: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 30 })),
    lots: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, default: 2000 })),
  }),
  response: LotTraceSchema,
});

const ShareSchema = Type.Object({
  lot: LotName,
  commodity: Type.String(),
  unit: Type.String(),
  pool: Type.Boolean(),
  /** Of the lot that was asked about, in the unit of the lot it is in. */
  amount: Amount,
  of: Amount,
  percent: Percent,
  owner: Type.Optional(HolderSchema),
  custodian: Type.Optional(HolderSchema),
});
export type LotShare = Static<typeof ShareSchema>;

export const LotBecameSchema = Type.Object({
  lot: LotName,
  commodity: Type.String(),
  unit: Type.String(),
  produced: Amount,
  /** Where any of it is now: what a recall has to fetch. */
  left: Type.Array(ShareSchema),
  /** Every lot that ever held any of it. */
  ever: Type.Array(ShareSchema),
  /** Steps by which some of it left the chain: used up, sold out of sight, lost. */
  ended: Type.Array(
    Type.Object({
      event: Type.String(),
      kind: Type.String(),
      at: InstantSchema,
      by: HolderSchema,
      place: Type.Optional(Type.String()),
      lots: Type.Array(LotName),
      amount: Amount,
      unit: Type.String(),
    }),
  ),
  cut: Type.Optional(RefusalSchema),
});
export type LotBecame = Static<typeof LotBecameSchema>;

export const lotBecame = route({
  method: 'GET',
  url: '/api/lots/:lot/became',
  summary: 'The recall set: where any of a lot is now, how much, who has it, and what left the chain',
  access: 'member',
  params: LotParams,
  response: LotBecameSchema,
});

export const lotEpcis = route({
  method: 'GET',
  url: '/api/lots/:lot/epcis',
  summary:
    'All that counts about a lot and what it was made of, as an EPCIS 2.0 document with the exact events inside',
  access: 'member',
  params: LotParams,
  response: Type.Object({
    '@context': Type.Array(Type.Unknown()),
    type: Type.Literal('EPCISDocument'),
    schemaVersion: Type.Literal('2.0'),
    creationDate: InstantSchema,
    epcisBody: Type.Object({ eventList: Type.Array(Type.Record(Type.String(), Type.Unknown())) }),
  }),
});
