import type { Instant, JsonObject } from '@portolan/kernel';
import type { Queryable } from '../store/bulk.ts';
import { addEvents, type TimelineRow } from '../store/timeline.ts';
import type { StoredRequest } from './store.ts';

export interface RequestEvent {
  readonly kind: string;
  readonly at: Instant;
  /** DID of the party that did it. */
  readonly actor: string;
  readonly detail?: JsonObject;
}

/** Writes what happened to a request into the timeline of its case. */
export async function recordEvent(
  tx: Queryable,
  row: Pick<StoredRequest, 'tenant_id' | 'thread_id' | 'request_id' | 'title' | 'about'>,
  { kind, at, actor, detail = {} }: RequestEvent,
): Promise<void> {
  const { tenant_id, thread_id, request_id, title, about } = row;
  await addEvents(tx, [
    {
      tenant_id,
      case_id: thread_id,
      at,
      kind,
      actor,
      detail: { request: request_id, title, about, ...detail },
    },
  ]);
}

/** What happened to one request, in order. */
export async function eventsOfRequest(
  db: Queryable,
  { tenant_id, thread_id, request_id }: Pick<StoredRequest, 'tenant_id' | 'thread_id' | 'request_id'>,
): Promise<TimelineRow[]> {
  const { rows } = await db.query<TimelineRow>({
    name: 'events-of-request',
    text: `select * from timeline where tenant_id = $1 and case_id = $2 and detail->>'request' = $3
           order by at, event_id`,
    values: [tenant_id, thread_id, request_id],
  });
  return rows;
}
