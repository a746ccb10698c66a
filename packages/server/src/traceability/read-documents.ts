import type { TraceEvent, TracePolicy } from '@portolan/traceability';
import type { PoolClient } from 'pg';
import { titleOfDocument } from '../trade/evidence/view.ts';
import { bulkInsert, type Queryable } from '../trade/store/bulk.ts';
import { type HeldDocument, readHeld } from './held-documents.ts';
import { keyOf } from './keys.ts';
import { tracings } from './queue.ts';
import { eventsFrom, goneFrom } from './said-before.ts';
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
  const documents = await readHeld(tx, tenantId, digests);
  const names = documents.flatMap((document) => namesOf(tenantId, document));
  if (names.length === 0) return;
  await insertNames(tx, names);
  const all = await related(tx, tenantId, [...new Set(names.map(({ digest }) => digest))]);
  const held = await readHeld(tx, tenantId, all);
  const evidence = held.map((document) => document.evidence);
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
  const now = [...said.values()];
  await withdrawTraceEvents(tx, tenantId, goneFrom(now, await eventsFrom(tx, tenantId, all)), policy);
  await storeTraceEvents(tx, tenantId, now, policy, sources);
  await dropUnread(tx, tenantId, all);
  const byDigest = new Map<string, HeldDocument>(held.map((one) => [one.evidence.digest, one]));
  await keepUnread(
    tx,
    told.flatMap(({ digest, refusals }) => {
      const document = byDigest.get(digest);
      if (refusals.length === 0 || !document) return [];
      const title = titleOfDocument(document.evidence);
      return [{ tenantId, source: digest, title, at: document.at, refusals }];
    }),
  );
}

/** A document that tells of lots is found by its own digest, too. */
function namesOf(tenantId: string, { evidence }: HeldDocument): DocumentRow[] {
  const { digest, type } = evidence;
  const names = tracings
    .filter(({ reads }) => reads.includes(type))
    .flatMap((tracing) => tracing.names(evidence));
  if (names.length === 0) return [];
  return [...new Set([digest, ...names])].map((name) => ({
    ...{ tenant_id: tenantId, digest },
    name_key: keyOf(name),
  }));
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
