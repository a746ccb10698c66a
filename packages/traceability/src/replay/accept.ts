import { below, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { type Amount, textOf } from '../amount/amount.ts';
import { amountFor } from '../amount/measure.ts';
import { traceabilityCatalogue } from '../catalogue.ts';
import type { FlowEvent, FlowInput, FlowOutput } from '../event/event.ts';
import { shapes } from '../event/shapes.ts';
import type { TracePolicy } from '../policy.ts';
import type { Book } from './book.ts';
import { checkConservation } from './conservation.ts';
import { type Holders, holdersAt, type Lot, newLot } from './lot.ts';

/** A step that is ready to be entered: every lot it takes, with the amount in that lot's unit. */
interface Taking {
  readonly lot: Lot;
  readonly amount: Amount;
}

/** Enters a flow into the book, or says why it contradicts what is there. Nothing is entered of a refused step. */
export function acceptFlow(book: Book, event: FlowEvent, policy: TracePolicy): Result<unknown> {
  const takings = takeAll(book, event);
  if (!takings.ok) return takings;
  const commodity = takings.value[0]?.lot.commodity ?? event.outputs[0]?.commodity ?? '';
  const facts = [
    checkConservation(event, commodity, policy),
    ...commodities(event, takings.value),
    ...event.outputs.map((output, index) => below(`/outputs/${index}`, fits(book, event, output))),
  ].flatMap((result) => (result.ok ? [] : result.refusals));
  if (facts.length > 0) return refused(facts);
  for (const { lot, amount } of takings.value) book.draw(lot, event, amount);
  const inherited = inheritance(event, takings.value);
  for (const output of event.outputs) fill(book, event, output, inherited);
  return ok(undefined);
}

function takeAll(book: Book, event: FlowEvent): Result<Taking[]> {
  const refusals: Refusal[] = [];
  const takings: Taking[] = [];
  for (const [index, input] of event.inputs.entries()) {
    const taking = below(`/inputs/${index}`, takeOne(book, event, input));
    if (taking.ok) takings.push(taking.value);
    else refusals.push(...taking.refusals);
  }
  if (refusals.length === 0) return ok(takings);
  // While a lot is unknown nothing is decided about the step: what else seems wrong may look different then.
  const unknown = refusals.filter(({ code }) => code === 'TRACE_LOT_UNKNOWN');
  return refused(unknown.length > 0 ? unknown : refusals);
}

function takeOne(book: Book, event: FlowEvent, input: FlowInput): Result<Taking> {
  const known = book.known(input.lot, event.at);
  if (!known.ok) return known;
  const lot = known.value;
  const amount = amountFor(input.quantity, lot.id, lot, '/quantity');
  if (!amount.ok) return amount;
  // What a meter took out of a pool is measured; into a pool of others it puts nothing.
  const held = event.metered && lot.pool ? ok(undefined) : mayTouch(lot, event);
  if (!held.ok) return held;
  const available = book.available(lot, event);
  if (amount.value === available && !lot.pool) return notPassedOn(lot, event, amount.value);
  if (amount.value <= available) return ok({ lot, amount: amount.value });
  return refused(
    traceabilityCatalogue.refuse('TRACE_OVERDRAWN', {
      path: '/quantity',
      params: { lot: lot.id, available: textOf(available), asked: textOf(amount.value), unit: lot.unit },
    }),
  );
}

/** Who takes the last of a lot must not take it from under a sale of a later moment that the log knew first. */
function notPassedOn(lot: Lot, event: FlowEvent, amount: Amount): Result<Taking> {
  const gone = lot.lastDrawn !== undefined && lot.lastDrawn > event.at ? lot.lastDrawn : event.at;
  const transfers = Object.values(lot.holders).flatMap((holding) => holding.transfers);
  const later = transfers.find((transfer) => transfer.at > gone);
  if (!later) return ok({ lot, amount });
  return refused(
    traceabilityCatalogue.refuse('TRACE_PASSED_ON', {
      path: '/lot',
      params: { lot: lot.id, at: later.at, event: later.id },
    }),
  );
}

/** Only who holds a lot, by title or by custody, says what became of it. */
function mayTouch(lot: Lot, event: FlowEvent): Result<unknown> {
  const { title, custody } = holdersAt(lot, event.at);
  if (event.by === custody || event.by === title) return ok(undefined);
  return refused(
    traceabilityCatalogue.refuse('TRACE_NOT_HOLDER', {
      path: '/lot',
      params: { by: event.by, lot: lot.id, at: event.at },
    }),
  );
}

/** A split or merge changes no commodity. */
function commodities(event: FlowEvent, takings: readonly Taking[]): Result<unknown>[] {
  const first = takings[0]?.lot.commodity;
  if (!shapes[event.kind].same || first === undefined) return [];
  const others = [...takings.map(({ lot }) => lot.commodity), ...event.outputs.map((each) => each.commodity)];
  const other = others.find((each) => each !== first);
  if (other === undefined) return [];
  return [
    refused(
      traceabilityCatalogue.refuse('TRACE_COMMODITY_MISMATCH', {
        path: '/outputs/0/commodity',
        params: { wanted: first, given: other, kind: event.kind },
      }),
    ),
  ];
}

/** Whether an output can come to be: a new lot, or more of a pool in whoever signs' hands. */
function fits(book: Book, event: FlowEvent, output: FlowOutput): Result<unknown> {
  const lot = book.lots.get(output.lot);
  if (!lot) return componentsAddUp(output);
  if (!lot.pool || !output.pool)
    return refused(
      traceabilityCatalogue.refuse('TRACE_LOT_EXISTS', {
        path: '/lot',
        params: { lot: lot.id, event: lot.madeBy[0]?.id ?? '' },
      }),
    );
  if (lot.commodity !== output.commodity)
    return refused(
      traceabilityCatalogue.refuse('TRACE_COMMODITY_MISMATCH', {
        path: '/commodity',
        params: { wanted: lot.commodity, given: output.commodity, kind: event.kind },
      }),
    );
  const checks = [
    amountFor(output.quantity, lot.id, lot, '/quantity'),
    mayTouch(lot, event),
    componentsAddUp(output),
  ];
  return checks.find((check) => !check.ok) ?? ok(undefined);
}

function componentsAddUp(output: FlowOutput): Result<unknown> {
  if (!output.components) return amountFor(output.quantity, output.lot, output.quantity, '/quantity');
  const amounts = output.components.map(({ amount }, index) =>
    amountFor(
      { ...output.quantity, value: amount },
      output.lot,
      output.quantity,
      `/components/${index}/amount`,
    ),
  );
  const bad = amounts.find((amount) => !amount.ok);
  if (bad) return bad;
  const sum = amounts.reduce((total, amount) => total + (amount.ok ? amount.value : 0n), 0n);
  const whole = amountFor(output.quantity, output.lot, output.quantity, '/quantity');
  if (!whole.ok || whole.value === sum) return whole;
  return refused(
    traceabilityCatalogue.refuse('TRACE_COMPONENTS_SUM', {
      path: '/components',
      params: { lot: output.lot, sum: textOf(sum), quantity: output.quantity.value },
    }),
  );
}

/** New lots stay with the owner of what they are made of, and with who made them. */
function inheritance(event: FlowEvent, takings: readonly Taking[]): Holders {
  const owners = new Set(takings.map(({ lot }) => holdersAt(lot, event.at).title));
  if (takings.length === 0) return { title: event.by, custody: event.by };
  return { title: owners.size === 1 ? [...owners][0] : undefined, custody: event.by };
}

function fill(book: Book, event: FlowEvent, output: FlowOutput, inherited: Holders): void {
  const lot = book.lots.get(output.lot) ?? book.open(newLot(event, output, inherited));
  const amount = amountFor(output.quantity, lot.id, lot, '/quantity');
  if (amount.ok) book.fill(lot, event, amount.value);
}
