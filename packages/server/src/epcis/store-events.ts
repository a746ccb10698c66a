import type { EpcisEvent, EpcisReference, NamedEvent } from '@portolan/documents';
import type { Instant, JsonValue } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { queueCaptured } from '../traceability/queue.ts';

export interface CapturedBatch {
  readonly tenantId: string;
  readonly captureId: string;
  readonly at: Instant;
  readonly context: JsonValue;
  readonly events: readonly NamedEvent[];
}

/** Text arrays do not fit in one parameter of rows; they travel as JSON and are unpacked by the database. */
interface EventRow {
  readonly [column: string]: string | readonly string[] | null | JsonValue;
}

/**
 * Stores events in one statement. An event that stands there already with the same content stays as it is; answers the names
 * of those that stand there with another content.
 */
export async function storeEvents(tx: PoolClient, batch: CapturedBatch): Promise<string[]> {
  if (batch.events.length === 0) return [];
  await tx.query({ name: 'epcis-events-add', text: INSERT, values: valuesOf(batch) });
  const { rows } = await tx.query<{ event_id: string; digest: string }>({
    name: 'epcis-events-known',
    text: 'select event_id, digest from epcis_events where tenant_id = $1 and event_id = any($2)',
    values: [batch.tenantId, batch.events.map(({ id }) => id)],
  });
  const stored = new Map(rows.map(({ event_id, digest }) => [event_id, digest]));
  const taken = batch.events.filter(({ id, digest }) => stored.get(id) !== digest).map(({ id }) => id);
  await queueCaptured(
    tx,
    batch.tenantId,
    batch.events.map(({ id }) => id).filter((id) => !taken.includes(id)),
  );
  return taken;
}

const COLUMNS = `event_id text, digest text, event_time timestamptz, type text, action text, biz_step text, disposition text,
  read_point text, biz_location text, parent_id text, transformation_id text, epcs text[], classes text[], input_epcs text[],
  input_classes text[], output_epcs text[], output_classes text[], refs text[], event json`;
const NAMES = COLUMNS.replace(/\s+/g, ' ')
  .split(', ')
  .map((column) => column.split(' ')[0])
  .join(', ');

const INSERT = `
  insert into epcis_events (tenant_id, capture_id, record_time, context, ${NAMES})
  select $1, $2, $3, $4, ${NAMES} from json_to_recordset($5::json) as e (${COLUMNS})
  on conflict do nothing`;

function valuesOf({ tenantId, captureId, at, context, events }: CapturedBatch): unknown[] {
  return [tenantId, captureId, at, JSON.stringify(context), JSON.stringify(events.map(rowOf))];
}

function rowOf({ id, digest, event }: NamedEvent): EventRow {
  const classes = (list: EpcisEvent['quantities']) => list.map(({ epcClass }) => epcClass);
  return {
    ...{ event_id: id, digest, event_time: event.eventTime, type: event.type },
    ...{
      action: event.action ?? null,
      biz_step: event.bizStep ?? null,
      disposition: event.disposition ?? null,
    },
    ...{ read_point: event.readPoint ?? null, biz_location: event.bizLocation ?? null },
    ...{ parent_id: event.parentId ?? null, transformation_id: event.transformationId ?? null },
    ...{ epcs: event.epcs, classes: classes(event.quantities) },
    ...{ input_epcs: event.inputEpcs, input_classes: classes(event.inputQuantities) },
    ...{ output_epcs: event.outputEpcs, output_classes: classes(event.outputQuantities) },
    refs: [
      ...referencesOf('bizTransaction', event.transactions),
      ...referencesOf('source', event.sources),
      ...referencesOf('destination', event.destinations),
    ],
    event: { ...event.raw, eventID: id },
  };
}

/** 'bizTransaction po urn:…': what EQ_bizTransaction_po and its like look for. */
export function referencesOf(field: string, references: readonly EpcisReference[]): string[] {
  return references.map(({ type = '', id }) => `${field} ${type} ${id}`);
}
