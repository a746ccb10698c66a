import type { lotEpcis } from '@portolan/contract';
import { type Instant, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { epcisOf, trace, traceabilityCatalogue, traceContext } from '@portolan/traceability';
import type { Static } from 'typebox';
import type { Queryable } from '../trade/store/bulk.ts';
import { readBody } from './body.ts';
import { storedEdges } from './edges.ts';
import type { StoredLotRow } from './lot-rows.ts';

type Document = Static<(typeof lotEpcis)['response']>;

const limits = { generations: 100, lots: 2000 };
const mostEvents = 5000;

/**
 * The accepted events about a lot and all that it was made of, as EPCIS events that any receiver reads. Refuses a family that is too
 * wide for one document.
 */
export async function epcisView(
  db: Queryable,
  tenantId: string,
  row: StoredLotRow,
  now: Instant,
): Promise<Result<Document>> {
  const family = await trace(storedEdges(db, tenantId), [row.lot_key], 'up', limits);
  if (family.cut) return refused(family.cut);
  const { rows } = await db.query<{ body: string }>({
    name: 'trace-epcis-events',
    text: `select v.body from trace_events v where v.tenant_id = $1 and v.event_key in
             (select e.event_key from trace_ends e where e.tenant_id = $1 and e.lot_key = any($2::uuid[])
                and (e.side <> 'i' or e.lot_key = $3 or e.others && $2::uuid[]))
           limit $4`,
    values: [tenantId, family.lots.map(({ lot }) => lot), row.lot_key, mostEvents + 1],
  });
  if (rows.length > mostEvents) return refused(tooWide(family.lots.length));
  const events = rows.map(readBody).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return ok({
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', traceContext],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: now,
    epcisBody: {
      eventList: events.flatMap((event) => {
        const said = epcisOf(event);
        return said.ok ? [said.value] : [];
      }),
    },
  });
}

function tooWide(lots: number): Refusal {
  return traceabilityCatalogue.refuse('TRACE_TOO_WIDE', {
    params: { lots, generations: limits.generations },
  });
}
