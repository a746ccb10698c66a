import type { Digest, Instant, JsonObject } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { takeIssuedPaper } from '../../pipelines/take-papers.ts';
import { queueIssued } from '../../traceability/queue.ts';
import type { Queryable } from '../queryable.ts';

/** A row of what a tenant issued. */
export interface IssuedRow {
  readonly digest: Digest;
  readonly type: string;
  readonly title: string;
  readonly issued_at: Instant;
  readonly valid_until: Instant | null;
  readonly list_id: string;
  readonly status_index: number;
  readonly state: 'valid' | 'revoked' | 'suspended';
  readonly state_reason: string | null;
  readonly pending_id: string;
  readonly credential: JsonObject;
}

const COLUMNS =
  'digest, type, title, issued_at, valid_until, list_id, status_index, state, state_reason, pending_id, credential';

export interface NewIssued extends Omit<IssuedRow, 'state' | 'state_reason' | 'valid_until'> {
  readonly tenantId: string;
  readonly validUntil: Instant | undefined;
  /** Text that a search looks through, in lower case. */
  readonly search: string;
}

export async function insertIssued(tx: PoolClient, row: NewIssued): Promise<void> {
  await tx.query({
    name: 'issued-add',
    text: `insert into issued_credentials
             (tenant_id, digest, type, title, search, issued_at, valid_until, list_id, status_index, state, pending_id, credential)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'valid', $10, $11)`,
    values: [
      row.tenantId,
      row.digest,
      row.type,
      row.title,
      row.search,
      row.issued_at,
      row.validUntil ?? null,
      row.list_id,
      row.status_index,
      row.pending_id,
      JSON.stringify(row.credential),
    ],
  });
  await queueIssued(tx, row);
  await takeIssuedPaper(tx, row);
}

export async function readIssued(
  db: Queryable,
  tenantId: string,
  digest: string,
): Promise<IssuedRow | undefined> {
  const { rows } = await db.query<IssuedRow>({
    name: 'issued-one',
    text: `select ${COLUMNS} from issued_credentials where tenant_id = $1 and digest = $2`,
    values: [tenantId, digest],
  });
  return rows[0];
}

/** Reads one and keeps its status from changing until the transaction ends. */
export async function lockIssued(
  tx: PoolClient,
  tenantId: string,
  digest: string,
): Promise<IssuedRow | undefined> {
  const { rows } = await tx.query<IssuedRow>(
    `select ${COLUMNS} from issued_credentials where tenant_id = $1 and digest = $2 for update`,
    [tenantId, digest],
  );
  return rows[0];
}

export async function updateState(
  tx: PoolClient,
  tenantId: string,
  digest: string,
  change: { readonly state: IssuedRow['state']; readonly reason: string; readonly at: Instant },
): Promise<void> {
  await tx.query(
    `update issued_credentials set state = $3, state_reason = $4, state_at = $5 where tenant_id = $1 and digest = $2`,
    [tenantId, digest, change.state, change.reason, change.at],
  );
}
