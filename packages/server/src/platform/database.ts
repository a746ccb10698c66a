import type { ColumnType, Generated } from 'kysely';

/** Tables of the platform. An area reads its own through `context.db.withTables<ItsTables>()`. */
export interface Database {
  node_settings: NodeSettingsTable;
  tenants: TenantsTable;
  members: MembersTable;
  access_keys: AccessKeysTable;
  sessions: SessionsTable;
  api_tokens: ApiTokensTable;
  keys: KeysTable;
  audit: AuditTable;
  idempotency: IdempotencyTable;
}

type Json<T> = ColumnType<T, string, string>;

interface NodeSettingsTable {
  name: string;
  value: Json<unknown>;
}

interface TenantsTable {
  id: string;
  slug: string;
  name: string;
  kind: 'agency' | 'trade';
  roles: string[];
  did: string;
  sample: boolean;
  filer_code: string | null;
  identifiers: Json<unknown>;
  created_at: string;
}

interface MembersTable {
  tenant_id: string;
  id: string;
  name: string;
  role: string;
  created_at: string;
  left_at: string | null;
}

interface AccessKeysTable {
  tenant_id: string;
  id: string;
  member_id: string;
  salt: Buffer;
  hash: Buffer;
  created_at: string;
  revoked_at: string | null;
}

interface SessionsTable {
  tenant_id: string;
  token_hash: Buffer;
  member_id: string;
  created_at: string;
  expires_at: string;
}

interface ApiTokensTable {
  tenant_id: string;
  id: string;
  token_hash: Buffer;
  member_id: string;
  label: string;
  scopes: string[];
  created_at: string;
  expires_at: string | null;
  revoked_at: string | null;
}

interface KeysTable {
  tenant_id: string;
  id: string;
  purpose: string;
  did: string;
  verification_method: string;
  public_key: Buffer;
  sealed: Buffer | null;
  valid_from: string;
  retired_at: string | null;
  revoked_at: string | null;
  revoked_reason: string | null;
}

interface AuditTable {
  tenant_id: string;
  id: Generated<string>;
  at: string;
  actor: string;
  action: string;
  subject: string;
  detail: Json<unknown>;
}

interface IdempotencyTable {
  source: string;
  key: string;
  request_digest: string;
  status: number | null;
  answer: Json<unknown> | null;
  created_at: string;
}
