import {
  ColumnMappingSchema,
  type GraphEdge,
  type GraphNode,
  type MatchFinding,
  MatchFindingSchema,
  type OrderState,
} from '@portolan/documents';
import { type Static, Type } from 'typebox';
import { AcknowledgedSchema, DateSchema, DigestSchema, PageOf, PageQuerySchema } from './common.ts';
import { route } from './route.ts';

export type { GraphEdge, GraphNode, MatchFinding, OrderState };

/** Plain data that the documents package makes; its schema there would say the same again. */
const Made = <T>(description: string) => Type.Unsafe<T>({ type: 'object', description });

const OrderIdParams = Type.Object({ id: DigestSchema });

export const OrderSummarySchema = Type.Object({
  /** Digest of the order. */
  id: DigestSchema,
  number: Type.String(),
  buyer: Type.String(),
  seller: Type.String(),
  date: Type.Optional(DateSchema),
  standing: Type.String(),
  lines: Type.Integer(),
  /** Lines of which something is not entered yet. */
  open: Type.Integer(),
  /** Findings that somebody must decide, and those that somebody should look at. */
  refer: Type.Integer(),
  warn: Type.Integer(),
});
export type OrderSummary = Static<typeof OrderSummarySchema>;

/** One order from its first paper to liquidation. Edges of lines are those of this order alone, the first thousand of them. */
export const OrderViewSchema = Type.Object({
  order: Made<OrderState>('State of the order, line by line'),
  nodes: Type.Array(Made<GraphNode>('Papers and filings')),
  edges: Type.Array(Made<GraphEdge>('What belongs to what')),
  edgesLeftOff: Type.Integer(),
  findings: Type.Array(MatchFindingSchema),
});
export type OrderView = Static<typeof OrderViewSchema>;

/** What is older than the orders reach: counted, and reached by going back. */
export const LeftOffSchema = Type.Object({
  papers: Type.Integer(),
  filings: Type.Integer(),
  events: Type.Integer(),
  /** Where the orders before these begin, as `back` of the next question; half of the papers are in both. */
  back: Type.Optional(Type.String()),
});
export type LeftOff = Static<typeof LeftOffSchema>;

export const OrderPageSchema = Type.Object({
  ...PageOf(OrderSummarySchema).properties,
  /** Absent where everything that the organization holds was looked at. */
  leftOff: Type.Optional(LeftOffSchema),
});

/** Orders of earlier papers: from a paper that an answer named, backwards. */
const BackQuery = {
  back: Type.Optional(Type.String({ pattern: '^[0-9TZ:.-]{20,30} sha256:[0-9a-f]{64}$' })),
};

export const listOrders = route({
  method: 'GET',
  url: '/api/orders',
  summary: 'Orders that the own organization holds, newest first, with how far they have come',
  access: 'member',
  query: Type.Object({ ...PageQuerySchema.properties, ...BackQuery }),
  response: OrderPageSchema,
});
export const getOrder = route({
  method: 'GET',
  url: '/api/orders/:id',
  summary: 'One order: its papers, its lines, what its papers say differently',
  access: 'member',
  params: OrderIdParams,
  query: Type.Object(BackQuery),
  response: OrderViewSchema,
});

/** A mapping that an organization gave once for the headings of a spreadsheet. */
export const RememberedMappingSchema = Type.Object({
  fingerprint: DigestSchema,
  name: Type.String({ minLength: 1, maxLength: 120 }),
  mapping: ColumnMappingSchema,
});
export type RememberedMapping = Static<typeof RememberedMappingSchema>;

export const listColumnMappings = route({
  method: 'GET',
  url: '/api/column-mappings',
  summary: 'Column mappings that the own organization remembers',
  access: 'member',
  response: Type.Object({ items: Type.Array(RememberedMappingSchema) }),
});
export const saveColumnMapping = route({
  method: 'POST',
  url: '/api/column-mappings',
  summary:
    'Remember what the columns of a spreadsheet mean; every later file with these headings is read by it',
  access: 'member',
  body: RememberedMappingSchema,
  response: RememberedMappingSchema,
});
export const forgetColumnMapping = route({
  method: 'DELETE',
  url: '/api/column-mappings/:fingerprint',
  summary: 'Forget a column mapping',
  access: 'member',
  params: Type.Object({ fingerprint: DigestSchema }),
  response: AcknowledgedSchema,
});

export const TablePreviewSchema = Type.Object({
  fingerprint: DigestSchema,
  headings: Type.Array(Type.String()),
  rows: Type.Array(Type.Array(Type.String())),
  /** What the headings mean by their words, or what is remembered for them. */
  proposal: ColumnMappingSchema,
  remembered: Type.Boolean(),
  /** Fields that a column may have, by document. */
  fields: Type.Record(Type.String(), Type.Array(Type.String())),
});
export type TablePreviewView = Static<typeof TablePreviewSchema>;

export const previewColumns = route({
  method: 'POST',
  url: '/api/column-mappings/preview',
  summary: 'The headings of a spreadsheet with a proposal what they mean',
  access: 'member',
  multipart: true,
  response: TablePreviewSchema,
});
