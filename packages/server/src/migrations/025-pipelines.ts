/**
 * Papers of pipelines, by what they are found by: their line and month, and the lots that they fill, take from or are about.
 * A month is computed from them on demand; what lists show of it is kept with the stamp of the papers that it was computed from.
 *
 * The tenant stands in every key. The comment above a table names the column a cluster would distribute by.
 */
export const up = `
-- Distributed by line. What the node knows of a line before a month is computed.
create table pipeline_lines (
  tenant_id uuid not null,
  line text not null,
  name text,
  operator_did text,
  operator_name text,
  commodity text,
  primary key (tenant_id, line)
);

-- Distributed by digest, which is that of what the issuer signed, however much of it is shown: "held" is the digest of what the
-- tenant has, "body" the document as evidence, without its verdict. "status_list" holds pairs of a status list and what is added to
-- "status_index" there.
create table pipeline_papers (
  tenant_id uuid not null,
  digest text not null,
  held text not null,
  type text not null,
  number text not null,
  issuer text not null,
  known_at timestamptz not null,
  begins_at timestamptz,
  status_list text not null,
  status_index integer not null,
  body text not null,
  primary key (tenant_id, digest)
);
create index pipeline_papers_by_time on pipeline_papers (tenant_id, type, begins_at);
create index pipeline_papers_by_number on pipeline_papers (tenant_id, type, number);

-- Distributed by line. Where a paper belongs; line is empty for papers that are found by their lots, month for those of all time.
create table pipeline_places (
  tenant_id uuid not null,
  line text not null,
  month text not null,
  digest text not null,
  primary key (tenant_id, line, month, digest)
);

-- Distributed by lot_key. Which papers fill a lot (m), take from it (t), or are about it (s).
create table pipeline_lots (
  tenant_id uuid not null,
  lot_key uuid not null,
  side "char" not null,
  digest text not null,
  month text not null,
  primary key (tenant_id, lot_key, side, digest)
);
create index pipeline_lots_by_paper on pipeline_lots (tenant_id, digest);

-- Distributed by line. How many papers belong somewhere, a fuller one counted again: where none was added, nothing has to be computed.
create table pipeline_counts (
  tenant_id uuid not null,
  line text not null,
  month text not null,
  papers integer not null,
  -- Without those of neighbouring months that only may belong here.
  own integer not null,
  primary key (tenant_id, line, month)
);

-- Distributed by line. What lists show of a month, as it was last computed.
create table pipeline_months (
  tenant_id uuid not null,
  line text not null,
  month text not null,
  stamp text not null,
  computed_at timestamptz not null,
  -- Imbalance in thousandths of what is allowed, days without a ticket, findings that refuse or weigh: what is worst comes first.
  imbalance integer not null,
  gaps integer not null,
  findings integer not null,
  summary json not null,
  primary key (tenant_id, line, month)
);

-- Distributed by line. Drafts that were made of a month, by owner and period.
create table pipeline_entries (
  tenant_id uuid not null,
  line text not null,
  month text not null,
  owner_did text not null,
  from_day date not null,
  to_day date not null,
  case_id uuid not null,
  volumes json not null,
  primary key (tenant_id, line, month, owner_did, from_day, to_day, case_id)
);

-- Distributed by digest. Credentials of public vocabularies about a line, a batch or a ticket, by the words that name it.
create table pipeline_received (
  tenant_id uuid not null,
  name_key text not null,
  digest text not null,
  month text not null,
  primary key (tenant_id, name_key, digest, month)
);
`;
