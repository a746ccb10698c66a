import type { AttestationRequest } from '@portolan/contract';
import type { Instant, JsonObject } from '@portolan/kernel';
import type { Queryable } from '../../trade/store/bulk.ts';

/** A request for an attestation at one of its two parties. */
export interface RequestRow {
  readonly tenant_id: string;
  readonly request_id: string;
  readonly side: AttestationRequest['side'];
  readonly other: string;
  readonly type: string;
  readonly message: string;
  readonly document: JsonObject;
  readonly asked_at: Instant;
  readonly state: AttestationRequest['state'];
  readonly answered_at: Instant | null;
  readonly reason: string | null;
  readonly attestation: string | null;
}

type NewRequest = Omit<RequestRow, 'state' | 'answered_at' | 'reason' | 'attestation'>;

/** Keeps a request; one that is known stays as it is. */
export async function insertRequest(tx: Queryable, row: NewRequest): Promise<void> {
  await tx.query(
    `insert into attestation_requests (tenant_id, request_id, side, other, type, message, document, asked_at, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'open') on conflict do nothing`,
    [
      ...[row.tenant_id, row.request_id, row.side, row.other, row.type, row.message],
      ...[JSON.stringify(row.document), row.asked_at],
    ],
  );
}

export interface RequestAnswer {
  readonly state: 'answered' | 'declined';
  readonly at: Instant;
  readonly reason?: string;
  readonly attestation?: string;
}

/** Closes an open request of one party with the other; false where there is none such. */
export async function closeRequest(
  tx: Queryable,
  { tenantId, id, other }: { readonly tenantId: string; readonly id: string; readonly other: string },
  { state, at, reason, attestation }: RequestAnswer,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update attestation_requests set state = $4, answered_at = $5, reason = $6, attestation = $7
     where tenant_id = $1 and request_id = $2 and other = $3 and state = 'open'`,
    [tenantId, id, other, state, at, reason ?? null, attestation ?? null],
  );
  return rowCount !== 0;
}

type Named = RequestRow & { readonly other_name: string | null };

/** Requests of a tenant, newest first; of one side, or one of them, where that is asked. */
export async function readRequests(
  db: Queryable,
  tenant: { readonly id: string; readonly did: string; readonly name: string },
  { side, id }: { readonly side?: AttestationRequest['side'] | undefined; readonly id?: string } = {},
): Promise<AttestationRequest[]> {
  const { rows } = await db.query<Named>({
    name: 'attestation-requests',
    text: `select r.*, coalesce(t.name, p.name) as other_name from attestation_requests r
           left join tenants t on t.did = r.other left join peers p on p.did = r.other
           where r.tenant_id = $1 and ($2::text is null or r.side = $2) and ($3::uuid is null or r.request_id = $3)
           order by r.asked_at desc, r.request_id limit 500`,
    values: [tenant.id, side ?? null, id ?? null],
  });
  return rows.map((row) => viewOf(tenant, row));
}

function viewOf(
  { did, name }: { readonly did: string; readonly name: string },
  row: Named,
): AttestationRequest {
  const self = { did, name };
  const other = { did: row.other, name: row.other_name ?? row.other };
  return {
    id: row.request_id,
    side: row.side,
    type: row.type,
    ...(row.side === 'asking' ? { from: self, to: other } : { from: other, to: self }),
    note: row.message,
    document: { ...row.document },
    at: row.asked_at,
    state: row.state,
    ...(row.answered_at === null ? {} : { answeredAt: row.answered_at }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.attestation === null ? {} : { digest: row.attestation }),
  };
}
