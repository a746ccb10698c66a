import {
  isRecord,
  type JsonObject,
  type JsonValue,
  ok,
  parseInstant,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { epcisCatalogue } from './catalogue.ts';
import { shortFraction } from './check-values.ts';
import { namesEpcis, type Prefixes, prefixesOf } from './context.ts';
import type { EpcisDocument, EpcisEvent } from './event.ts';
import { readEpcisEvent } from './read-event.ts';

/** One document takes so many events at most; larger ones are split by their sender. */
export const maxEpcisEvents = 2000;

/** The events of a document, each read or refused on its own. */
export interface EpcisReading {
  readonly context: JsonValue;
  readonly results: readonly Result<EpcisEvent>[];
}

/**
 * Reads the frame of a document and each of its events on its own, as capture needs it: one bad event is its own fault.
 * Refuses what is no EPCIS 2.0 document. A query document's results are read the same way.
 */
export function readEpcisEvents(value: JsonValue): Result<EpcisReading> {
  if (!isRecord(value)) return notDocument('', 'it is not a JSON object');
  const document = value as JsonObject;
  const context = document['@context'];
  if (context === undefined) return noContext('it is missing');
  if (!namesEpcis(context)) return noContext('it names other contexts only');
  if (document.type !== 'EPCISDocument' && document.type !== 'EPCISQueryDocument')
    return notDocument('/type', 'its type is neither EPCISDocument nor EPCISQueryDocument');
  if (!/^2\.0(?:\.\d+)?$/.test(String(document.schemaVersion)))
    return notDocument('/schemaVersion', 'its version is not 2.0');
  if (typeof document.creationDate !== 'string' || !parseInstant(shortFraction(document.creationDate)).ok)
    return notDocument('/creationDate', 'its creation date is not a point in time with a zone');
  const found = eventsOf(document);
  if (!found) return notDocument('/epcisBody', 'it has no list of events');
  if (found.events.length > maxEpcisEvents) return tooMany(found.events.length);
  const prefixes: Prefixes = prefixesOf(context);
  const results = found.events.map((event, index) =>
    readEpcisEvent(event, `${found.path}${found.single ? '' : `/${index}`}`, prefixes),
  );
  return ok({ context, results });
}

/** Reads a whole document: every event holds, or all faults of all events are told. */
export function readEpcisDocument(value: JsonValue): Result<EpcisDocument> {
  const reading = readEpcisEvents(value);
  if (!reading.ok) return reading;
  const { context, results } = reading.value;
  const refusals = results.flatMap((result) => (result.ok ? [] : result.refusals));
  if (refusals.length > 0) return refused(refusals);
  const created = parseInstant(shortFraction(String((value as JsonObject).creationDate)));
  if (!created.ok) return created;
  return ok({
    createdAt: created.value,
    context,
    events: results.flatMap((result) => (result.ok ? [result.value] : [])),
  });
}

interface FoundEvents {
  readonly path: string;
  readonly single: boolean;
  readonly events: readonly JsonValue[];
}

function eventsOf({ epcisBody }: JsonObject): FoundEvents | undefined {
  if (!isRecord(epcisBody)) return undefined;
  const body = epcisBody as JsonObject;
  if (Array.isArray(body.eventList))
    return { path: '/epcisBody/eventList', single: false, events: body.eventList };
  if (isRecord(body.event))
    return { path: '/epcisBody/event', single: true, events: [body.event as JsonObject] };
  const results = isRecord(body.queryResults) ? (body.queryResults as JsonObject).resultsBody : undefined;
  const list = isRecord(results) ? (results as JsonObject).eventList : undefined;
  const path = '/epcisBody/queryResults/resultsBody/eventList';
  return Array.isArray(list) ? { path, single: false, events: list } : undefined;
}

function notDocument(path: string, detail: string): Result<never> {
  return refused(epcisCatalogue.refuse('DOC_EPCIS_DOCUMENT', { path, params: { detail } }));
}

function noContext(detail: string): Result<never> {
  return refused(epcisCatalogue.refuse('DOC_EPCIS_CONTEXT', { path: '/@context', params: { detail } }));
}

function tooMany(count: number): Result<never> {
  const refusal: Refusal = epcisCatalogue.refuse('DOC_EPCIS_TOO_MANY', {
    path: '/epcisBody/eventList',
    params: { count, limit: maxEpcisEvents },
  });
  return refused(refusal);
}
