/** What organizations said once about the columns of their partners' spreadsheets. */
export const up = `
-- Distributed by fingerprint, which names a heading row. A mapping is one organization's own.
create table column_mappings (
  tenant_id uuid not null,
  fingerprint text not null,
  name text not null,
  mapping json not null,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (tenant_id, fingerprint)
);
`;
