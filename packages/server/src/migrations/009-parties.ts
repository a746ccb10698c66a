/**
 * Attestations about organizations as each tenant holds them, acts of oversight and policies of agencies, who watches whose
 * standing, and what they were told.
 *
 * Every table carries the tenant in each key. The comment above a table names the column a cluster would distribute by.
 */
export const up = `
-- Distributed by subject. What a tenant was given; "record" is the verified content that standings are computed from.
create table attestations (
  tenant_id uuid not null,
  subject text not null,
  digest text not null,
  issuer text not null,
  type text not null,
  kind text,
  name text not null,
  name_keys text[] not null,
  identifiers text[] not null,
  signed_at timestamptz not null,
  received_at timestamptz not null,
  received_from text not null,
  is_public boolean not null default false,
  record json not null,
  credential json not null,
  primary key (tenant_id, subject, digest)
);
create index attestations_by_issuer on attestations (tenant_id, issuer);
create index attestations_by_digest on attestations (digest);
create index attestations_by_name on attestations using gin (name_keys);
create index attestations_by_identifier on attestations using gin (identifiers);
create index attestations_public on attestations (subject) where is_public;

-- Distributed by id. Overrides, appeals and their decisions; accreditations stand in their own tables.
create table oversight_acts (
  tenant_id uuid not null,
  id text not null,
  at timestamptz not null,
  act text not null,
  subject text,
  record json not null,
  pending_id uuid not null,
  primary key (tenant_id, id)
);

-- Distributed by policy. Published versions never change.
create table standing_policies (
  tenant_id uuid not null,
  policy text not null,
  version text not null,
  effective_from date not null,
  digest text not null,
  published_at timestamptz not null,
  published_by text not null,
  reason text not null,
  record json not null,
  pending_id uuid not null,
  primary key (tenant_id, policy, version)
);

-- Distributed by subject. Who relies on whose standing, and what it was when last looked at.
create table standing_watches (
  tenant_id uuid not null,
  subject text not null,
  role text not null,
  publisher text not null,
  checked_at timestamptz not null,
  standing json not null,
  primary key (tenant_id, subject, role)
);

-- Distributed by subject. Changes that those who rely on a standing were told of.
create table standing_notices (
  tenant_id uuid not null,
  subject text not null,
  id uuid not null,
  at timestamptz not null,
  change json not null,
  primary key (tenant_id, subject, id)
);
create index standing_notices_by_time on standing_notices (tenant_id, at desc);
`;
