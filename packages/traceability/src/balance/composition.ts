import { expectOk } from '@portolan/kernel';
import { type Amount, amountIn } from '../amount/amount.ts';
import { addTo, apportion, type Composition, sumOf, take } from '../amount/apportion.ts';
import { type Measure, sameDimension } from '../amount/measure.ts';
import type { FlowEvent, FlowOutput } from '../event/event.ts';
import type { TraceState } from '../replay/replay.ts';

/** What every lot was made of when it was made, and what is left in it now. A pool's `made` is all that ever came in. */
export interface Compositions {
  readonly made: ReadonlyMap<string, Composition>;
  readonly left: ReadonlyMap<string, Composition>;
  /** What each step took or put, by event: the make-up of a delivery out of a pool at its moment. */
  readonly moved: ReadonlyMap<string, Composition>;
}

/** Says what a lot is being filled with, given what the step puts there; in the lot's own unit, the sum unchanged. */
export type Label = (event: FlowEvent, output: FlowOutput, parts: Composition) => Composition;

/** Says what a step takes a lot's parts as, such as diluent; in the lot's own unit, the sum unchanged. */
export type Relabel = (event: FlowEvent, lot: string, parts: Composition) => Composition;

/**
 * Carries composition through every step in the order of time, to the last unit: what is drawn from a lot has the
 * lot's make-up of that moment, what is made of several has their sum, and a loss takes of each its share.
 */
export function compositions(
  state: TraceState,
  label: Label = asCarried,
  relabel: Relabel = asTaken,
): Compositions {
  const made = new Map<string, Map<string, Amount>>();
  const left = new Map<string, Map<string, Amount>>();
  const moved = new Map<string, Composition>();
  for (const event of state.flows) {
    const mix = drawAll(state, event, left, relabel);
    moved.set(event.id, new Map(mix));
    for (const [output, parts] of share(state, event, mix)) {
      const labelled = label(event, output, parts);
      for (const store of [made, left]) fill(store, output.lot, labelled);
    }
  }
  return { made, left, moved };
}

function fill(store: Map<string, Map<string, Amount>>, lot: string, parts: Composition): void {
  const held = store.get(lot);
  if (held) addTo(held, parts);
  else store.set(lot, new Map(parts));
}

const asCarried: Label = (_event, _output, parts) => parts;
const asTaken: Relabel = (_event, _lot, parts) => parts;

/** A new lot is made of what its producer declared, or else of its commodity alone. */
function declared(output: FlowOutput, unit: string): Composition {
  const parts = output.components ?? [{ key: output.commodity, amount: output.quantity.value }];
  const result = new Map<string, Amount>();
  for (const { key, amount } of parts)
    addTo(result, new Map([[key, exact({ ...output.quantity, value: amount }, output.quantity.unit)]]));
  return unit === output.quantity.unit ? result : apportion(exact(output.quantity, unit), result);
}

/** What a step took of a lot that was made outside of the events at hand. */
export const outsideKey = 'not traced here';

/** Takes every input out of its lot and puts all together, in the unit of the first. */
function drawAll(
  state: TraceState,
  event: FlowEvent,
  left: ReadonlyMap<string, Map<string, Amount>>,
  relabel: Relabel,
): Map<string, Amount> {
  const mix = new Map<string, Amount>();
  const common = state.lots.get(event.inputs[0]?.lot ?? '')?.unit ?? '';
  for (const { lot, quantity } of event.inputs) {
    const [held, unit] = [left.get(lot), state.lots.get(lot)?.unit];
    if (unit === undefined) continue;
    const drawn = held ? take(held, exact(quantity, unit)) : new Map([[outsideKey, exact(quantity, unit)]]);
    const taken = relabel(event, lot, drawn);
    const convert = unit !== common && sameDimension(unit, common);
    addTo(mix, convert ? apportion(exact(quantity, common), taken) : taken);
  }
  return mix;
}

/** Divides what went in among what came out: exactly as it is while the sums agree, in proportion where they don't. */
function share(
  state: TraceState,
  event: FlowEvent,
  mix: Map<string, Amount>,
): (readonly [FlowOutput, Composition])[] {
  const unitOf = ({ lot, quantity }: FlowOutput) => state.lots.get(lot)?.unit ?? quantity.unit;
  if (event.kind === 'produce')
    return event.outputs.map((output) => [output, declared(output, unitOf(output))] as const);
  const outputs = event.outputs.map((output) => ({ output, amount: exact(output.quantity, unitOf(output)) }));
  const whole = outputs.reduce((sum, { amount }) => sum + amount, 0n);
  const agrees = whole === sumOf(mix);
  return outputs.map(({ output, amount }) => [output, agrees ? take(mix, amount) : apportion(amount, mix)]);
}

/** Steps that were accepted state amounts that are exact in the units of their lots. */
function exact(quantity: Measure, unit: string): Amount {
  return expectOk(amountIn(quantity, unit));
}
