import type { JsonObject } from '@portolan/kernel';
import type { Pool } from 'pg';

/** A credential that an organization can present: one it issued or was sent. */
export interface HeldCredential {
  readonly digest: `sha256:${string}`;
  readonly type: string;
  readonly title: string;
  readonly credential: JsonObject;
}

const HELD = `
  select digest, type, title, credential from issued_credentials where tenant_id = $1 and state = 'valid'
  union all
  select digest, type, coalesce(file_name, type) as title, convert_from(content, 'UTF8')::json as credential
  from evidence where tenant_id = $1 and class = 'signed'
  union all
  select digest, type, title, credential from received_credentials where tenant_id = $1`;

/** What a tenant holds of some types, newest names first; at most a hundred. */
export async function heldOfTypes(
  pool: Pool,
  tenantId: string,
  types: readonly string[],
): Promise<HeldCredential[]> {
  const { rows } = await pool.query<HeldCredential>({
    name: 'wallet-held-types',
    text: `select distinct on (digest) digest, type, title, credential from (${HELD}) as held
           where type = any($2) order by digest limit 100`,
    values: [tenantId, types],
  });
  return rows;
}

/** Credentials of a tenant by their digests. */
export async function heldByDigest(
  pool: Pool,
  tenantId: string,
  digests: readonly string[],
): Promise<Map<string, JsonObject>> {
  const { rows } = await pool.query<HeldCredential>({
    name: 'wallet-held-digests',
    text: `select digest, credential from (${HELD}) as held where digest = any($2)`,
    values: [tenantId, digests],
  });
  return new Map(rows.map(({ digest, credential }) => [digest, credential]));
}
