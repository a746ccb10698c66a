/**
 * Evidence, cases, drafts, entry numbers, filings and decisions.
 *
 * Every table carries its tenant in each key. The comment above a table names the column a cluster would
 * distribute by: the aggregate (a digest, a case, an entry number), never the tenant alone.
 */
export const up = `
-- Distributed by digest. What a tenant received: the exact bytes the digest is of, and this node's verdict.
create table evidence (
  tenant_id uuid not null,
  digest text not null,
  class text not null check (class in ('signed', 'imported')),
  type text not null,
  format text not null,
  file_name text,
  media_type text,
  content bytea not null,
  issuer text,
  verdict text,
  signed_at timestamptz,
  signed_source text,
  received_at timestamptz not null,
  received_from text not null,
  primary key (tenant_id, digest)
);
alter table evidence alter column content set storage external;
-- Most credentials fit into their row: one row written instead of three.
alter table evidence set (toast_tuple_target = 8160);
create index evidence_by_type on evidence (tenant_id, type, received_at desc);

-- Distributed by subject. What parties have put on record: powers of attorney (of a grantor, for a grantee) and
-- identities of organizations (other is empty).
create table standing (
  tenant_id uuid not null,
  subject text not null,
  other text not null,
  type text not null,
  digest text not null,
  valid_from date not null,
  valid_until date,
  primary key (tenant_id, subject, other, type, digest)
);

-- Distributed by case_id. One tenant's dossier of a thread; the case carries the thread's own id.
create table cases (
  tenant_id uuid not null,
  case_id uuid not null,
  face text not null check (face in ('filer', 'agency', 'party', 'holder')),
  program text not null,
  state text not null,
  entry_number text,
  title text not null,
  filer_did text not null,
  importer_did text,
  importer_number text,
  agency_did text not null,
  holders json not null,
  next_mover text not null,
  due_at timestamptz,
  search text not null,
  summary json not null,
  story_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, case_id)
);
create index cases_by_update on cases (tenant_id, updated_at desc, case_id desc);
create index cases_by_state on cases (tenant_id, state, updated_at desc, case_id desc);
create index cases_by_importer on cases (tenant_id, importer_number, created_at);
create index cases_by_entry on cases (tenant_id, entry_number);

-- Distributed by case_id. Which evidence stands in which case. "sealed": disclosed to this tenant alone.
create table case_evidence (
  tenant_id uuid not null,
  case_id uuid not null,
  digest text not null,
  position integer not null,
  sealed boolean not null default false,
  added_at timestamptz not null,
  added_by text not null,
  primary key (tenant_id, case_id, digest)
);
create index case_evidence_by_digest on case_evidence (tenant_id, digest);

-- Distributed by case_id. What a filer answered itself, by JSON pointer into the entry.
create table drafts (
  tenant_id uuid not null,
  case_id uuid not null,
  typed json not null,
  refused_files json not null,
  -- Findings that the draft once had: what was mended before filing.
  caught json not null,
  revision integer not null,
  primary key (tenant_id, case_id)
);

-- Distributed by filer_code. The next serial of a filer's own entry numbers.
create table entry_number_banks (
  tenant_id uuid not null,
  filer_code text not null,
  next_serial integer not null,
  primary key (tenant_id, filer_code)
);

-- Distributed by entry_number. An entry number is used once: the key refuses the second filing of it.
create table entry_numbers (
  tenant_id uuid not null,
  entry_number text not null,
  case_id uuid not null,
  taken_at timestamptz not null,
  primary key (tenant_id, entry_number)
);

-- Distributed by case_id. A filing as it was sent: entry, provenance and the digests of its evidence. A correction
-- is a further version.
create table filings (
  tenant_id uuid not null,
  case_id uuid not null,
  version integer not null,
  entry_number text not null,
  envelope_digest text not null,
  filed_at timestamptz not null,
  received_at timestamptz not null,
  -- By the node's own clock, also where a story has another date.
  stored_at timestamptz not null,
  receipted_at timestamptz,
  dossier bytea not null,
  dossier_digest text not null,
  measures json not null,
  primary key (tenant_id, case_id, version)
);
alter table filings alter column dossier set storage external;
create index filings_by_receipt on filings (tenant_id, received_at);

-- Distributed by case_id. Signed decisions in order, with what a replay recomputes from. The key makes a second
-- decision of one step impossible.
create table decisions (
  tenant_id uuid not null,
  case_id uuid not null,
  step integer not null,
  version integer not null,
  digest text not null,
  outcome text not null,
  decided_by text not null,
  reason text not null,
  decided_at timestamptz not null,
  known_at timestamptz not null,
  rule_version text not null,
  reference_digest text not null,
  observations bytea not null,
  observations_digest text not null,
  -- Absent where a party computes it again from what it holds.
  evaluation bytea,
  evaluation_digest text not null,
  -- At a party: the agency's verdicts on the evidence and its time of receipt.
  verdicts json,
  document bytea not null,
  primary key (tenant_id, case_id, step)
);
alter table decisions alter column observations set storage external;
alter table decisions alter column evaluation set storage external;
alter table decisions alter column document set storage external;

-- Distributed by envelope_digest. A refused filing leaves its refusals and nothing else.
create table refused_filings (
  tenant_id uuid not null,
  envelope_digest text not null,
  from_did text not null,
  refusals json not null,
  refused_at timestamptz not null,
  primary key (tenant_id, envelope_digest)
);

-- Distributed by claim_key. One invoice line claimed once: the agency looks here for the second claim.
create table claims (
  tenant_id uuid not null,
  claim_key text not null,
  case_id uuid not null,
  entry_number text not null,
  line integer not null,
  claimed_at timestamptz not null,
  primary key (tenant_id, claim_key, case_id)
);

-- Distributed by case_id. What happened, in order, with words left to the reader's language.
create table timeline (
  tenant_id uuid not null,
  case_id uuid not null,
  event_id uuid not null,
  at timestamptz not null,
  kind text not null,
  actor text not null,
  detail json not null,
  primary key (tenant_id, case_id, event_id)
);

-- Distributed by case_id. Log leaves of a case: the receipt is in this node's log, or in the envelope of a notice.
create table case_leaves (
  tenant_id uuid not null,
  case_id uuid not null,
  digest text not null,
  kind text not null,
  title text not null,
  pending_id text,
  notice_digest text,
  primary key (tenant_id, case_id, digest)
);

-- Distributed by case_id. Entries waiting for an officer, with the facts that targeting rules look at.
create table officer_queue (
  tenant_id uuid not null,
  case_id uuid not null,
  facts json not null,
  entered_at timestamptz not null,
  due_at timestamptz,
  primary key (tenant_id, case_id)
);

-- Distributed by rule_id. Targeting is data with dates: what to look at, why, and how much it weighs.
create table targeting_rules (
  tenant_id uuid not null,
  rule_id uuid not null,
  name text not null,
  subject text not null,
  value text not null,
  weight integer not null,
  refers boolean not null,
  reason text not null,
  valid_from date not null,
  valid_until date,
  created_by text not null,
  created_at timestamptz not null,
  primary key (tenant_id, rule_id)
);

-- Distributed by register_id. Answers to the questions of a trial's legal and policy registers.
create table register_answers (
  tenant_id uuid not null,
  program text not null,
  register_id text not null,
  answer text not null,
  owner text not null,
  status text not null,
  updated_by text not null,
  updated_at timestamptz not null,
  primary key (tenant_id, program, register_id)
);
`;
