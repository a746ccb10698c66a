import type { RequestSummary } from '@portolan/contract';
import type { Instant } from '@portolan/kernel';
import { bulkInsert, type Queryable } from '../store/bulk.ts';
import { lockCase } from '../store/cases.ts';
import type { Recipient } from './body.ts';

export type RequestState = RequestSummary['state'];
export type RequestOutcome = 'satisfied' | 'not-satisfied';

export interface RequestQuestionRow {
  readonly id: string;
  readonly text: string;
  readonly wants: string;
}

/** A request for information (Form 28) as one party keeps it. */
export interface StoredRequest {
  tenant_id: string;
  thread_id: string;
  request_id: string;
  /** Counts the agency's changes: of two copies the higher one is right. */
  revision: number;
  /** 1, and one more each time the agency turns to the exporter or producer. */
  round: number;
  entry_number: string;
  template: string;
  subject: string;
  title: string;
  cite: string;
  /** Pointer into the entry. */
  path: string;
  line: number | null;
  /** The good that is asked about, in the words of its own document. */
  about: string;
  questions: readonly RequestQuestionRow[];
  message: string;
  /** The template lets a holder answer to the agency alone. */
  confidential: boolean;
  /** Who answers first: the holder of the evidence; from the second round on the only one who is asked. */
  holder_did: string | null;
  routed_to: readonly Recipient[];
  /** The agency. */
  from_did: string;
  opened_at: Instant;
  /** When the answer is due now, with all that was granted. */
  due_at: Instant;
  term_days: number;
  extended_to: Instant | null;
  extension_by: string | null;
  extension_days: number | null;
  closed_at: Instant | null;
  outcome: RequestOutcome | null;
  story: boolean;
}

/** A request as one party holds it, with what its state follows from. */
export interface RequestRow extends StoredRequest {
  /** Who answered the running round. */
  answered_by: string | null;
  /** An answer of this party that the agency has not taken yet. */
  sending: boolean;
  /** Where the story of the case stands. */
  story_at: Instant | null;
}

const columns = {
  tenant_id: 'uuid',
  thread_id: 'uuid',
  request_id: 'uuid',
  revision: 'integer',
  round: 'integer',
  entry_number: 'text',
  template: 'text',
  subject: 'text',
  title: 'text',
  cite: 'text',
  path: 'text',
  line: 'integer',
  about: 'wide',
  questions: 'json',
  message: 'wide',
  confidential: 'boolean',
  holder_did: 'text',
  routed_to: 'json',
  from_did: 'text',
  opened_at: 'timestamptz',
  due_at: 'timestamptz',
  term_days: 'integer',
  extended_to: 'timestamptz',
  extension_by: 'text',
  extension_days: 'integer',
  closed_at: 'timestamptz',
  outcome: 'text',
  story: 'boolean',
} as const;

const save = bulkInsert<StoredRequest>('requests', columns, {
  conflict: `on conflict (tenant_id, thread_id, request_id) do update set revision = excluded.revision,
    round = excluded.round, holder_did = excluded.holder_did, routed_to = excluded.routed_to,
    due_at = excluded.due_at, extended_to = excluded.extended_to, extension_by = excluded.extension_by,
    extension_days = excluded.extension_days, closed_at = excluded.closed_at, outcome = excluded.outcome
    where requests.revision < excluded.revision`,
});

/** Writes requests, new or changed; a copy that is older than the one held changes nothing. */
export async function saveRequests(tx: Queryable, rows: readonly StoredRequest[]): Promise<void> {
  const newest = new Map<string, StoredRequest>();
  for (const row of rows) {
    const key = `${row.request_id} ${row.tenant_id}`;
    if ((newest.get(key)?.revision ?? 0) < row.revision) newest.set(key, row);
  }
  // One order for everybody: two transactions must not wait for each other in a ring.
  await save(
    tx,
    [...newest].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row),
  );
}

