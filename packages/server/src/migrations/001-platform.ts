/**
 * Organizations with a seat here, their members, how they sign in, their keys, the audit trail and idempotency keys.
 *
 * The tenant stands in every key. The comment above a table names the column a cluster would distribute by;
 * "reference" tables are small, read by all and copied to every node of the cluster.
 */
export const up = `
-- Reference.
create table node_settings (
  name text primary key,
  value jsonb not null
);

-- Reference.
create table tenants (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  kind text not null check (kind in ('agency', 'trade')),
  roles text[] not null,
  did text not null unique,
  sample boolean not null,
  filer_code text,
  identifiers jsonb not null default '[]',
  created_at timestamptz not null
);

-- Reference.
create table members (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  role text not null check (role in ('officer', 'lead', 'filer', 'signer', 'viewer')),
  created_at timestamptz not null,
  left_at timestamptz,
  primary key (tenant_id, id)
);

-- Distributed by tenant_id: few rows. The key itself is never stored (scrypt).
create table access_keys (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  salt bytea not null,
  hash bytea not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, id)
);

-- Distributed by token_hash. Only the digest of a session's secret is stored.
create table sessions (
  tenant_id uuid not null,
  token_hash bytea not null,
  member_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash)
);
create index sessions_by_member on sessions (tenant_id, member_id);

-- Distributed by token_hash. A token is shown once; only the digest of its secret is stored.
create table api_tokens (
  tenant_id uuid not null,
  token_hash bytea not null,
  id uuid not null,
  member_id uuid not null,
  label text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, token_hash)
);
create index api_tokens_by_id on api_tokens (tenant_id, id);

-- Distributed by tenant_id: few rows. Private keys sealed under the node key (AES-256-GCM); rows are never deleted.
create table keys (
  tenant_id uuid not null,
  id text not null,
  purpose text not null,
  did text not null,
  verification_method text not null,
  public_key bytea not null,
  sealed bytea,
  valid_from timestamptz not null,
  retired_at timestamptz,
  revoked_at timestamptz,
  revoked_reason text,
  primary key (tenant_id, id)
);

-- Distributed by id. Who did what; appended only.
create table audit (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  detail jsonb not null default '{}',
  primary key (tenant_id, id)
);

-- Distributed by source and key (unpartitioned). The answer is kept beside the key in the same transaction.
create table idempotency (
  source text not null,
  key text not null,
  request_digest text not null,
  status integer,
  answer json,
  created_at timestamptz not null,
  primary key (source, key)
);
`;
