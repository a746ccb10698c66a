import { type Evidence, readFile } from '@portolan/documents';
import { type CryptoPort, canonicalize, type Instant, type JsonValue, utf8 } from '@portolan/kernel';
import { importedEvidence } from '../trade/evidence/item.ts';
import type { Queryable } from '../trade/store/bulk.ts';

interface CaptureRow {
  readonly context: JsonValue;
  readonly record_time: Instant;
  readonly events: readonly JsonValue[];
}

/** Business steps that tell where goods are; transformations and observations are the traceability room's. */
const STEPS = [
  'packing',
  'shipping',
  'departing',
  'loading',
  'unloading',
  'arriving',
  'receiving',
  'accepting',
];
const MOST_EVENTS = 5000;

/** Captured events as papers of an order, and how many older ones are not among them. */
export interface CapturedPapers {
  readonly evidence: readonly Evidence[];
  readonly left: number;
}

/**
 * Events of transport that a tenant captured by EPCIS, one report for each capture: stations of the order that they name, or whose
 * lots they name. The newest so many of them.
 */
export async function capturedPapers(
  db: Queryable,
  crypto: CryptoPort,
  tenantId: string,
): Promise<CapturedPapers> {
  const { rows } = await db.query<CaptureRow & { total: number }>({
    name: 'orders-captured',
    text: `select min(record_time) as record_time, (array_agg(context))[1] as context,
             json_agg(event order by event_time, event_id) as events, max(total)::int as total
           from (select *, count(*) over () as total from epcis_events
                 where tenant_id = $1 and biz_step = any($2)
                 order by event_time desc, event_id limit ${MOST_EVENTS}) newest
           group by capture_id order by capture_id`,
    values: [tenantId, STEPS],
  });
  const taken = rows.reduce((sum, { events }) => sum + events.length, 0);
  const total = rows[0]?.total ?? 0;
  return { evidence: rows.flatMap((row) => paperOf(row, crypto)), left: total - taken };
}

/** A capture as the document that it was. Its events were checked when they came; a report that no longer reads is none. */
function paperOf({ context, record_time, events }: CaptureRow, crypto: CryptoPort): Evidence[] {
  const document = {
    ...{ '@context': context, type: 'EPCISDocument', schemaVersion: '2.0', creationDate: record_time },
    epcisBody: { eventList: [...events] },
  };
  const bytes = utf8(canonicalize(document as unknown as JsonValue));
  const read = readFile({ name: 'EPCIS capture.json', bytes }, crypto);
  return read.ok ? [importedEvidence(read.value)] : [];
}
