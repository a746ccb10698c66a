import { randomUUID } from 'node:crypto';
import { type EpcisEvent, type EpcisReading, readEpcisEvent, readEpcisEvents } from '@portolan/documents';
import {
  digestJson,
  type Instant,
  type JsonObject,
  type JsonValue,
  ok,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { audit } from '../platform/audit.ts';
import { withTransaction } from '../platform/transaction.ts';
import { epcisServiceCatalogue } from './catalogue.ts';
import type { Capturer, EpcisContext } from './context.ts';
import { insertJob, type Job } from './jobs.ts';
import { nameEvent } from './named-event.ts';
import { storeEvents } from './store-events.ts';

/** What a capture does when an event is refused: keep nothing, or keep the others (EPCIS 2.0, section 12.6.1). */
export type CaptureBehaviour = Job['behaviour'];

/**
 * Captures a document as one job. What is no EPCIS document at all is refused here; faults of single events are the errors of
 * the job: with "rollback" nothing is stored then, with "proceed" all others are. The job is done when this answers.
 */
export async function captureDocument(
  context: EpcisContext,
  who: Capturer,
  document: JsonObject,
  behaviour: CaptureBehaviour,
): Promise<Result<Job>> {
  const reading = readEpcisEvents(document);
  if (!reading.ok) return reading;
  const at = context.clock.now();
  const job = await withTransaction(context.pool, async (tx) => {
    const work = { who, at, behaviour, reading: reading.value, captureId: randomUUID() };
    const stored = await store(context, tx, work);
    await record(context, tx, who, document, stored);
    return stored;
  });
  return ok(job);
}

/** Captures one event at once, under its own name or one made of its content. Refuses one that is faulty or taken. */
export async function captureEvent(
  context: EpcisContext,
  who: Capturer,
  value: JsonObject,
): Promise<Result<{ readonly id: string; readonly event: JsonObject }>> {
  const event = readEpcisEvent(value);
  if (!event.ok) return event;
  const at = context.clock.now();
  return withTransaction(context.pool, async (tx) => {
    const named = nameEvent(event.value, context.crypto);
    const captureId = randomUUID();
    const eventContext = value['@context'] ?? [];
    const batch = { tenantId: who.tenantId, captureId, at, context: eventContext, events: [named] };
    const [taken] = await storeEvents(tx, batch);
    if (taken !== undefined) return refused(eventTaken(taken, ''));
    const job: Job = {
      captureId,
      createdAt: at,
      finishedAt: at,
      behaviour: 'rollback',
      events: 1,
      errors: [],
    };
    await insertJob(tx, who.tenantId, job);
    await record(context, tx, who, value, job);
    return ok({ id: named.id, event: { ...value, eventID: named.id } });
  });
}

interface Work {
  readonly who: Capturer;
  readonly at: Instant;
  readonly behaviour: CaptureBehaviour;
  readonly reading: EpcisReading;
  readonly captureId: string;
}

async function store(context: EpcisContext, tx: PoolClient, work: Work): Promise<Job> {
  const { who, at, behaviour, reading, captureId } = work;
  const faults = reading.results.flatMap((result) => (result.ok ? [] : result.refusals));
  const good = reading.results.flatMap((result) => (result.ok ? [result.value] : []));
  const errors =
    faults.length > 0 && behaviour === 'rollback' ? faults : await keep(context, tx, work, good, faults);
  const kept = errors.length > 0 && behaviour === 'rollback' ? 0 : good.length;
  const job: Job = { captureId, createdAt: at, finishedAt: at, behaviour, events: kept, errors };
  await insertJob(tx, who.tenantId, job);
  return job;
}

async function keep(
  context: EpcisContext,
  tx: PoolClient,
  { who, at, behaviour, reading, captureId }: Work,
  good: readonly EpcisEvent[],
  faults: readonly Refusal[],
): Promise<Refusal[]> {
  const events = good.map((event) => nameEvent(event, context.crypto));
  await tx.query('savepoint events');
  const taken = await storeEvents(tx, {
    ...{ tenantId: who.tenantId, captureId, at, events },
    context: reading.context as JsonValue,
  });
  if (taken.length > 0 && behaviour === 'rollback') await tx.query('rollback to savepoint events');
  return [...faults, ...taken.map((id) => eventTaken(id, '/epcisBody/eventList'))];
}

function eventTaken(id: string, path: string): Refusal {
  return epcisServiceCatalogue.refuse('NODE_EPCIS_EVENT_TAKEN', { path, params: { id: id.slice(0, 200) } });
}

/** What was captured is logged by its digest, so that nobody can say later that it came earlier or never. */
async function record(
  { crypto, log, clock }: EpcisContext,
  tx: PoolClient,
  { tenantId, actor }: Capturer,
  sent: JsonObject,
  { captureId, events }: Job,
): Promise<void> {
  const at = clock.now();
  if (events > 0) await log.append(tx, [{ kind: 'document', digest: digestJson(crypto, sent), at }]);
  await audit(tx, { tenantId, at, actor, action: 'epcis.capture', subject: captureId, detail: { events } });
}
