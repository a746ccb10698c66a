import type { Instant, JsonObject } from '@portolan/kernel';
import type { Pool, PoolClient } from 'pg';
import type { StatusSize } from './bits.ts';
import type { VcStatusPurpose } from './entry-request.ts';

/** A status list as it stands. */
export interface VcListRow {
  readonly tenant_id: string;
  readonly list_id: string;
  readonly purpose: VcStatusPurpose;
  readonly form: string;
  readonly issuer: string;
  readonly size: StatusSize;
  readonly url: string;
  readonly version: number;
  readonly bits: Buffer;
  readonly signed: JsonObject | null;
  readonly signed_at: Instant | null;
}

const COLUMNS = 'tenant_id, list_id, purpose, form, issuer, size, url, version, bits, signed, signed_at';

/** The list at a public address: its id says which, whoever it belongs to. */
export async function readPublished(
  pool: Pool,
  listId: string,
  purpose: string,
): Promise<VcListRow | undefined> {
  const { rows } = await pool.query<VcListRow>({
    name: 'vc-list-published',
    text: `select ${COLUMNS} from vc_status_lists where list_id::text = $1 and purpose = $2`,
    values: [listId, purpose],
  });
  return rows[0];
}

/** Lists by their addresses, with the bits of this moment: nothing is fresher. */
export async function readByUrls(pool: Pool, urls: readonly string[]): Promise<VcListRow[]> {
  if (urls.length === 0) return [];
  const { rows } = await pool.query<VcListRow>({
    name: 'vc-lists-by-url',
    text: `select ${COLUMNS} from vc_status_lists where url = any($1)`,
    values: [urls],
  });
  return rows;
}

/** Reads a list and keeps others from changing it until the transaction ends. */
export async function lockVcList(
  tx: PoolClient,
  tenantId: string,
  listId: string,
  purpose: string,
): Promise<VcListRow | undefined> {
  const { rows } = await tx.query<VcListRow>({
    name: 'vc-list-lock',
    text: `select ${COLUMNS} from vc_status_lists where tenant_id = $1 and list_id = $2 and purpose = $3 for update`,
    values: [tenantId, listId, purpose],
  });
  return rows[0];
}

/** Keeps what was signed; the caller holds the row. */
export async function saveSigned(
  tx: PoolClient,
  { tenant_id, list_id, purpose }: VcListRow,
  next: {
    readonly bits: Buffer;
    readonly version: number;
    readonly signed: JsonObject;
    readonly at: Instant;
  },
): Promise<void> {
  await tx.query({
    name: 'vc-list-save',
    text: `update vc_status_lists set bits = $4, version = $5, signed = $6, signed_at = $7
           where tenant_id = $1 and list_id = $2 and purpose = $3`,
    values: [tenant_id, list_id, purpose, next.bits, next.version, JSON.stringify(next.signed), next.at],
  });
}
