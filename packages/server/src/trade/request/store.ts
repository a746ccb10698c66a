import type { Instant } from '@portolan/kernel';
import { bulkInsert, type Queryable } from '../store/bulk.ts';

export type RequestRowState = 'open' | 'answered' | 'escalated' | 'closed';

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
  /** 1, and one more each time the agency turns to the exporter or producer. */
  round: number;
  entry_number: string;
  template: string;
  subject: string;
  title: string;
  cite: string;
  /** Pointer into the entry. */
  path: string;
  /** The good that is asked about, in the words of its own document. */
  about: string;
  questions: readonly RequestQuestionRow[];
  message: string;
  /** The holder may answer to the agency alone. */
  confidential: boolean;
  state: RequestRowState;
  /** Who holds the evidence. */
  holder_did: string | null;
  routed_to: readonly string[];
  from_did: string;
  opened_at: Instant;
  due_at: Instant;
  extended: boolean;
  closed_at: Instant | null;
  outcome: string | null;
  story: boolean;
}

const columns = {
  tenant_id: 'uuid',
  thread_id: 'uuid',
  request_id: 'uuid',
  round: 'integer',
  entry_number: 'text',
  template: 'text',
  subject: 'text',
  title: 'text',
  cite: 'text',
  path: 'text',
  about: 'wide',
  questions: 'json',
  message: 'wide',
  confidential: 'boolean',
  state: 'text',
  holder_did: 'text',
  routed_to: 'json',
  from_did: 'text',
  opened_at: 'timestamptz',
  due_at: 'timestamptz',
  extended: 'boolean',
  closed_at: 'timestamptz',
  outcome: 'text',
  story: 'boolean',
} as const;

const save = bulkInsert<RequestRow>('requests', columns, {
  conflict: `on conflict (tenant_id, thread_id, request_id) do update set round = excluded.round,
    state = excluded.state, holder_did = excluded.holder_did, routed_to = excluded.routed_to,
    due_at = excluded.due_at, extended = excluded.extended, closed_at = excluded.closed_at, outcome = excluded.outcome`,
});

export async function saveRequests(tx: Queryable, rows: readonly RequestRow[]): Promise<void> {
  await save(tx, rows);
}

/** One request of a tenant by its id alone, which is what an address names. */
export async function findRequest(db: Queryable, tenantId: string, requestId: string): Promise<RequestRow | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(requestId)) return undefined;
  const { rows } = await db.query<RequestRow>({
    name: 'request-find',
    text: 'select * from requests where tenant_id = $1 and request_id = $2',
    values: [tenantId, requestId],
  });
  return rows[0];
}

/** The same, locked for the transaction that changes it. */
export async function lockRequest(
  tx: Queryable,
  { tenant_id, thread_id, request_id }: Pick<RequestRow, 'tenant_id' | 'thread_id' | 'request_id'>,
): Promise<RequestRow | undefined> {
  const { rows } = await tx.query<RequestRow>({
    name: 'request-lock',
    text: 'select * from requests where tenant_id = $1 and thread_id = $2 and request_id = $3 for update',
    values: [tenant_id, thread_id, request_id],
  });
  return rows[0];
}

export async function requestsOfCase(db: Queryable, tenantId: string, caseId: string): Promise<RequestRow[]> {
  const { rows } = await db.query<RequestRow>({
    name: 'requests-of-case',
    text: 'select * from requests where tenant_id = $1 and thread_id = $2 order by opened_at, request_id',
    values: [tenantId, caseId],
  });
  return rows;
}

/** Requests of a tenant, those that are due first. */
export async function requestsOf(
  db: Queryable,
  tenantId: string,
  { closed, words, limit, offset }: { closed: boolean | undefined; words: readonly string[]; limit: number; offset: number },
): Promise<{ rows: RequestRow[]; total: number }> {
  const { rows } = await db.query<RequestRow & { total: number }>({
    name: 'requests-of',
    text: `select *, count(*) over ()::int as total from requests
           where tenant_id = $1 and ($2::boolean is null or (state = 'closed') = $2)
             and (select coalesce(bool_and(position(word in lower(entry_number || ' ' || title || ' ' || about)) > 0), true)
                  from unnest($3::text[]) as word)
           order by (state = 'closed'), due_at, request_id limit $4 offset $5`,
    values: [tenantId, closed ?? null, words, limit, offset],
  });
  return { rows, total: rows[0]?.total ?? 0 };
}
