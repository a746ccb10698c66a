import type { Instant, JsonObject } from '@portolan/kernel';
import { bulkInsert, type Queryable } from './bulk.ts';
import { timeId } from './time-id.ts';

/** Something that happened in a case. `kind` names it; words are chosen where it is shown. */
export interface TimelineRow {
  tenant_id: string;
  case_id: string;
  event_id: string;
  at: Instant;
  kind: string;
  /** DID of the party that did it. */
  actor: string;
  detail: JsonObject;
}

const insert = bulkInsert<TimelineRow>('timeline', {
  tenant_id: 'uuid',
  case_id: 'uuid',
  event_id: 'uuid',
  at: 'timestamptz',
  kind: 'text',
  actor: 'text',
  detail: 'json',
});

export async function addEvents(
  tx: Queryable,
  events: readonly Omit<TimelineRow, 'event_id'>[],
): Promise<void> {
  await insert(
    tx,
    events.map((event) => ({ ...event, event_id: timeId() })),
  );
}

export async function eventsOf(db: Queryable, tenantId: string, caseId: string): Promise<TimelineRow[]> {
  const { rows } = await db.query<TimelineRow>({
    name: 'timeline-of-case',
    text: 'select * from timeline where tenant_id = $1 and case_id = $2 order by at, event_id',
    values: [tenantId, caseId],
  });
  return rows;
}
