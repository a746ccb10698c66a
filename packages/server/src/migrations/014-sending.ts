/** Documents that parties send each other, and agencies' registers as their nodes published them. */
export const up = `
-- Distributed by sending_id, which is the thread of its one envelope. What a tenant sent to whom.
create table sendings (
  tenant_id uuid not null,
  sending_id uuid not null,
  to_did text not null,
  documents json not null,
  digests text[] not null,
  note text,
  by_name text not null,
  actor text not null,
  sent_at timestamptz not null,
  answered_at timestamptz,
  withdrawn_at timestamptz,
  primary key (tenant_id, sending_id)
);
create index sendings_by_time on sendings (tenant_id, sent_at desc, sending_id);

-- On every shard. The newest trust register that an agency of another node has signed.
create table peer_registers (
  agency_did text primary key,
  as_of timestamptz not null,
  valid_until timestamptz not null,
  fetched_at timestamptz not null,
  digest text not null,
  signed json not null
);

-- On every shard. Its accreditations, each as verdicts need it.
create table peer_accreditations (
  agency_did text not null,
  did text not null,
  id text not null,
  name text not null,
  credential_type text not null,
  valid_from date not null,
  valid_until date,
  reason text not null,
  suspensions json not null,
  primary key (agency_did, did, id)
);
create index peer_accreditations_by_did on peer_accreditations (did);
`;
