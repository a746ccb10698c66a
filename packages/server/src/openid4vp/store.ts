import type { WalletRequest } from '@portolan/contract';
import type { Instant, JsonObject, Refusal } from '@portolan/kernel';
import type { Pool } from 'pg';

/** One request to a wallet as it is kept. */
export interface RequestRow {
  readonly tenant_id: string;
  readonly request_id: string;
  readonly purpose: string;
  readonly nonce: string;
  readonly query: JsonObject;
  /** The signed request object. */
  readonly request: string;
  readonly created_at: Instant;
  readonly expires_at: Instant;
  readonly answered_at: Instant | null;
  readonly outcome: 'answered' | 'refused' | null;
  readonly answer: KeptAnswer | null;
}

/** What a wallet brought, or why it was refused. */
export interface KeptAnswer {
  readonly holder?: string;
  readonly refusals: readonly Refusal[];
  readonly credentials: WalletRequest['credentials'];
}

const COLUMNS = `tenant_id, request_id, purpose, nonce, query, request, created_at, expires_at, answered_at, outcome, answer`;

export async function insertRequest(
  pool: Pool,
  row: Omit<RequestRow, 'answered_at' | 'outcome' | 'answer'>,
): Promise<void> {
  await pool.query({
    name: 'wallet-request-add',
    text: `insert into openid4vp_requests (tenant_id, request_id, purpose, nonce, query, request, created_at, expires_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [
      ...[row.tenant_id, row.request_id, row.purpose, row.nonce, JSON.stringify(row.query)],
      ...[row.request, row.created_at, row.expires_at],
    ],
  });
}

/** A request by its id alone: the wallet knows nothing else. */
export async function readRequest(pool: Pool, requestId: string): Promise<RequestRow | undefined> {
  const { rows } = await pool.query<RequestRow>({
    name: 'wallet-request-one',
    text: `select ${COLUMNS} from openid4vp_requests where request_id::text = $1`,
    values: [requestId],
  });
  return rows[0];
}

/** Keeps the answer; false when another one came first. */
export async function closeRequest(
  pool: Pool,
  { tenant_id, request_id }: RequestRow,
  outcome: 'answered' | 'refused',
  answer: KeptAnswer,
  at: Instant,
): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'wallet-request-close',
    text: `update openid4vp_requests set answered_at = $3, outcome = $4, answer = $5
           where tenant_id = $1 and request_id = $2 and answered_at is null`,
    values: [tenant_id, request_id, at, outcome, JSON.stringify(answer)],
  });
  return rowCount === 1;
}

/** Requests of a tenant from the newest on, with their number. */
export async function listRequests(
  pool: Pool,
  tenantId: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: readonly RequestRow[]; readonly total: number }> {
  const { rows } = await pool.query<RequestRow & { total: number }>({
    name: 'wallet-request-page',
    text: `select ${COLUMNS}, count(*) over ()::int as total from openid4vp_requests where tenant_id = $1
           order by created_at desc, request_id offset $2 limit $3`,
    values: [tenantId, offset, limit],
  });
  return { rows, total: rows[0]?.total ?? 0 };
}
