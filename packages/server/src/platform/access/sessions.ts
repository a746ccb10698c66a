import { addSeconds, type Instant } from '@portolan/kernel';
import type { Pool } from 'pg';
import { newSecret, readSecret } from './secret.ts';

/** A working day; then one signs in again. */
export const sessionSeconds = 12 * 60 * 60;

/** Opens a session and answers the cookie's value. */
export async function openSession(
  pool: Pool,
  { tenantId, memberId }: { tenantId: string; memberId: string },
  at: Instant,
): Promise<string> {
  const { text, hash } = newSecret('pss', tenantId);
  await pool.query('delete from sessions where tenant_id = $1 and expires_at < $2', [tenantId, at]);
  await pool.query(
    'insert into sessions (tenant_id, token_hash, member_id, created_at, expires_at) values ($1, $2, $3, $4, $5)',
    [tenantId, hash, memberId, at, addSeconds(at, sessionSeconds)],
  );
  return text;
}

export async function closeSession(pool: Pool, cookie: string): Promise<void> {
  const secret = readSecret('pss', cookie);
  if (!secret) return;
  const { tenantId, hash } = secret;
  await pool.query('delete from sessions where tenant_id = $1 and token_hash = $2', [tenantId, hash]);
}
