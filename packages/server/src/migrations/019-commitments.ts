/** Masses committed of heats and of certificates' items: how much, by a source that names nobody. */
export const up = `
-- Distributed by tenant_id, an agency. What and by what are digests: no mill, order or customer can be read out of a row.
create table commitments (
  tenant_id uuid not null,
  of_digest text not null,
  source_digest text not null,
  -- Digest of the document that made it; rows of a replaced certificate are found by it.
  made_by text not null,
  kilograms numeric not null,
  told_by text not null,
  known_at timestamptz not null,
  primary key (tenant_id, of_digest, source_digest)
);
create index commitments_made_by on commitments (tenant_id, made_by);
`;
