/**
 * From documents and captured EPCIS events to trace events: what waits to be read, which documents depend on each other, which say
 * nothing and why, and single events that were signed for themselves.
 */
export const up = `
alter table trace_events add column source text;
create index trace_events_by_source on trace_events (tenant_id, source) where source is not null;
-- Nothing asks for lots by the beginning of their name alone, and each lot paid for it.
drop index trace_lots_by_name;
create index trace_lots_by_age on trace_lots (tenant_id, made, lot_key);

-- Distributed by tenant_id. What came in and was not looked at yet; rows are short-lived.
create table trace_queue (
  tenant_id uuid not null,
  kind text not null check (kind in ('evidence', 'epcis')),
  ref text not null,
  primary key (tenant_id, kind, ref)
);

-- Distributed by name_key. Documents by the names through which what they say depends on each other.
create table trace_documents (
  tenant_id uuid not null,
  name_key uuid not null,
  digest text not null,
  primary key (tenant_id, name_key, digest)
);
create index trace_documents_by_digest on trace_documents (tenant_id, digest);

-- Distributed by source. Documents and captured events that should tell of lots and can't be read as such.
create table trace_unread (
  tenant_id uuid not null,
  source text not null,
  title text not null,
  at timestamptz not null,
  refusals text not null,
  primary key (tenant_id, source)
);
create index trace_unread_by_time on trace_unread (tenant_id, at desc, source);

-- Distributed by digest. Trace events that their signers signed one by one, as credentials.
create table trace_signed (
  tenant_id uuid not null,
  digest text not null,
  event_key uuid not null,
  received_at timestamptz not null,
  credential text not null,
  primary key (tenant_id, digest)
);
create index trace_signed_by_event on trace_signed (tenant_id, event_key);

insert into trace_queue (tenant_id, kind, ref)
  select tenant_id, 'evidence', digest from evidence where class = 'signed'
  union select tenant_id, 'evidence', digest from issued_credentials
  union select tenant_id, 'epcis', event_id from epcis_events;
`;
