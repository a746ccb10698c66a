import { randomBytes, randomUUID, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Instant } from '@portolan/kernel';
import type { Pool, PoolClient } from 'pg';
import { compactId, expandId } from './secret.ts';

const form = /^pak\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{32})$/;
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 };
const hashLength = 32;
const derive = promisify(scrypt) as (
  secret: string,
  salt: Uint8Array,
  length: number,
  options: typeof cost,
) => Promise<Buffer>;

export interface AccessKeyOwner {
  readonly tenantId: string;
  readonly memberId: string;
}

/** Makes an access key for a member: the text is shown once, scrypt of its secret is stored. */
export async function addAccessKey(
  db: Pool | PoolClient,
  owner: AccessKeyOwner,
  at: Instant,
): Promise<string> {
  const id = randomUUID();
  const secret = randomBytes(24).toString('base64url');
  const salt = randomBytes(16);
  const hash = await derive(secret, salt, hashLength, cost);
  await db.query(
    'insert into access_keys (tenant_id, id, member_id, salt, hash, created_at) values ($1, $2, $3, $4, $5, $6)',
    [owner.tenantId, id, owner.memberId, salt, hash, at],
  );
  return `pak.${compactId(owner.tenantId)}.${compactId(id)}.${secret}`;
}

/** Whose access key it is; undefined when it is none. A key that does not exist takes as long as a wrong one. */
export async function checkAccessKey(db: Pool, text: string): Promise<AccessKeyOwner | undefined> {
  const [, tenant = '', key = '', secret = ''] = form.exec(text) ?? [];
  const tenantId = expandId(tenant);
  const row = secret === '' ? undefined : await readRow(db, tenantId, expandId(key));
  const { salt, hash } = row ?? { salt: Buffer.alloc(16), hash: Buffer.alloc(hashLength) };
  const matches = timingSafeEqual(await derive(secret, salt, hashLength, cost), hash);
  return row && matches ? { tenantId, memberId: row.member_id } : undefined;
}

/** The part of the text that names the key, for counting failures. */
export function accessKeyName(text: string): string {
  return text.split('.').slice(0, 3).join('.').slice(0, 60);
}

async function readRow(db: Pool, tenantId: string, id: string) {
  const { rows } = await db.query<{ member_id: string; salt: Buffer; hash: Buffer }>(
    'select member_id, salt, hash from access_keys where tenant_id = $1 and id = $2 and revoked_at is null',
    [tenantId, id],
  );
  return rows[0];
}
