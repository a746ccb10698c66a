/** Rights that organizations passed on, what was taken back of them, and what was done under them; what was sent by time. */
export const up = `
-- Distributed by capability_id. Capabilities that a tenant gave (Authorization Capabilities 0.3).
create table capabilities (
  tenant_id uuid not null,
  capability_id text not null,
  controller text not null,
  target text not null,
  expires timestamptz not null,
  created_at timestamptz not null,
  created_by text not null,
  reason text not null,
  capability json not null,
  primary key (tenant_id, capability_id)
);
create index capabilities_by_time on capabilities (tenant_id, created_at desc, capability_id);

-- Distributed by capability_id. Capabilities taken back, those too that others made from them: of these only the id is known.
create table capability_revocations (
  tenant_id uuid not null,
  capability_id text not null,
  revoked_at timestamptz not null,
  revoked_by text not null,
  reason text not null,
  primary key (tenant_id, capability_id)
);

-- Distributed by signature. What was done under capabilities; a signature counts once.
create table capability_uses (
  tenant_id uuid not null,
  signature bytea not null,
  capability_id text not null,
  chain text[] not null,
  invoker text not null,
  action text not null,
  target text not null,
  at timestamptz not null,
  primary key (tenant_id, signature)
);
create index capability_uses_by_chain on capability_uses using gin (chain);
create index capability_uses_by_time on capability_uses (tenant_id, at desc);

-- What was sent to whom, newest first.
create index envelopes_sent on envelopes (tenant_id, sent_at desc, digest) where direction = 'out';
`;
