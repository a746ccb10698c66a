/** With which imported tariff data the reference of a decision was put together. */
export const up = `
-- Distributed by digest. Written once, before anything is decided with the reference; what an item holds never changes.
create table decision_references (
  tenant_id uuid not null,
  digest text not null,
  program text not null,
  -- Names of what the operator had imported for the whole node, in the order in which they were put together.
  items text[] not null,
  first_used_at timestamptz not null,
  primary key (tenant_id, digest)
);
`;