/** `$1` is the tenant. */
const held = `select r.*, a.answered_by, c.story_at,
    exists (select from outbox o where (o.tenant_id, o.thread_id, o.digest)
      = (a.tenant_id, a.thread_id, a.envelope_digest)) as sending
  from requests r
  left join cases c on c.tenant_id = r.tenant_id and c.case_id = r.thread_id
  left join request_answers a on (a.tenant_id, a.thread_id, a.request_id, a.round)
    = (r.tenant_id, r.thread_id, r.request_id, r.round)
  where r.tenant_id = $1`;

/** One request of a tenant by its id alone, which is what an address names. */
export async function findRequest(
  db: Queryable,
  tenantId: string,
  requestId: string,
): Promise<RequestRow | undefined> {
  if (!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(requestId)) return undefined;
  const { rows } = await db.query<RequestRow>({
    name: 'request-find',
    text: `${held} and r.request_id = $2`,
    values: [tenantId, requestId],
  });
  return rows[0];
}

/**
 * The same, locked for the transaction that changes it. The case is locked first, here and everywhere: two transactions
 * of one case never wait for each other in a ring.
 */
export async function lockRequest(
  tx: Queryable,
  { tenant_id, thread_id, request_id }: Pick<StoredRequest, 'tenant_id' | 'thread_id' | 'request_id'>,
): Promise<RequestRow | undefined> {
  await lockCase(tx, tenant_id, thread_id);
  await tx.query({
    name: 'request-lock',
    text: 'select from requests where tenant_id = $1 and thread_id = $2 and request_id = $3 for update',
    values: [tenant_id, thread_id, request_id],
  });
  return findRequest(tx, tenant_id, request_id);
}

/** The requests of one case in the order in which they were opened. */
export async function requestsOfCase(db: Queryable, tenantId: string, caseId: string): Promise<RequestRow[]> {
  const { rows } = await db.query<RequestRow>({
    name: 'requests-of-case',
    text: `${held} and r.thread_id = $2 order by r.opened_at, r.request_id`,
    values: [tenantId, caseId],
  });
  return rows;
}

export interface RequestQuery {
  /** Only those that are closed, or only those that are not. */
  readonly closed?: boolean | undefined;
  /** Only those in a state at an instant. */
  readonly inState?: { readonly state: string; readonly now: Instant };
  /** Words that all must occur. */
  readonly words: readonly string[];
  readonly limit: number;
  readonly offset: number;
}

/** The rule of `stateAt`, for lists that are filtered and counted where the rows are. */
const stateInSql = `case when closed_at is not null then 'closed' when answered_by is not null then 'answered'
  when case when story then greatest(story_at, opened_at) else $4::timestamptz end > due_at then 'overdue'
  when round > 1 then 'escalated' else 'open' end`;

/** Requests of a tenant, those not closed and due first before all others. */
export async function requestsOf(
  db: Queryable,
  tenantId: string,
  { closed, inState, words, limit, offset }: RequestQuery,
): Promise<{ rows: RequestRow[]; total: number }> {
  const wanted = `select * from (${held}) as h
    where ($2::boolean is null or (closed_at is not null) = $2)
      and ($3::text is null or ${stateInSql} = $3)
      and (select coalesce(bool_and(position(word in lower(entry_number || ' ' || title || ' ' || subject || ' ' || about)) > 0), true)
           from unnest($5::text[]) as word)`;
  const values = [tenantId, closed ?? null, inState?.state ?? null, inState?.now ?? null, words];
  const counted = await db.query<{ total: number }>({
    name: 'requests-count',
    text: `select count(*)::int as total from (${wanted}) as wanted`,
    values,
  });
  const { rows } = await db.query<RequestRow>({
    name: 'requests-page',
    text: `${wanted} order by closed_at is not null, due_at, request_id limit $6 offset $7`,
    values: [...values, limit, offset],
  });
  return { rows, total: counted.rows[0]?.total ?? 0 };
}
