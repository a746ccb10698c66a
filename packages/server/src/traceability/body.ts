import type { TraceEvent } from '@portolan/traceability';

/** A stored event; it was checked before it was stored. */
export function readBody({ body }: { readonly body: Buffer }): TraceEvent {
  return JSON.parse(body.toString()) as TraceEvent;
}
