import { type Evidence, readEpcis } from '@portolan/documents';
import { type Digest, type Instant, type JsonValue, utf8 } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import type { Queryable } from '../trade/store/bulk.ts';

interface CaptureRow {
  readonly capture_id: string;
  readonly context: JsonValue;
  readonly record_time: Instant;
  readonly events: readonly JsonValue[];
}

/** Business steps that tell where goods are; transformations and observations are the traceability room's. */
const STEPS = ['packing', 'shipping', 'departing', 'loading', 'unloading', 'arriving', 'receiving', 'accepting'];
export const MOST_EVENTS = 5000;

/** Captured events as papers of an order, and how many older ones are not among them. */
export interface CapturedPapers {
  readonly evidence: readonly Evidence[];
  readonly left: number;
}

/**
 * Events of transport that a tenant captured by EPCIS, one report for each capture: stations of the order that they name, or whose
 * lots they name. The newest so many of them.
 */
export async function capturedPapers(db: Queryable, tenantId: string): Promise<CapturedPapers> {
  const { rows } = await db.query<CaptureRow & { total: number }>({
    name: 'orders-captured',
    text: `select capture_id, min(record_time) as record_time, (array_agg(context))[1] as context,
             json_agg(event order by event_time, event_id) as events, max(total)::int as total
           from (select *, count(*) over () as total from epcis_events
                 where tenant_id = $1 and biz_step = any($2)
                 order by event_time desc, event_id limit ${MOST_EVENTS}) newest
           group by capture_id order by capture_id`,
    values: [tenantId, STEPS],
  });
  const taken = rows.reduce((sum, { events }) => sum + events.length, 0);
  const total = rows[0]?.total ?? 0;
  return { evidence: rows.flatMap(paperOf), left: total - taken };
}

/** A capture as the document that it was; events are checked when they are captured, so that one which no longer reads is left out. */
function paperOf({ capture_id, context, record_time, events }: CaptureRow): Evidence[] {
  const document = {
    ...{ '@context': context, type: 'EPCISDocument', schemaVersion: '2.0', creationDate: record_time },
    epcisBody: { eventList: [...events] },
  };
  const read = readEpcis(document as unknown as JsonValue);
  if (!read.ok) return [];
  const digest = nodeDigest(`epcis capture ${capture_id}`);
  return [{ ...read.value, digest, class: 'imported', fileName: 'EPCIS capture' } as unknown as Evidence];
}

/** A name of its own in the graph, the same whenever the book is made. */
function nodeDigest(text: string): Digest {
  return `sha256:${Buffer.from(nodeCrypto.sha256(utf8(text))).toString('hex')}` as Digest;
}
