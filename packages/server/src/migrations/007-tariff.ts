/** Tariff data that was imported: further editions of the schedule, cases, exclusions, rates of exchange. */
export const up = `
-- Distributed by name. What an organization has imported for itself, or the operator for the whole node (tenant zero).
-- An item never changes: a mistake is withdrawn and stays on record, its name used up.
create table tariff_data (
  tenant_id uuid not null,
  name text not null,
  kind text not null,
  -- The dates and source that whoever imported it gave, in the shape of its kind.
  record json not null,
  rows integer not null,
  digest text not null,
  -- Gzip of the text that the digest is of.
  content bytea not null,
  file_name text not null,
  imported_by text not null,
  imported_at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  primary key (tenant_id, name)
);
alter table tariff_data alter column content set storage external;
`;
