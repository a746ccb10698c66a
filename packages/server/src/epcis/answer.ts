import type { EpcisQueryDocument } from '@portolan/contract';
import { type Instant, isRecord, type JsonObject, type JsonValue } from '@portolan/kernel';
import type { EventPage } from './query.ts';

const EPCIS_CONTEXT = 'https://ref.gs1.org/standards/epcis/epcis-context.jsonld';

/** The answer of a query as a document of the standard; the prefixes of all its events are declared. */
export function queryDocument({ events, contexts }: EventPage, at: Instant): EpcisQueryDocument {
  return {
    '@context': contextOf(contexts),
    type: 'EPCISQueryDocument',
    schemaVersion: '2.0',
    creationDate: at,
    epcisBody: {
      queryResults: {
        queryName: 'SimpleEventQuery',
        resultsBody: { eventList: events.map((event) => ({ ...event })) },
      },
    },
  };
}

/** One event with the context it came with. */
export function eventAnswer({ event, context }: { event: JsonObject; context: JsonValue }): JsonObject {
  return { ...event, '@context': contextOf([context, event['@context'] ?? []]) };
}

function contextOf(contexts: readonly JsonValue[]): JsonValue[] {
  const parts = contexts.flat() as JsonValue[];
  const prefixes: JsonObject = Object.assign({}, ...parts.filter(isRecord));
  return Object.keys(prefixes).length === 0 ? [EPCIS_CONTEXT] : [EPCIS_CONTEXT, prefixes];
}
