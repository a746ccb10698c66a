import type { Refusal, Result } from '@portolan/kernel';
import { readTraceEvent, type TraceEvent } from '@portolan/traceability';
import { certificateEvents } from './certificate-events.ts';
import { heatEvents } from './heat-events.ts';
import { processingEvents } from './processing-events.ts';
import { type Signed, signedOf } from './signed.ts';
import { transferEvents } from './transfer-events.ts';

/** The trace events of signed documents, and documents that say none, by digest with the reasons. */
export interface TracedDocuments {
  readonly events: readonly TraceEvent[];
  readonly refused: ReadonlyMap<string, readonly Refusal[]>;
}

/**
 * What signed heats, certificates, processing records, invoices and packing lists say of lots, as trace events: a heat is
 * poured and loses its yield loss; a certificate makes its items out of their heat; a service centre turns pieces into pieces;
 * an invoice passes title to the lots it names, a shipper's packing list custody. Only who the document is of says something by it:
 * a copy that an inspector or customer signs too moves nothing. Pure; the order of documents changes nothing.
 */
export function traceEventsOf(signed: readonly Signed[]): TracedDocuments {
  const processed = signedOf(signed, 'ProcessingRecord');
  const made = new Set(processed.flatMap(({ document }) => document.outputs.map(({ lot }) => lot)));
  const certificates = signedOf(signed, 'MillTestReport');
  const read = [
    ...signedOf(signed, 'Heat').map((item) => readAll(item, heatEvents(item))),
    ...certificates.map((item) => readAll(item, certificateEvents(item, made, certificates))),
    ...processed.map((item) => readAll(item, processingEvents(item))),
    ...transferEvents(signed).map(({ item, events }) => readAll(item, events)),
  ];
  return {
    events: read.flatMap(({ events }) => events),
    refused: new Map(
      read.flatMap(({ digest, refusals }) => (refusals.length > 0 ? [[digest, refusals]] : [])),
    ),
  };
}

function readAll({ digest }: Signed, values: readonly object[]) {
  const results: Result<TraceEvent>[] = values.map((value) => readTraceEvent(value));
  const refusals = results.flatMap((result) => (result.ok ? [] : result.refusals));
  const events = refusals.length > 0 ? [] : results.flatMap((result) => (result.ok ? [result.value] : []));
  return { digest, events, refusals };
}

/** The names of a document's events: its digest and a part, so that every copy gives the same. */
export function eventId(digest: string, part: string): string {
  return `${digest}#${part}`.slice(0, 200);
}
