import type { TraceEvent } from '@portolan/traceability';

/** A stored event; it was checked before it was stored. */
export function readBody({ body }: { readonly body: string }): TraceEvent {
  return JSON.parse(body) as TraceEvent;
}
