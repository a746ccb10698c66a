/** A filer's clients: what it knows of an importer beside the papers of a shipment. */
export const up = `
-- Distributed by tenant_id.
create table clients (
  tenant_id uuid not null,
  importer_number text not null,
  name text not null,
  did text,
  bond_type text not null check (bond_type in ('0', '8', '9')),
  surety text,
  bond_amount bigint check (bond_amount > 0),
  payment text not null check (payment in ('daily', 'periodic', 'single')),
  note text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (tenant_id, importer_number)
);
create index clients_by_did on clients (tenant_id, did) where did is not null;
`;
