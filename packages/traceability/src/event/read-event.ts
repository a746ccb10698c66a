import { all, below, isRecord, ok, parseInstant, type Result, refused } from '@portolan/kernel';
import { Compile } from 'typebox/compile';
import { checkMeasure } from '../amount/measure.ts';
import { traceabilityCatalogue } from '../catalogue.ts';
import {
  type FlowEvent,
  FlowEventSchema,
  flowKinds,
  isFlow,
  StockEventSchema,
  type TraceEvent,
  TransferEventSchema,
  VoidEventSchema,
} from './event.ts';
import { shapes } from './shapes.ts';

const checks = {
  flow: Compile(FlowEventSchema),
  measure: Compile(StockEventSchema),
  transfer: Compile(TransferEventSchema),
  void: Compile(VoidEventSchema),
};

/**
 * Reads one trace event as it was signed. Refuses a wrong form, impossible times, unknown units and bases, quantities
 * that are not above zero, and steps whose sides do not fit their kind. All refusals at once, each at its path.
 */
export function readTraceEvent(value: unknown): Result<TraceEvent> {
  const check = checkFor(value);
  if (!check.Check(value)) {
    const first = check.Errors(value)[0];
    return refused(
      traceabilityCatalogue.refuse('TRACE_EVENT_INVALID', {
        path: first?.instancePath ?? '',
        params: { detail: first?.message ?? 'it is not an object of a known kind' },
      }),
    );
  }
  const times = all([below('/at', parseInstant(value.at)), below('/knownAt', parseInstant(value.knownAt))]);
  if (!times.ok) return times;
  const [at, knownAt] = times.value;
  const event = { ...value, at, knownAt } as TraceEvent;
  const facts = isFlow(event) ? flowFacts(event) : event.kind === 'measure' ? stockFacts(event) : ok([]);
  return facts.ok ? ok(event) : facts;
}

function checkFor(value: unknown): (typeof checks)[keyof typeof checks] {
  const kind = isRecord(value) ? value.kind : undefined;
  if (kind === 'measure' || kind === 'void') return checks[kind];
  if (kind === 'title' || kind === 'custody') return checks.transfer;
  return checks.flow;
}

function stockFacts(event: { readonly quantity: FlowEvent['inputs'][number]['quantity'] }): Result<unknown> {
  return checkMeasure(event.quantity, '/quantity');
}

function flowFacts(event: FlowEvent): Result<unknown> {
  const sides = (['inputs', 'outputs', 'losses'] as const).flatMap((side) =>
    event[side].map(({ quantity }, index) => positive(quantity, `/${side}/${index}/quantity`)),
  );
  return all<unknown>([
    shapeOf(event),
    ...sides,
    eachOnce(event, 'inputs'),
    eachOnce(event, 'outputs'),
    notOfItself(event),
  ]);
}

function positive(quantity: FlowEvent['inputs'][number]['quantity'], path: string): Result<unknown> {
  if (/[1-9]/.test(quantity.value)) return checkMeasure(quantity, path);
  return refused(
    traceabilityCatalogue.refuse('TRACE_QUANTITY_NOT_POSITIVE', {
      path,
      params: { value: quantity.value, unit: quantity.unit },
    }),
  );
}

function shapeOf(event: FlowEvent): Result<unknown> {
  const { inputs, outputs, losses, wanted } = shapes[event.kind];
  const fits = (count: number, [least, most]: readonly [number, number]) => count >= least && count <= most;
  if (fits(event.inputs.length, inputs) && fits(event.outputs.length, outputs))
    if (losses || event.losses.length === 0) return ok(undefined);
  return refused(
    traceabilityCatalogue.refuse('TRACE_STEP_SHAPE', {
      path: '/kind',
      params: { kind: event.kind, wanted },
    }),
  );
}

function eachOnce(event: FlowEvent, side: 'inputs' | 'outputs'): Result<unknown> {
  const seen = new Set<string>();
  for (const [index, { lot }] of event[side].entries()) {
    if (seen.has(lot))
      return refused(
        traceabilityCatalogue.refuse('TRACE_LOT_TWICE', { path: `/${side}/${index}/lot`, params: { lot } }),
      );
    seen.add(lot);
  }
  return ok(undefined);
}

function notOfItself(event: FlowEvent): Result<unknown> {
  const taken = new Set(event.inputs.map(({ lot }) => lot));
  const index = event.outputs.findIndex(({ lot }) => taken.has(lot));
  if (index < 0) return ok(undefined);
  return refused(
    traceabilityCatalogue.refuse('TRACE_CYCLE', {
      path: `/outputs/${index}/lot`,
      params: { lot: event.outputs[index]?.lot as string },
    }),
  );
}

/** The kinds an event can have, for forms and help. */
export const eventKinds = [...flowKinds, 'measure', 'title', 'custody', 'void'] as const;
