import type { EpcisEvent } from '@portolan/documents';
import {
  canonicalize,
  isRecord,
  type JsonObject,
  type JsonValue,
  ok,
  type Result,
  refused,
} from '@portolan/kernel';
import type { TraceEvent } from '../event/event.ts';
import { readTraceEvent } from '../event/read-event.ts';
import { traceEpcisCatalogue } from './catalogue.ts';
import { epcisOf, TRACE_MEMBER } from './from-trace.ts';
import type { EpcisHeading } from './to-trace.ts';

/**
 * The trace event that another node put whole into the EPCIS event, since JSON numbers of EPCIS do not carry exact
 * decimals. It counts only where it says the same as the event around it. Who signed and when it was known are the log's.
 */
export function exactEvent(
  { raw, error }: EpcisEvent,
  { by, knownAt }: EpcisHeading,
): Result<TraceEvent[]> | undefined {
  const inside = raw[TRACE_MEMBER];
  if (error || !isRecord(inside)) return undefined;
  const read = readTraceEvent({ ...inside, by, knownAt });
  if (!read.ok) return read;
  const again = epcisOf(read.value);
  if (!again.ok) return again;
  const field = differing(again.value, raw);
  if (field === undefined) return ok([read.value]);
  return refused(
    traceEpcisCatalogue.refuse('TRACE_EPCIS_CONTRADICTS', { path: `/${field}`, params: { field } }),
  );
}

function differing(said: JsonObject, raw: JsonObject): string | undefined {
  return Object.keys(said).find(
    (field) =>
      field !== TRACE_MEMBER &&
      (raw[field] === undefined ||
        canonicalize(said[field] as JsonValue) !== canonicalize(raw[field] as JsonValue)),
  );
}
