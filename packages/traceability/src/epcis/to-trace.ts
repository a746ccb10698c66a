import type { EpcisEvent } from '@portolan/documents';
import { all, type Instant, ok, type Result, refused } from '@portolan/kernel';
import type { TraceEvent } from '../event/event.ts';
import { readTraceEvent } from '../event/read-event.ts';
import { traceEpcisCatalogue } from './catalogue.ts';
import { exactEvent } from './exact.ts';
import { classOf, nameOf } from './name.ts';
import { type Counted, countedOf } from './quantity.ts';
import { impliedLoss } from './sides.ts';

/** What an EPCIS event does not carry: who signed it and when the log knew it; its name, where it has none of its own. */
export interface EpcisHeading {
  readonly by: string;
  readonly knownAt: Instant;
  readonly id: string;
  /** The party that a source or destination names, where it is known by another name. */
  readonly partyOf?: (uri: string) => string | undefined;
}

/**
 * The trace events that an EPCIS 2.0 event comes to. Commissioning makes a lot, a transformation turns lots into others,
 * decommissioning takes them out, stock taking measures, and sources with destinations of owning or possessing parties move
 * title or custody. Packing and plain observation touch no quantity: they are refused as TRACE_EPCIS_NO_FLOW and kept as
 * events only. An error declaration takes back what the repeated event said.
 */
export function traceEventsOfEpcis(event: EpcisEvent, heading: EpcisHeading): Result<TraceEvent[]> {
  const exact = exactEvent(event, heading);
  if (exact) return exact;
  const said = mapped(event, { ...heading, id: nameOf('event', event.eventId ?? heading.id) });
  if (!said.ok || !event.error) return said;
  const { declaredAt } = event.error;
  return all(said.value.map(({ id }) => voided(id, declaredAt, heading)));
}

function voided(id: string, at: Instant, { by, knownAt }: EpcisHeading): Result<TraceEvent> {
  return readTraceEvent({ id: `${id}#void`.slice(0, 200), at, knownAt, by, kind: 'void', corrects: id });
}

function mapped(event: EpcisEvent, heading: EpcisHeading): Result<TraceEvent[]> {
  if (event.type === 'TransformationEvent') return transformed(event, heading);
  if (event.type === 'AggregationEvent' || event.type === 'AssociationEvent')
    return noFlow(event, 'what is packed together stays what it is');
  const counted = countedOf(event, event.epcs, event.quantities);
  if (!counted.ok) return counted;
  const lots = counted.value;
  if (event.type === 'ObjectEvent' && event.action === 'ADD') return produced(event, heading, lots);
  if (event.type === 'ObjectEvent' && event.action === 'DELETE') return taken(event, heading, lots);
  const passed = transfers(event, heading, lots);
  if (passed.length > 0) return all(passed);
  if (STOCK_STEPS.has(event.bizStep ?? '') && lots.length > 0)
    return all(
      lots.map((each, index) =>
        readTraceEvent({ ...common(event, heading, index), kind: 'measure', ...each }),
      ),
    );
  return noFlow(event, 'it observes lots without making, taking, measuring or passing them on');
}

const STOCK_STEPS = new Set(['stock_taking', 'cycle_counting']);
const LOST_STEPS = new Set(['destroying']);

function produced(event: EpcisEvent, heading: EpcisHeading, lots: readonly Counted[]): Result<TraceEvent[]> {
  return one({ ...common(event, heading), kind: 'produce', ...sides([], lots.map(made(heading))) });
}

function taken(event: EpcisEvent, heading: EpcisHeading, lots: readonly Counted[]): Result<TraceEvent[]> {
  const kind = LOST_STEPS.has(event.bizStep ?? '') || event.disposition === 'destroyed' ? 'lose' : 'consume';
  const losses =
    kind === 'lose'
      ? lots.map(({ quantity }) => ({ quantity, reason: event.disposition ?? 'destroyed' }))
      : [];
  return one({ ...common(event, heading), kind, ...sides(lots, []), losses });
}

/** Input or output alone is one part of a transformation that several events tell: only its own lots are counted. */
function transformed(event: EpcisEvent, heading: EpcisHeading): Result<TraceEvent[]> {
  const inputs = countedOf(event, event.inputEpcs, event.inputQuantities);
  const outputs = countedOf(event, event.outputEpcs, event.outputQuantities);
  if (!inputs.ok) return inputs;
  if (!outputs.ok) return outputs;
  const kind = inputs.value.length === 0 ? 'produce' : outputs.value.length === 0 ? 'consume' : 'transform';
  const losses = kind === 'transform' ? impliedLoss(inputs.value, outputs.value) : [];
  return one({
    ...common(event, heading),
    kind,
    ...sides(inputs.value, outputs.value.map(made(heading))),
    losses,
  });
}

function transfers(event: EpcisEvent, heading: EpcisHeading, lots: readonly Counted[]): Result<TraceEvent>[] {
  const moves = [
    { kind: 'title', party: 'owning_party' },
    { kind: 'custody', party: 'possessing_party' },
  ].flatMap(({ kind, party }) => {
    const from = event.sources.find(({ type }) => type === party)?.id;
    const to = event.destinations.find(({ type }) => type === party)?.id;
    if (!from || !to) return [];
    const move = { kind, from: partyIn(from, heading), to: partyIn(to, heading) };
    return move.from === move.to ? [] : [move];
  });
  return moves.flatMap((move, at) =>
    lots.map(({ lot }, index) =>
      readTraceEvent({ ...common(event, heading, at * lots.length + index), ...move, lot }),
    ),
  );
}

function partyIn(uri: string, { partyOf }: EpcisHeading): string {
  return partyOf?.(uri) ?? nameOf('party', uri);
}

/** One EPCIS event may come to several trace events: the first has its name, the others count on. */
function common(event: EpcisEvent, { by, knownAt, id }: EpcisHeading, index = 0) {
  return {
    id: (index === 0 ? id : `${id}#${index + 1}`).slice(0, 200),
    at: event.eventTime,
    knownAt,
    by,
    ...((event.bizLocation ?? event.readPoint)
      ? { place: (event.bizLocation ?? event.readPoint ?? '').slice(0, 200) }
      : {}),
  };
}

function made({ by }: EpcisHeading) {
  return ({ lot, quantity }: Counted) => ({
    lot,
    quantity,
    commodity: classOf(lot).slice(0, 120),
    owner: by,
    custodian: by,
  });
}

function sides(inputs: readonly Counted[], outputs: readonly object[]) {
  return { inputs, outputs, losses: [] as object[] };
}

function one(value: unknown): Result<TraceEvent[]> {
  const read = readTraceEvent(value);
  return read.ok ? ok([read.value]) : read;
}

function noFlow({ type }: EpcisEvent, why: string): Result<never> {
  return refused(traceEpcisCatalogue.refuse('TRACE_EPCIS_NO_FLOW', { params: { type, why } }));
}
