import type { Instant } from '@portolan/kernel';
import type { Pool } from 'pg';
import type { Auth, Member, Tenant, TokenScope } from '../tenant.ts';
import { tokenScopes } from '../tenant.ts';
import { type PresentedSecret, readSecret } from './secret.ts';

interface IdentityRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: Tenant['kind'];
  readonly roles: string[];
  readonly did: string;
  readonly sample: boolean;
  readonly filer_code: string | null;
  readonly member_id: string;
  readonly member_name: string;
  readonly role: Member['role'];
  readonly scopes: TokenScope[] | null;
}

const who = `t.id, t.slug, t.name, t.kind, t.roles, t.did, t.sample, t.filer_code,
  m.id as member_id, m.name as member_name, m.role`;
const joined = `join tenants t on t.id = s.tenant_id
  join members m on m.tenant_id = s.tenant_id and m.id = s.member_id and m.left_at is null
  where s.tenant_id = $1 and s.token_hash = $2`;

const bySession = {
  name: 'identify-session',
  text: `select ${who}, null as scopes from sessions s ${joined} and s.expires_at > $3`,
};
const byToken = {
  name: 'identify-token',
  text: `select ${who}, s.scopes from api_tokens s ${joined}
    and s.revoked_at is null and (s.expires_at is null or s.expires_at > $3)`,
};

/** Whom a session cookie stands for; undefined when it expired, was ended, or never was. */
export async function identifySession(pool: Pool, cookie: string, at: Instant): Promise<Auth | undefined> {
  const row = await read(pool, bySession, readSecret('pss', cookie), at);
  return row && { ...peopleOf(row), by: 'session', scopes: tokenScopes };
}

/** Whom a bearer token stands for, with its scopes. */
export async function identifyToken(pool: Pool, token: string, at: Instant): Promise<Auth | undefined> {
  const row = await read(pool, byToken, readSecret('pat', token), at);
  return row && { ...peopleOf(row), by: 'token', scopes: row.scopes ?? [] };
}

async function read(
  pool: Pool,
  statement: { name: string; text: string },
  secret: PresentedSecret | undefined,
  at: Instant,
): Promise<IdentityRow | undefined> {
  if (!secret) return undefined;
  const { rows } = await pool.query<IdentityRow>({
    ...statement,
    values: [secret.tenantId, secret.hash, at],
  });
  return rows[0];
}

function peopleOf(row: IdentityRow): Pick<Auth, 'tenant' | 'member'> {
  const { id, slug, name, kind, roles, did, sample, filer_code } = row;
  return {
    tenant: { id, slug, name, kind, roles, did, sample, ...(filer_code ? { filerCode: filer_code } : {}) },
    member: { id: row.member_id, name: row.member_name, role: row.role },
  };
}
