/** Negotiable bills of lading as titles: each has one home that alone advances it; every other holder keeps a copy. */
export const up = `
-- Distributed by title_digest. A title as its home has it, or as its home last told it.
create table titles (
  tenant_id uuid not null,
  title_digest text not null,
  home_did text not null,
  is_home boolean not null,
  holder_did text not null,
  seq integer not null check (seq > 0),
  state text not null check (state in ('live', 'surrendered')),
  number text not null,
  goods text not null,
  updated_at timestamptz not null,
  primary key (tenant_id, title_digest)
);
create index titles_by_time on titles (tenant_id, updated_at desc, title_digest);

-- Distributed by title_digest. The chain: a number of a title is taken once, which is what makes a second sale impossible.
create table title_steps (
  tenant_id uuid not null,
  title_digest text not null,
  seq integer not null,
  kind text not null check (kind in ('issue', 'endorse', 'surrender')),
  from_did text not null,
  to_did text not null,
  at timestamptz not null,
  order_digest text,
  primary key (tenant_id, title_digest, seq)
);

-- Distributed by title_digest. What a holder asked the home to do; the answer stands with the envelope.
create table title_orders (
  tenant_id uuid not null,
  title_digest text not null,
  thread_id uuid not null,
  seq integer not null,
  kind text not null check (kind in ('endorse', 'surrender')),
  to_did text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (tenant_id, title_digest, thread_id)
);
`;
