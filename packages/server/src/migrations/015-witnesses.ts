/** Witnesses: whose cosignatures count here, whose logs this node cosigns, and who cosigns its own. */
export const up = `
-- A trusted key may be a log's, whose receipts count, or a witness's, whose cosignatures count on receipts of any log.
alter table trusted_logs add column kind text not null default 'log' check (kind in ('log', 'witness'));

-- On every shard. Logs of other nodes that this one cosigns, with the largest checkpoint it has cosigned: it never signs one
-- that does not continue it.
create table log_witnessed (
  origin text primary key,
  note_key text not null,
  reason text not null,
  added_at timestamptz not null,
  withdrawn_at timestamptz,
  size bigint not null default 0,
  root bytea,
  cosigned_at timestamptz
);

-- Distributed by log_id. Witnesses that this node hands its checkpoints to.
create table log_witnesses (
  log_id integer not null,
  name text not null,
  note_key text not null,
  prefix text not null,
  added_at timestamptz not null,
  withdrawn_at timestamptz,
  size bigint not null default 0,
  cosigned_at timestamptz,
  last_error text,
  primary key (log_id, name)
);

-- Distributed by log_id. Cosignatures as lines of a signed note, which go with the checkpoint of that size.
create table log_cosignatures (
  log_id integer not null,
  size bigint not null,
  witness text not null,
  line text not null,
  witnessed_at timestamptz not null,
  primary key (log_id, size, witness)
);
`;
