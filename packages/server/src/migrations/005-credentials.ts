/**
 * Credentials issued by tenants, their status lists, keys of other parties, lists of other issuers, the trust register of
 * agencies, and challenges for presentations.
 *
 * Every table that belongs to a tenant carries it in each key. The comment above a table names the column a cluster would
 * distribute by: the aggregate (a digest, a list, a DID, an address), never the tenant alone.
 */
export const up = `
-- Distributed by digest. What a tenant signed; "state" mirrors the status lists for the tenant's own eyes.
create table issued_credentials (
  tenant_id uuid not null,
  digest text not null,
  type text not null,
  title text not null,
  search text not null,
  issued_at timestamptz not null,
  valid_until timestamptz,
  list_id text not null,
  status_index integer not null,
  state text not null check (state in ('valid', 'revoked', 'suspended')),
  state_reason text,
  state_at timestamptz,
  pending_id uuid not null,
  credential json not null,
  primary key (tenant_id, digest)
);
create index issued_credentials_by_time on issued_credentials (tenant_id, issued_at desc, digest desc);

-- Distributed by list_id. Bits that are taken, drawn at random; one index serves revocation and suspension.
create table status_entries (
  tenant_id uuid not null,
  list_id text not null,
  status_index integer not null,
  primary key (tenant_id, list_id, status_index)
);

-- Distributed by list_id. The bits as they stand now. A list belongs to the DID that issued the credentials on it.
create table status_lists (
  tenant_id uuid not null,
  list_id text not null,
  purpose text not null check (purpose in ('revocation', 'suspension')),
  number integer not null,
  issuer text not null,
  version integer not null,
  bits bytea not null,
  primary key (tenant_id, list_id, purpose)
);

-- Distributed by list_id. Every signed version that was ever published, appended only.
create table status_list_versions (
  tenant_id uuid not null,
  list_id text not null,
  purpose text not null,
  version integer not null,
  url text not null,
  verification_method text not null,
  valid_from timestamptz not null,
  digest text not null,
  pending_id uuid not null,
  signed json not null,
  primary key (tenant_id, list_id, purpose, version)
);

-- Distributed by did. Keys of parties elsewhere, with all that was ever seen: a key that vanished stays, revoked.
create table did_keys (
  did text not null,
  method text not null,
  multikey text not null,
  controller text not null,
  assertion boolean not null,
  authentication boolean not null,
  valid_from timestamptz,
  expires timestamptz,
  revoked timestamptz,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  primary key (did, method, multikey)
);

-- Distributed by url. The newest list of another issuer that this tenant was sent: an older one does not count any more.
create table seen_status_lists (
  tenant_id uuid not null,
  url text not null,
  issuer text not null,
  valid_from timestamptz not null,
  digest text not null,
  received_at timestamptz not null,
  signed json not null,
  primary key (tenant_id, url, issuer)
);

-- Distributed by did. The trust register of an agency: who may sign what, since when, and why.
create table accreditations (
  tenant_id uuid not null,
  did text not null,
  id uuid not null,
  name text not null,
  credential_type text not null,
  valid_from date not null,
  valid_until date,
  reason text not null,
  accredited_by text not null,
  accredited_at timestamptz not null,
  primary key (tenant_id, did, id)
);

-- Distributed by did. Times during which an accreditation was suspended; open while lifted_at is null.
create table accreditation_suspensions (
  tenant_id uuid not null,
  did text not null,
  accreditation_id uuid not null,
  suspended_at timestamptz not null,
  reason text not null,
  suspended_by text not null,
  lifted_at timestamptz,
  lift_reason text,
  lifted_by text,
  primary key (tenant_id, did, accreditation_id, suspended_at)
);

-- Distributed by challenge. A challenge is used once; the row stays until it is long expired.
create table presentation_challenges (
  tenant_id uuid not null,
  challenge text not null,
  domain text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, challenge)
);

create index keys_by_did on keys (did);
`;
