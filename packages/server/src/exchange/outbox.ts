import type { Delivery } from '@portolan/contract';
import { addSeconds, type Digest, type Instant, type JsonObject } from '@portolan/kernel';
import type { Queryable } from '../trade/store/bulk.ts';
import type { Envelope } from './envelope.ts';
import { readStoredEnvelope } from './envelope.ts';
import type { SealedEnvelope } from './seal.ts';

/** An envelope that its receiver has not taken yet. */
export interface Waiting {
  readonly tenantId: string;
  readonly threadId: string;
  readonly digest: Digest;
  readonly to: string;
  readonly attempts: number;
  readonly envelope: Envelope;
  /** The bytes it is kept as. */
  readonly content: Buffer;
}

type Key = Pick<Waiting, 'tenantId' | 'threadId' | 'digest'>;

const leaseSeconds = 60;
const batch = 64;

export async function enqueue(
  tx: Queryable,
  rows: readonly (Key & { to: string })[],
  nextAt: Instant,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query({
    name: 'outbox-enqueue',
    text: `insert into outbox (tenant_id, thread_id, digest, to_did, next_at)
           select tenant_id, thread_id, digest, to_did, $5
           from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as given (tenant_id, thread_id, digest, to_did)
           on conflict do nothing`,
    values: [...columnsOf(rows), rows.map(({ to }) => to), nextAt],
  });
}

/**
 * Takes the envelopes that are due and hides them from other deliverers for a minute. When this process is killed
 * meanwhile they come back; a receiver that had taken one answers the second sending as it answered the first.
 */
export async function lease(db: Queryable, now: Instant): Promise<Waiting[]> {
  const { rows } = await db.query<{
    tenant_id: string;
    thread_id: string;
    digest: Digest;
    to_did: string;
    attempts: number;
    content: Buffer;
  }>({
    name: 'outbox-lease',
    text: `with due as (
             select tenant_id, thread_id, digest from outbox where next_at <= $1
             order by next_at limit $3 for update skip locked)
           update outbox o set next_at = $2 from due, envelopes e
           where (o.tenant_id, o.thread_id, o.digest) = (due.tenant_id, due.thread_id, due.digest)
             and (e.tenant_id, e.thread_id, e.digest) = (due.tenant_id, due.thread_id, due.digest)
           returning o.tenant_id, o.thread_id, o.digest, o.to_did, o.attempts, e.content`,
    values: [now, addSeconds(now, leaseSeconds), batch],
  });
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    threadId: row.thread_id,
    digest: row.digest,
    to: row.to_did,
    attempts: row.attempts,
    envelope: readStoredEnvelope(row.content),
    content: row.content,
  }));
}

/** Takes delivered envelopes out of the outbox and keeps the receivers' answers. */
export async function settle(tx: Queryable, rows: readonly (Key & { answer: JsonObject })[]): Promise<void> {
  const answers = rows.map(({ answer }) => JSON.stringify(answer));
  await tx.query({
    name: 'outbox-answers',
    text: `update envelopes e set answer = given.answer
           from unnest($1::uuid[], $2::uuid[], $3::text[], $4::json[]) as given (tenant_id, thread_id, digest, answer)
           where (e.tenant_id, e.thread_id, e.digest) = (given.tenant_id, given.thread_id, given.digest)`,
    values: [...columnsOf(rows), answers],
  });
  await tx.query({
    name: 'outbox-settle',
    text: `delete from outbox o using unnest($1::uuid[], $2::uuid[], $3::text[]) as given (tenant_id, thread_id, digest)
           where (o.tenant_id, o.thread_id, o.digest) = (given.tenant_id, given.thread_id, given.digest)`,
    values: columnsOf(rows),
  });
}

/** Answers already kept to envelopes that were sent. */
export async function answersKept(
  db: Queryable,
  sealed: readonly SealedEnvelope[],
): Promise<Map<Digest, Delivery>> {
  const keys = sealed.map(({ digest, message }) => ({
    tenantId: message.from.id,
    threadId: message.thread,
    digest,
  }));
  const { rows } = await db.query<{ digest: Digest; answer: Delivery }>({
    name: 'outbox-answers-kept',
    text: `select e.digest, e.answer from unnest($1::uuid[], $2::uuid[], $3::text[]) as asked (tenant_id, thread_id, digest)
           join envelopes e using (tenant_id, thread_id, digest) where e.answer is not null`,
    values: columnsOf(keys),
  });
  return new Map(rows.map(({ digest, answer }) => [digest, answer]));
}

/** Seconds to wait after the n-th failure: 1, 2, 4 … up to an hour. */
export function pauseSeconds(attempts: number): number {
  return Math.min(2 ** Math.max(0, attempts - 1), 3600);
}

/** Puts envelopes back for a later attempt. */
export async function postpone(
  db: Queryable,
  rows: readonly Waiting[],
  reason: string,
  now: Instant,
): Promise<void> {
  await db.query({
    name: 'outbox-postpone',
    text: `update outbox o set attempts = given.attempts, next_at = given.next_at, last_error = $6
           from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::timestamptz[])
             as given (tenant_id, thread_id, digest, attempts, next_at)
           where (o.tenant_id, o.thread_id, o.digest) = (given.tenant_id, given.thread_id, given.digest)`,
    values: [
      ...columnsOf(rows),
      rows.map(({ attempts }) => attempts + 1),
      rows.map(({ attempts }) => addSeconds(now, pauseSeconds(attempts + 1))),
      reason.slice(0, 500),
    ],
  });
}

/** When the next envelope is due; undefined when the outbox is empty. */
export async function nextDue(db: Queryable): Promise<Instant | undefined> {
  const { rows } = await db.query<{ next_at: Instant | null }>('select min(next_at) as next_at from outbox');
  return rows[0]?.next_at ?? undefined;
}

function columnsOf(rows: readonly Key[]): [string[], string[], string[]] {
  return [
    rows.map(({ tenantId }) => tenantId),
    rows.map(({ threadId }) => threadId),
    rows.map(({ digest }) => digest),
  ];
}
