/**
 * Envelopes kept by digest, the outbox, requests for information (Form 28) and notices of action (Form 29).
 *
 * Everything of a thread is distributed by thread_id: a thread is what one party holds of one case.
 */
export const up = `
-- Distributed by thread_id. The signed messages a tenant sent and received. Resending finds the same row.
create table envelopes (
  tenant_id uuid not null,
  thread_id uuid not null,
  digest text not null,
  envelope_id text not null,
  direction text not null check (direction in ('in', 'out')),
  kind text not null,
  from_did text not null,
  to_did text not null,
  sent_at timestamptz not null,
  stored_at timestamptz not null,
  content bytea not null,
  answer json,
  primary key (tenant_id, thread_id, digest)
);
alter table envelopes alter column content set storage external;
create unique index envelopes_by_id on envelopes (tenant_id, thread_id, envelope_id);

-- On every shard. Other nodes, entered by an operator: an address is never taken from a message.
create table peers (
  did text primary key,
  name text not null,
  kind text not null check (kind in ('agency', 'trade')),
  base_url text not null,
  added_at timestamptz not null
);

-- Distributed by thread_id. Envelopes not yet taken by their receiver, retried with growing pauses.
create table outbox (
  tenant_id uuid not null,
  thread_id uuid not null,
  digest text not null,
  to_did text not null,
  attempts integer not null default 0,
  next_at timestamptz not null,
  last_error text,
  primary key (tenant_id, thread_id, digest)
);
create index outbox_due on outbox (next_at);

-- Distributed by thread_id. Parties who are owed receipts once the log has sequenced the leaves.
create table notices (
  tenant_id uuid not null,
  thread_id uuid not null,
  notice_id uuid not null,
  to_did text not null,
  kind text not null,
  body bytea not null,
  pending_ids json not null,
  story boolean not null,
  created_at timestamptz not null,
  primary key (tenant_id, thread_id, notice_id)
);
create index notices_by_age on notices (notice_id);

-- Distributed by thread_id. A request for information on one field, as each party holds it.
create table requests (
  tenant_id uuid not null,
  thread_id uuid not null,
  request_id uuid not null,
  parent_id uuid,
  entry_number text not null,
  template text not null,
  subject text not null,
  path text not null,
  questions json not null,
  message text not null,
  state text not null,
  holder_did text,
  routed_to json not null,
  from_did text not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  extended_to timestamptz,
  closed_at timestamptz,
  outcome text,
  primary key (tenant_id, thread_id, request_id)
);
create index requests_by_due on requests (tenant_id, state, due_at);

-- Distributed by thread_id. One answer to a request: the key refuses the second.
create table request_answers (
  tenant_id uuid not null,
  thread_id uuid not null,
  request_id uuid not null,
  answered_by text not null,
  answered_at timestamptz not null,
  sealed boolean not null,
  envelope_digest text not null,
  content json,
  primary key (tenant_id, thread_id, request_id)
);

-- Distributed by thread_id. Notice of action (Form 29), proposed or taken, with the duty both ways.
create table actions (
  tenant_id uuid not null,
  thread_id uuid not null,
  action_id uuid not null,
  entry_number text not null,
  kind text not null check (kind in ('proposed', 'taken')),
  state text not null,
  reason text not null,
  changes json not null,
  duty_before json not null,
  duty_after json not null,
  opened_at timestamptz not null,
  due_at timestamptz,
  answer json,
  answered_at timestamptz,
  primary key (tenant_id, thread_id, action_id)
);
`;
