import { sameEvent, type TraceEvent, type TracePolicy } from '@portolan/traceability';
import type { PoolClient } from 'pg';
import { heldEvidence } from '../trade/evidence/held.ts';
import { titleOfDocument } from '../trade/evidence/view.ts';
import { bulkInsert, type Queryable } from '../trade/store/bulk.ts';
import { type EvidenceRow, readEvidence } from '../trade/store/evidence.ts';
import { readBody } from './body.ts';
import { keyOf } from './keys.ts';
import { tracings } from './queue.ts';
import { storeTraceEvents, withdrawTraceEvents } from './store.ts';
import { dropUnread, keepUnread } from './unread.ts';

interface DocumentRow {
  tenant_id: string;
  name_key: string;
  digest: string;
}

const insertNames = bulkInsert<DocumentRow>('trace_documents', {
  tenant_id: 'uuid',
  name_key: 'uuid',
  digest: 'text',
});

/** Documents that depend on each other are read together, up to so many. */
const most = 5000;

/**
 * Brings the ledger to what a tenant's documents say, these and all on which they depend: what they say now and did not say before
 * is stored, what they don't say any more is withdrawn. So the order in which documents come changes nothing.
 */
export async function readDocuments(
  tx: PoolClient,
  tenantId: string,
  digests: readonly string[],
  policy: TracePolicy,
): Promise<void> {
  const rows = await readEvidence(tx, tenantId, digests);
  await insertNames(tx, [...rows.values()].flatMap(namesOf));
  const all = await related(tx, tenantId, [...rows.keys()]);
  const held = await readEvidence(tx, tenantId, all);
  const evidence = [...held.values()].map((row) => heldEvidence(row));
  const told = tracings.flatMap((tracing) =>
    tracing.eventsOf(evidence.filter(({ type }) => tracing.reads.includes(type))),
  );
  const said = new Map<string, TraceEvent>();
  const sources = new Map<string, string>();
  for (const { digest, events } of told)
    for (const event of events) {
      said.set(event.id, event);
      sources.set(event.id, digest);
    }
  const stored = await eventsFrom(tx, tenantId, all);
  const gone = stored.filter((event) => {
    const now = said.get(event.id);
    return !now || !sameEvent(now, event);
  });
  await withdrawTraceEvents(tx, tenantId, gone, policy);
  await storeTraceEvents(tx, tenantId, [...said.values()], policy, sources);
  await dropUnread(tx, tenantId, all);
  const titles = new Map(evidence.map((one) => [one.digest as string, titleOfDocument(one)]));
  await keepUnread(
    tx,
    told.flatMap(({ digest, refusals }) =>
      refusals.length === 0
        ? []
        : [
            {
              ...{ tenantId, source: digest, refusals, title: titles.get(digest) ?? digest },
              at: held.get(digest as EvidenceRow['digest'])?.received_at ?? '',
            },
          ],
    ),
  );
}

function namesOf(row: EvidenceRow): DocumentRow[] {
  const evidence = heldEvidence(row);
  const names = tracings
    .filter(({ reads }) => reads.includes(evidence.type))
    .flatMap((tracing) => tracing.names(evidence));
  const { tenant_id, digest } = row;
  return [...new Set([digest, ...names])].map((name) => ({ tenant_id, digest, name_key: keyOf(name) }));
}

/** The documents, and all that share a name with one of them, and so on. */
async function related(tx: Queryable, tenantId: string, digests: readonly string[]): Promise<string[]> {
  const found = new Set(digests);
  for (let front = [...digests]; front.length > 0 && found.size < most; ) {
    const { rows } = await tx.query<{ digest: string }>({
      name: 'trace-documents-related',
      text: `select distinct o.digest from trace_documents d
             join trace_documents o on o.tenant_id = d.tenant_id and o.name_key = d.name_key
             where d.tenant_id = $1 and d.digest = any($2)`,
      values: [tenantId, front],
    });
    front = rows.map(({ digest }) => digest).filter((digest) => !found.has(digest));
    for (const digest of front) found.add(digest);
  }
  return [...found];
}

async function eventsFrom(
  tx: Queryable,
  tenantId: string,
  sources: readonly string[],
): Promise<TraceEvent[]> {
  const { rows } = await tx.query<{ body: string }>({
    name: 'trace-events-from',
    text: 'select body from trace_events where tenant_id = $1 and source = any($2)',
    values: [tenantId, sources],
  });
  return rows.map(readBody);
}
