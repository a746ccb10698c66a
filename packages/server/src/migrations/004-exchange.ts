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
  recipients json not null,
  kind text not null,
  body bytea not null,
  pending_ids json not null,
  story boolean not null,
  created_at timestamptz not null,
  primary key (tenant_id, thread_id, notice_id)
);
-- A notice is gone within seconds: packing it would take longer than writing it.
alter table notices alter column body set storage external;
create index notices_by_age on notices (notice_id);

-- Distributed by thread_id. A request for information on one field, as each party holds it. A further round begins
-- when the agency turns to the exporter or producer.
create table requests (
  tenant_id uuid not null,
  thread_id uuid not null,
  request_id uuid not null,
  round integer not null,
  entry_number text not null,
  template text not null,
  subject text not null,
  title text not null,
  cite text not null,
  path text not null,
  about text not null,
  questions json not null,
  message text not null,
  confidential boolean not null,
  state text not null,
  holder_did text,
  routed_to json not null,
  from_did text not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  extended boolean not null,
  closed_at timestamptz,
  outcome text,
  story boolean not null,
  primary key (tenant_id, thread_id, request_id)
);
create index requests_by_due on requests (tenant_id, state, due_at);
create index requests_by_id on requests (tenant_id, request_id);

-- Distributed by thread_id. One answer to one round of a request: the key refuses the second.
create table request_answers (
  tenant_id uuid not null,
  thread_id uuid not null,
  request_id uuid not null,
  round integer not null,
  answered_by text not null,
  answered_at timestamptz not null,
  disclosure text not null check (disclosure in ('all', 'agency')),
  withheld boolean not null,
  message text,
  evidence json not null,
  envelope_digest text not null,
  primary key (tenant_id, thread_id, request_id, round)
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
  lines json not null,
  before text not null,
  after text not null,
  difference text not null,
  opened_at timestamptz not null,
  due_at timestamptz,
  answer text,
  agreed boolean,
  answered_at timestamptz,
  story boolean not null,
  primary key (tenant_id, thread_id, action_id)
);
create index actions_by_id on actions (tenant_id, action_id);
`;
