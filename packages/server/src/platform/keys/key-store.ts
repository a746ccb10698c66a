import type { Instant } from '@portolan/kernel';
import type { Pool, PoolClient } from 'pg';
import type { KeyRow } from './held-key.ts';

type Queryable = Pool | PoolClient;

export interface NewKey {
  readonly tenantId: string;
  readonly id: string;
  readonly purpose: KeyPurpose;
  readonly did: string;
  readonly verificationMethod: string;
  readonly publicKey: Uint8Array;
  readonly sealed: Uint8Array;
  readonly validFrom: Instant;
}

/** 'sign': a tenant's documents and envelopes; 'log': the node's checkpoints; 'witness': checkpoints of other logs. */
export type KeyPurpose = 'sign' | 'log' | 'witness';

const columns =
  'id, did, verification_method, public_key, sealed, valid_from, retired_at, revoked_at, revoked_reason';

export async function insertKey(db: Queryable, key: NewKey): Promise<void> {
  await db.query(
    `insert into keys (tenant_id, id, purpose, did, verification_method, public_key, sealed, valid_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      key.tenantId,
      key.id,
      key.purpose,
      key.did,
      key.verificationMethod,
      Buffer.from(key.publicKey),
      Buffer.from(key.sealed),
      key.validFrom,
    ],
  );
}

export async function readKeys(db: Queryable, tenantId: string, purpose: KeyPurpose): Promise<KeyRow[]> {
  const { rows } = await db.query<KeyRow>({
    name: 'keys-history',
    text: `select ${columns} from keys where tenant_id = $1 and purpose = $2 order by valid_from, id`,
    values: [tenantId, purpose],
  });
  return rows;
}

/** Locks a tenant's keys against a second change at the same time. */
export async function lockKeys(client: PoolClient, tenantId: string): Promise<KeyRow[]> {
  const { rows } = await client.query<KeyRow>(
    `select ${columns} from keys where tenant_id = $1 and purpose = 'sign' order by valid_from, id for update`,
    [tenantId],
  );
  return rows;
}

export async function retireKey(
  client: PoolClient,
  tenantId: string,
  id: string,
  at: Instant,
): Promise<void> {
  await client.query('update keys set retired_at = $3 where tenant_id = $1 and id = $2', [tenantId, id, at]);
}

/** The private half of a revoked key is destroyed. */
export async function revokeKey(
  client: PoolClient,
  tenantId: string,
  id: string,
  at: Instant,
  reason: string,
): Promise<void> {
  await client.query(
    `update keys set revoked_at = $3, revoked_reason = $4, sealed = null
     where tenant_id = $1 and id = $2 and revoked_at is null`,
    [tenantId, id, at, reason],
  );
}
