/** Who may act for whom, requests to attesters, and agencies elsewhere whose policies an operator imported. */
export const up = `
-- Distributed by holder. Powers, delegations, officers and employees; the credentials stand in the evidence.
create table authority_links (
  tenant_id uuid not null,
  holder text not null,
  digest text not null,
  type text not null,
  giver text not null,
  parent text,
  received_at timestamptz not null,
  primary key (tenant_id, holder, digest)
);
create index authority_links_by_giver on authority_links (tenant_id, giver);
create index authority_links_by_digest on authority_links (tenant_id, digest);

-- Distributed by request. What a holder asked an attester, at both of them, and what came of it.
create table attestation_requests (
  tenant_id uuid not null,
  request_id uuid not null,
  side text not null,
  other text not null,
  type text not null,
  message text not null,
  document json not null,
  asked_at timestamptz not null,
  state text not null,
  answered_at timestamptz,
  reason text,
  attestation text,
  primary key (tenant_id, request_id)
);
create index attestation_requests_by_time on attestation_requests (tenant_id, asked_at desc);

-- On every shard. Agencies of other nodes whose published policies and acts an operator took over.
create table imported_agencies (
  did text primary key,
  name text not null,
  source text not null,
  imported_at timestamptz not null,
  published_at timestamptz not null,
  policies json not null,
  acts json not null
);
`;
