import type { RequestSummary } from '@portolan/contract';
import type { Instant } from '@portolan/kernel';
import { bulkInsert, type Queryable } from '../store/bulk.ts';
import type { Recipient } from './body.ts';

export type RequestState = RequestSummary['state'];
export type RequestOutcome = 'satisfied' | 'not-satisfied';

export interface RequestQuestionRow {
  readonly id: string;
  readonly text: string;
  readonly wants: string;
}

/** A request for information (Form 28) as one party holds it. */
export interface RequestRow {
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
  due_at: Instant;
  term_days: number;
  extended_to: Instant | null;
  extension_by: string | null;
  extension_days: number | null;
  closed_at: Instant | null;
  outcome: RequestOutcome | null;
  story: boolean;
}

/** A request with what follows from its answers, its term and the time of reading. */
export interface HeldRequest extends RequestRow {
  state: RequestState;
  /** Who answered the running round. */
  answered_by: string | null;
  /** When the answer is due now. */
  due: Instant;
  /** The time at which it is looked at: a story stays on its own date. */
  clock: Instant;
  /** An answer of this party that the agency has not taken yet. */
  sending: boolean;
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

const save = bulkInsert<RequestRow>('requests', columns, {
  conflict: `on conflict (tenant_id, thread_id, request_id) do update set revision = excluded.revision,
    round = excluded.round, holder_did = excluded.holder_did, routed_to = excluded.routed_to,
    due_at = excluded.due_at, extended_to = excluded.extended_to, extension_by = excluded.extension_by,
    extension_days = excluded.extension_days, closed_at = excluded.closed_at, outcome = excluded.outcome
    where requests.revision < excluded.revision`,
});

/** Writes requests, new or changed; a copy that is older than the one held changes nothing. */
export async function saveRequests(tx: Queryable, rows: readonly RequestRow[]): Promise<void> {
  const newest = new Map<string, RequestRow>();
  for (const row of rows) {
    const key = `${row.request_id} ${row.tenant_id}`;
    if ((newest.get(key)?.revision ?? 0) < row.revision) newest.set(key, row);
  }
  // One order for everybody: two transactions must not wait for each other in a ring.
  await save(tx, [...newest].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row));
}

/** `$1` is the tenant, `$2` the time of reading. */
const held = `select * from (
    select r.*, a.answered_by, t.due, t.clock,
      exists (select from outbox o where (o.tenant_id, o.thread_id, o.digest)
        = (a.tenant_id, a.thread_id, a.envelope_digest)) as sending,
      case when r.closed_at is not null then 'closed' when a.request_id is not null then 'answered'
        when t.clock > t.due then 'overdue' when r.round > 1 then 'escalated' else 'open' end as state
    from requests r
    left join cases c on c.tenant_id = r.tenant_id and c.case_id = r.thread_id
    left join request_answers a on (a.tenant_id, a.thread_id, a.request_id, a.round)
      = (r.tenant_id, r.thread_id, r.request_id, r.round)
    cross join lateral (select coalesce(r.extended_to, r.due_at) as due,
      case when r.story then greatest(c.story_at, r.opened_at) else $2::timestamptz end as clock) t
    where r.tenant_id = $1
  ) as h`;

/** One request of a tenant by its id alone, which is what an address names. */
export async function findRequest(
  db: Queryable,
  tenantId: string,
  requestId: string,
  now: Instant,
): Promise<HeldRequest | undefined> {
  if (!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(requestId)) return undefined;
  const { rows } = await db.query<HeldRequest>({
    name: 'request-find',
    text: `${held} where request_id = $3`,
    values: [tenantId, now, requestId],
  });
  return rows[0];
}

/** The same, locked for the transaction that changes it. */
export async function lockRequest(
  tx: Queryable,
  { tenant_id, thread_id, request_id }: Pick<RequestRow, 'tenant_id' | 'thread_id' | 'request_id'>,
  now: Instant,
): Promise<HeldRequest | undefined> {
  await tx.query({
    name: 'request-lock',
    text: 'select from requests where tenant_id = $1 and thread_id = $2 and request_id = $3 for update',
    values: [tenant_id, thread_id, request_id],
  });
  return findRequest(tx, tenant_id, request_id, now);
}

/** The requests of one case in the order in which they were opened. */
export async function requestsHeld(
  db: Queryable,
  tenantId: string,
  caseId: string,
  now: Instant,
): Promise<HeldRequest[]> {
  const { rows } = await db.query<HeldRequest>({
    name: 'requests-of-case',
    text: `${held} where thread_id = $3 order by opened_at, request_id`,
    values: [tenantId, now, caseId],
  });
  return rows;
}

/** Most requests that a work list shows. */
const workLimit = 500;

/** The requests of a tenant that are not closed, those due first. */
export async function requestsNotClosed(
  db: Queryable,
  tenantId: string,
  now: Instant,
): Promise<HeldRequest[]> {
  const { rows } = await db.query<HeldRequest>({
    name: 'requests-not-closed',
    text: `${held} where closed_at is null order by due, request_id limit $3`,
    values: [tenantId, now, workLimit],
  });
  return rows;
}

export interface RequestQuery {
  readonly tenantId: string;
  readonly now: Instant;
  readonly state?: string;
  /** Words that all must occur. */
  readonly words: readonly string[];
  readonly after?: RequestPlace;
  readonly limit: number;
}

/** Where a request stands in the list: open ones before closed ones, then by term. */
export type RequestPlace = Pick<HeldRequest, 'due' | 'request_id'> & { readonly closed: boolean };

/** One page of a tenant's requests, and how many there are in all. */
export async function listRequestRows(
  db: Queryable,
  { tenantId, now, state, words, after, limit }: RequestQuery,
): Promise<{ rows: HeldRequest[]; total: number }> {
  const wanted = `($3::text is null or state = $3) and (select coalesce(bool_and(position(word in
    lower(entry_number || ' ' || title || ' ' || subject || ' ' || about)) > 0), true) from unnest($4::text[]) as word)`;
  const values = [tenantId, now, state ?? null, words];
  const counted = await db.query<{ total: number }>({
    name: 'requests-count',
    text: `select count(*)::int as total from (${held} where ${wanted}) as all_of_them`,
    values,
  });
  const { rows } = await db.query<HeldRequest>({
    name: 'requests-page',
    text: `${held} where ${wanted} and ($5::boolean is null
        or (state = 'closed', due, request_id) > ($5::boolean, $6::timestamptz, $7::uuid))
      order by state = 'closed', due, request_id limit $8`,
    values: [...values, after?.closed ?? null, after?.due ?? null, after?.request_id ?? null, limit],
  });
  return { rows, total: counted.rows[0]?.total ?? 0 };
}
