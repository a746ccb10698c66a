/** Logs of other nodes whose receipts count as the time by which something was signed, and the receipts that came. */
export const up = `
-- On every shard. Logs that the operator trusts, with the furthest checkpoint that was seen and when: a leaf beyond it was
-- added later, whatever time it states.
create table trusted_logs (
  origin text primary key,
  note_key text not null,
  reason text not null,
  trusted_at timestamptz not null,
  withdrawn_at timestamptz,
  seen_size bigint not null default 0,
  seen_at timestamptz
);

-- Distributed by digest. Receipts of such logs, as a tenant was sent them; counted only while the log is trusted.
create table foreign_receipts (
  tenant_id uuid not null,
  digest text not null,
  origin text not null,
  stated_at timestamptz not null,
  received_at timestamptz not null,
  receipt json not null,
  primary key (tenant_id, digest, origin)
);
`;
