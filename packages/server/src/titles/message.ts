import type { JsonObject } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';

const Did = Type.String({ pattern: '^did:[a-z0-9]+:[A-Za-z0-9._:%-]+$', maxLength: 300 });
const DigestText = Type.String({ pattern: '^sha256:[0-9a-f]{64}$' });
const Seq = Type.Integer({ minimum: 1, maximum: 10_000 });
const At = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });

/** From the holder to the home: move the title. The envelope's signature is the endorsement. */
const OrderSchema = Type.Object(
  {
    notice: Type.Literal('title-order'),
    title: DigestText,
    seq: Seq,
    kind: Type.Union([Type.Literal('endorse'), Type.Literal('surrender')]),
    to: Did,
  },
  { additionalProperties: false },
);

const StepSchema = Type.Object(
  {
    seq: Seq,
    kind: Type.Union([Type.Literal('issue'), Type.Literal('endorse'), Type.Literal('surrender')]),
    from: Did,
    to: Did,
    at: At,
    /** Digest of the signed order; the issue has none. */
    order: Type.Optional(DigestText),
  },
  { additionalProperties: false },
);

/** From the home to everybody concerned: who holds the title, and how that came about. The bill itself goes along. */
const StateSchema = Type.Object(
  {
    notice: Type.Literal('title-state'),
    title: DigestText,
    holder: Did,
    seq: Seq,
    state: Type.Union([Type.Literal('live'), Type.Literal('surrendered')]),
    number: Type.String({ maxLength: 200 }),
    goods: Type.String({ maxLength: 500 }),
    steps: Type.Array(StepSchema, { minItems: 1, maxItems: 1000 }),
  },
  { additionalProperties: false },
);

export type OrderMessage = Static<typeof OrderSchema>;
export type StateMessage = Static<typeof StateSchema>;
export type StepMessage = Static<typeof StepSchema>;

const order = Compile(OrderSchema);
const state = Compile(StateSchema);

export function readOrder(body: JsonObject): OrderMessage | undefined {
  return order.Check(body) ? body : undefined;
}

/** A state whose chain is whole: numbers from 1 without a gap, each step from the holder before it. */
export function readState(body: JsonObject): StateMessage | undefined {
  if (!state.Check(body)) return undefined;
  const { steps, seq, holder } = body;
  const whole = steps.every(
    (step, index) => step.seq === index + 1 && (index === 0 || step.from === steps[index - 1]?.to),
  );
  return whole && steps.length === seq && steps.at(-1)?.to === holder ? body : undefined;
}
