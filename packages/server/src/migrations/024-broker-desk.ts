/** A filer's desk: how clients pay, whom they trade with, how much their papers may differ; entry numbers; what became of an entry. */
export const up = `
alter table clients
  add column account text not null default 'importer' check (account in ('broker', 'importer')),
  add column statement_day integer check (statement_day between 1 and 23);

-- Distributed by importer_number. Whom a client trades with, as papers of earlier shipments or the filer said.
create table client_partners (
  tenant_id uuid not null,
  importer_number text not null,
  role text not null check (role in ('manufacturer', 'seller', 'consignee', 'carrier')),
  partner_key text not null,
  name text not null,
  -- Manufacturer identification code, or the carrier's SCAC.
  code text,
  did text,
  address json,
  -- Of sellers: related to the client (19 CFR 152.102(g)).
  related boolean,
  entries integer not null,
  -- Entry from which it was taken last; null for what was entered by hand.
  entry_number text,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (tenant_id, importer_number, role, partner_key)
);

-- Distributed by importer_number. How much papers of a client may differ, from a day on.
create table client_tolerances (
  tenant_id uuid not null,
  importer_number text not null,
  starts_on date not null,
  tolerances json not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (tenant_id, importer_number, starts_on)
);

-- Null where nobody set it: then the bank runs from the first serial of the node to the end of seven digits.
alter table entry_number_banks
  add column first_serial integer,
  add column last_serial integer,
  add column warn_below integer;

-- Distributed by entry_number. Numbers that are never given: spoiled, or used in another system.
create table entry_number_voids (
  tenant_id uuid not null,
  entry_number text not null,
  reason text not null,
  voided_at timestamptz not null,
  voided_by text not null,
  primary key (tenant_id, entry_number)
);

-- Distributed by case_id. How far an entry has come with the agency's own system, as its filer recorded it.
create table entry_progress (
  tenant_id uuid not null,
  case_id uuid not null,
  entry_number text not null,
  importer_number text not null,
  importer text not null,
  entry_type text not null,
  import_date date not null,
  entry_date date not null,
  -- US cents; null where nobody computed them.
  owed_cents bigint,
  released_on date,
  summary_on date,
  paid_on date,
  liquidated_on date,
  primary key (tenant_id, case_id)
);
create index entry_progress_unpaid on entry_progress (tenant_id, entry_date) where paid_on is null;
create index entry_progress_open on entry_progress (tenant_id, entry_date) where summary_on is null;

-- Distributed by case_id. What was recorded, each signed with the key of the organization; the latest of a kind counts.
create table entry_milestones (
  tenant_id uuid not null,
  case_id uuid not null,
  milestone_id uuid not null,
  kind text not null check (kind in ('released', 'summary', 'paid', 'liquidated', 'rejected')),
  happened_on date not null,
  note text not null,
  signed json not null,
  digest text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (tenant_id, case_id, milestone_id)
);
`;
