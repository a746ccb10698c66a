/**
 * Issuers of the VC API with a key for each proof form, their status lists of every purpose and size, EPCIS captures and
 * events, OpenID4VP transactions, and the record of who was shown what.
 *
 * The tenant stands in every key. The comment above a table names the column a cluster would distribute by.
 */
export const up = `
-- Distributed by tenant_id: few rows. One issuer for each proof form; a rotated one stays, retired. Secret keys are sealed.
create table vc_issuers (
  tenant_id uuid not null,
  form text not null,
  did text not null,
  verification_method text not null,
  public_key text not null,
  sealed bytea,
  created_at timestamptz not null,
  retired_at timestamptz,
  primary key (tenant_id, form, did)
);
create unique index vc_issuers_active on vc_issuers (tenant_id, form) where retired_at is null;

-- Distributed by credential_id. What the VC API issued, and where its status stands.
create table vc_issued (
  tenant_id uuid not null,
  credential_id text not null,
  digest text not null,
  form text not null,
  issuer text not null,
  list_id uuid,
  status_index integer,
  issued_at timestamptz not null,
  pending_id uuid not null,
  primary key (tenant_id, credential_id, digest)
);

-- Distributed by list_id. The bits as they stand now, "size" of them for each entry. All purposes of one list share its places.
create table vc_status_lists (
  tenant_id uuid not null,
  list_id uuid not null,
  purpose text not null check (purpose in ('revocation', 'suspension', 'refresh', 'message')),
  form text not null,
  issuer text not null,
  size smallint not null check (size in (1, 2, 4, 8)),
  url text not null,
  opened_at timestamptz not null,
  version integer not null,
  bits bytea not null,
  signed json,
  signed_at timestamptz,
  primary key (tenant_id, list_id, purpose)
);
create index vc_status_lists_by_issuer on vc_status_lists (tenant_id, issuer, opened_at desc);
create index vc_status_lists_by_url on vc_status_lists (url);

-- Distributed by list_id. Places that are taken, drawn at random.
create table vc_status_entries (
  tenant_id uuid not null,
  list_id uuid not null,
  status_index integer not null,
  primary key (tenant_id, list_id, status_index)
);

-- Distributed by capture_id. One capture job of EPCIS 2.0, section 12.6.
create table epcis_captures (
  tenant_id uuid not null,
  capture_id uuid not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  behaviour text not null check (behaviour in ('rollback', 'proceed')),
  success boolean not null,
  running boolean not null,
  events integer not null,
  errors json not null,
  primary key (tenant_id, capture_id)
);
create index epcis_captures_by_time on epcis_captures (tenant_id, created_at desc, capture_id);

-- Distributed by event_id. Events as captured, with what queries look at beside them.
create table epcis_events (
  tenant_id uuid not null,
  event_id text not null,
  digest text not null,
  capture_id uuid not null,
  record_time timestamptz not null,
  event_time timestamptz not null,
  type text not null,
  action text,
  biz_step text,
  disposition text,
  read_point text,
  biz_location text,
  parent_id text,
  transformation_id text,
  epcs text[] not null,
  classes text[] not null,
  input_epcs text[] not null,
  input_classes text[] not null,
  output_epcs text[] not null,
  output_classes text[] not null,
  refs text[] not null,
  context json not null,
  event json not null,
  primary key (tenant_id, event_id)
);
create index epcis_events_by_time on epcis_events (tenant_id, event_time, event_id);
create index epcis_events_by_record on epcis_events (tenant_id, record_time, event_id);
create index epcis_events_by_object on epcis_events using gin (
  (epcs || classes || input_epcs || input_classes || output_epcs || output_classes));

-- Distributed by request_id. One presentation asked for by OpenID4VP; "answer" is what a wallet brought.
create table openid4vp_requests (
  tenant_id uuid not null,
  request_id uuid not null,
  purpose text not null,
  nonce text not null,
  query json not null,
  request text not null,
  encryption_key bytea,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  outcome text,
  answer json,
  primary key (tenant_id, request_id)
);
create index openid4vp_requests_by_id on openid4vp_requests (request_id);
create index openid4vp_requests_by_time on openid4vp_requests (tenant_id, created_at desc, request_id);

-- Distributed by digest. Credentials of vocabularies that the node recognizes, as they were received, with this node's verdict.
create table received_credentials (
  tenant_id uuid not null,
  digest text not null,
  type text not null,
  title text not null,
  issuer text not null,
  form text not null,
  verified boolean not null,
  verdict json not null,
  credential json not null,
  numbers text[] not null,
  search text not null,
  received_at timestamptz not null,
  received_by text not null,
  primary key (tenant_id, digest)
);
create index received_credentials_by_time on received_credentials (tenant_id, received_at desc, digest);
create index received_credentials_by_number on received_credentials using gin (numbers);

-- Distributed by digest. Which cases a received credential belongs to, and why.
create table credential_cases (
  tenant_id uuid not null,
  digest text not null,
  case_id uuid not null,
  reason text not null,
  linked_at timestamptz not null,
  primary key (tenant_id, digest, case_id)
);
create index credential_cases_by_case on credential_cases (tenant_id, case_id);

-- Distributed by token_hash. Codes on printed papers that lead to evidence; only the digest of a code is stored.
create table evidence_shares (
  tenant_id uuid not null,
  token_hash bytea not null,
  digest text not null,
  created_at timestamptz not null,
  created_by text not null,
  primary key (tenant_id, token_hash)
);

-- Distributed by digest. Who was shown or sent which document or credential, how, and why; appended only.
create table disclosures (
  tenant_id uuid not null,
  disclosure_id uuid not null,
  digest text not null,
  subject text not null,
  recipient text not null,
  way text not null,
  reason text not null,
  actor text not null,
  at timestamptz not null,
  primary key (tenant_id, disclosure_id)
);
create index disclosures_by_digest on disclosures (tenant_id, digest, at desc);
create index disclosures_by_time on disclosures (tenant_id, at desc, disclosure_id);
`;
