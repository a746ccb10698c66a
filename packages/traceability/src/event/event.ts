import type { Instant } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { MeasureSchema } from '../amount/measure.ts';

/** A lot, batch, heat, coil or tank: a name of its own, best a URN or URI, the same for everyone. */
const LotId = Type.String({ minLength: 1, maxLength: 200 });
const PartyId = Type.String({ minLength: 1, maxLength: 300 });

/** What a lot is made of, by a key that the commodity's program chooses, such as `origin=CA;role=crude`. */
const ComponentSchema = Type.Object(
  { key: Type.String({ minLength: 1, maxLength: 200 }), amount: MeasureSchema.properties.value },
  { additionalProperties: false },
);

const InputSchema = Type.Object({ lot: LotId, quantity: MeasureSchema }, { additionalProperties: false });
const OutputSchema = Type.Object(
  {
    lot: LotId,
    quantity: MeasureSchema,
    commodity: Type.String({ minLength: 1, maxLength: 120 }),
    /** Only where the lot is first produced; without it the lot is made of its commodity alone. */
    components: Type.Optional(Type.Array(ComponentSchema, { minItems: 1, maxItems: 200 })),
    /** A tank, pipe or silo, filled and drawn many times; everything in it is one blend. */
    pool: Type.Optional(Type.Boolean()),
    owner: Type.Optional(PartyId),
    custodian: Type.Optional(PartyId),
    attributes: Type.Optional(
      Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 400 }), { maxProperties: 60 }),
    ),
  },
  { additionalProperties: false },
);
const LossSchema = Type.Object(
  { quantity: MeasureSchema, reason: Type.String({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false },
);

/** How goods flow. The kind says which sides a step has; see `shapes`. */
export const flowKinds = ['produce', 'split', 'merge', 'blend', 'transform', 'lose', 'consume'] as const;
export type FlowKind = (typeof flowKinds)[number];

const common = {
  /** Identifier of the event, the same in every copy. */
  id: Type.String({ minLength: 1, maxLength: 200 }),
  /** When it happened, as its signer says; UTC. */
  at: Type.String(),
  /** When the log first knew it: decides between claims that contradict each other, since nobody can backdate it. */
  knownAt: Type.String(),
  /** Who signed it. */
  by: PartyId,
  /** Where it happened: a works, meter, tank farm. */
  place: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  /** The event that this one replaces. */
  corrects: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
};

export const FlowEventSchema = Type.Object(
  {
    ...common,
    kind: Type.Enum(flowKinds),
    inputs: Type.Array(InputSchema, { maxItems: 1000 }),
    outputs: Type.Array(OutputSchema, { maxItems: 1000 }),
    losses: Type.Array(LossSchema, { maxItems: 100 }),
  },
  { additionalProperties: false },
);
/** A stock that was measured: always accepted as signed, since a measurement is a fact and no claim. */
export const StockEventSchema = Type.Object(
  { ...common, kind: Type.Literal('measure'), lot: LotId, quantity: MeasureSchema },
  { additionalProperties: false },
);
/** Title and custody move apart from each other and from the goods. */
export const TransferEventSchema = Type.Object(
  { ...common, kind: Type.Enum(['title', 'custody']), lot: LotId, from: PartyId, to: PartyId },
  { additionalProperties: false },
);
/** Takes the corrected event back without putting another in its place. */
export const VoidEventSchema = Type.Object(
  { ...common, kind: Type.Literal('void'), corrects: Type.String({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false },
);

export const TraceEventSchema = Type.Union([
  FlowEventSchema,
  StockEventSchema,
  TransferEventSchema,
  VoidEventSchema,
]);

type Timed<T> = Readonly<Omit<T, 'at' | 'knownAt'>> & { readonly at: Instant; readonly knownAt: Instant };
/**
 * `metered` is set by a program that read it in a paper of measurement: what a meter or gauge took out of a pool is a fact of
 * who signed it, which needs neither title nor custody of the pool. An event that somebody hands in cannot say so of itself.
 */
export type FlowEvent = Timed<Static<typeof FlowEventSchema>> & { readonly metered?: true };
export type StockEvent = Timed<Static<typeof StockEventSchema>>;
export type TransferEvent = Timed<Static<typeof TransferEventSchema>>;
export type VoidEvent = Timed<Static<typeof VoidEventSchema>>;
export type TraceEvent = FlowEvent | StockEvent | TransferEvent | VoidEvent;
export type FlowInput = Static<typeof InputSchema>;
export type FlowOutput = Static<typeof OutputSchema>;

export function isFlow(event: TraceEvent): event is FlowEvent {
  return (flowKinds as readonly string[]).includes(event.kind);
}

export function isTransfer(event: TraceEvent): event is TransferEvent {
  return event.kind === 'title' || event.kind === 'custody';
}
