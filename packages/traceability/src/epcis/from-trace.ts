import { type JsonObject, type JsonValue, ok, type Result, refused } from '@portolan/kernel';
import type { Measure } from '../amount/measure.ts';
import { type FlowEvent, isFlow, isTransfer, type TraceEvent } from '../event/event.ts';
import { traceEpcisCatalogue } from './catalogue.ts';
import { uriOf } from './name.ts';

/** Member that carries the trace event exactly, in a namespace of its own (EPCIS 2.0, section 7.4.8: extensions). */
export const TRACE_MEMBER = 'portolan:trace';
/** For the `@context` of a document with such events. */
export const traceContext = { portolan: 'https://portolan.example/epcis/' } as const;

/**
 * A trace event as an EPCIS 2.0 event that any receiver reads, with the exact event inside. A void repeats the event that it
 * takes back, as EPCIS has it; refused where `original` is not handed in.
 */
export function epcisOf(event: TraceEvent, original?: TraceEvent): Result<JsonObject> {
  if (event.kind === 'void') {
    if (!original || original.id !== event.corrects || original.kind === 'void')
      return refused(
        traceEpcisCatalogue.refuse('TRACE_EPCIS_VOID_ALONE', { params: { event: event.corrects } }),
      );
    const repeated = epcisOf(original);
    const errorDeclaration = { declarationTime: event.at, reason: 'incorrect_data' };
    return repeated.ok ? ok({ ...repeated.value, errorDeclaration }) : repeated;
  }
  return ok({ ...heading(event), ...body(event), [TRACE_MEMBER]: exactOf(event) });
}

function heading({ id, at, place }: TraceEvent): JsonObject {
  return {
    eventID: uriOf('event', id),
    eventTime: at,
    eventTimeZoneOffset: '+00:00',
    ...(place === undefined ? {} : { bizLocation: { id: uriOf('lot', place) } }),
  };
}

function body(event: Exclude<TraceEvent, { kind: 'void' }>): JsonObject {
  if (isFlow(event)) return flowBody(event);
  if (isTransfer(event)) {
    const type = event.kind === 'title' ? 'owning_party' : 'possessing_party';
    return {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      bizStep: 'shipping',
      epcList: [uriOf('lot', event.lot)],
      sourceList: [{ type, source: uriOf('party', event.from) }],
      destinationList: [{ type, destination: uriOf('party', event.to) }],
    };
  }
  return {
    type: 'ObjectEvent',
    action: 'OBSERVE',
    bizStep: 'stock_taking',
    quantityList: [quantityOf(event)],
  };
}

function flowBody({ kind, inputs, outputs }: FlowEvent): JsonObject {
  if (kind === 'produce') return object('ADD', 'commissioning', outputs);
  if (kind === 'lose') return object('DELETE', 'destroying', inputs);
  if (kind === 'consume') return object('DELETE', 'decommissioning', inputs);
  return {
    type: 'TransformationEvent',
    inputQuantityList: inputs.map(quantityOf),
    outputQuantityList: outputs.map(quantityOf),
  };
}

function object(action: string, bizStep: string, lots: FlowEvent['inputs']): JsonObject {
  return { type: 'ObjectEvent', action, bizStep, quantityList: lots.map(quantityOf) };
}

/** For other receivers, as the number that comes closest; the exact text is inside the event. */
function quantityOf({ lot, quantity }: { readonly lot: string; readonly quantity: Measure }): JsonObject {
  const uom = quantity.unit === 'C62' ? {} : { uom: quantity.unit };
  return { epcClass: uriOf('lot', lot), quantity: Number(quantity.value), ...uom };
}

/** What its signer said; who signed and when the log knew it is told by the signature and the log. */
function exactOf({ by: _, knownAt: _known, ...said }: TraceEvent): JsonValue {
  // That something was metered is the word of a program that read the paper, and is not passed on.
  const { metered: _metered, ...plain } = said as typeof said & Pick<FlowEvent, 'metered'>;
  return plain as unknown as JsonValue;
}
