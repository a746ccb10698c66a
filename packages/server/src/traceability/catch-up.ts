import { background } from '../platform/background.ts';
import type { NodeContext } from '../platform/context.ts';
import { withTransaction } from '../platform/transaction.ts';
import { tracingCatalogue } from './catalogue.ts';
import { eventsNaming, numbersAmong } from './named-by-gln.ts';
import { ledgerPolicy } from './policy.ts';
import { dequeue, nextInLine, tenantsInLine } from './queue.ts';
import { readCaptured, sourceOf } from './read-captured.ts';
import { readDocuments } from './read-documents.ts';
import { readSigned } from './read-signed.ts';
import { lockLedger } from './store.ts';
import { keepUnread } from './unread.ts';

export type TracingContext = Pick<NodeContext, 'pool' | 'logger' | 'clock'>;

const batch = 200;
const tracing = background<TracingContext>(readAll, {
  waits: 'the ledger of lots waits',
  afterFailureMs: 5000,
});

/** Reads into the ledgers of lots what came in, in the background; called when something did, and at start. */
export const nudgeTracing = tracing.nudge;
/** Resolves when nothing is being read. */
export const tracingIdle = tracing.idle;

async function readAll(context: TracingContext): Promise<void> {
  for (const tenantId of await tenantsInLine(context.pool)) await catchUp(context, tenantId);
}

/** Reads all that waits for a tenant, so that who looks sees everything that was received before. */
export async function catchUp(context: TracingContext, tenantId: string): Promise<void> {
  for (let read = batch; read > 0; ) read = await readSome(context, tenantId, batch);
}

/** Reads the next in line; a batch that fails is read one by one, so that one bad document holds up no other. */
async function readSome(context: TracingContext, tenantId: string, limit: number): Promise<number> {
  if ((await nextInLine(context.pool, tenantId, 1)).length === 0) return 0;
  try {
    return await readBatch(context, tenantId, limit);
  } catch (error) {
    if (limit > 1) return readSome(context, tenantId, 1);
    context.logger.error({ err: error, tenantId }, 'a document could not be read into the ledger of lots');
    return setAside(context, tenantId);
  }
}

function readBatch(context: TracingContext, tenantId: string, limit: number): Promise<number> {
  return withTransaction(context.pool, async (tx) => {
    await lockLedger(tx, tenantId);
    const rows = await nextInLine(tx, tenantId, limit);
    const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ ref }) => ref);
    const documents = of('evidence');
    const { events: fresh, numbers } = numbersAmong(of('epcis'));
    const captured = [...new Set([...fresh, ...(await eventsNaming(tx, tenantId, numbers))])];
    const events = await readSigned(tx, tenantId, documents, ledgerPolicy);
    const papers = documents.filter((digest) => !events.has(digest));
    if (papers.length > 0) await readDocuments(tx, tenantId, papers, ledgerPolicy);
    if (captured.length > 0) await readCaptured(tx, tenantId, captured, ledgerPolicy);
    await dequeue(tx, tenantId, rows);
    return rows.length;
  });
}

/** What the node itself failed at is said like any other refusal, and the line goes on. */
function setAside(context: TracingContext, tenantId: string): Promise<number> {
  return withTransaction(context.pool, async (tx) => {
    await lockLedger(tx, tenantId);
    const rows = await nextInLine(tx, tenantId, 1);
    const refusals = [tracingCatalogue.refuse('NODE_TRACE_FAULT')];
    await keepUnread(
      tx,
      rows.map(({ kind, ref }) => ({
        ...{ tenantId, refusals, at: context.clock.now(), title: ref },
        source: kind === 'epcis' ? sourceOf(ref) : ref,
      })),
    );
    await dequeue(tx, tenantId, rows);
    return rows.length;
  });
}
