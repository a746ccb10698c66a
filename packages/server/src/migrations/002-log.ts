/**
 * The transparency log: what waits for its place, the leaves, the tree as tiles, the checkpoints.
 *
 * The log id stands in every key, and a cluster would distribute each table by it: a log is one aggregate, advanced by
 * one sequencer. Nothing is ever updated or deleted but the pending table, the right-most tiles and the head.
 */
export const up = `
-- Reference. Name and public key of a log are fixed when it is created.
create table logs (
  log_id integer primary key,
  origin text not null unique,
  note_key text not null,
  created_at timestamptz not null
);

-- Distributed by log_id. How far the log is, and the fence: only the holder of the newest epoch may write.
create table log_heads (
  log_id integer primary key,
  epoch bigint not null,
  size bigint not null
);

-- Distributed by log_id. Leaves of committed business transactions that have no index yet.
create table log_pending (
  log_id integer not null,
  ordinal bigint generated always as identity,
  pending_id uuid not null,
  kind text not null,
  digest bytea not null,
  stated_at timestamptz not null,
  salt bytea not null,
  entry bytea not null,
  primary key (log_id, ordinal)
);

-- Distributed by log_id.
create table log_leaves (
  log_id integer not null,
  leaf_index bigint not null,
  pending_id uuid not null,
  kind text not null,
  digest bytea not null,
  stated_at timestamptz not null,
  salt bytea not null,
  entry bytea not null,
  primary key (log_id, leaf_index),
  unique (log_id, pending_id)
);
create index log_leaves_by_digest on log_leaves (log_id, digest, stated_at);

-- Distributed by log_id. Hashes of C2SP tlog-tiles, 32 bytes each, 256 in a full tile; they do not compress.
create table log_tiles (
  log_id integer not null,
  level smallint not null,
  tile_index bigint not null,
  hashes bytea not null,
  primary key (log_id, level, tile_index)
);
alter table log_tiles alter column hashes set storage external;

-- Distributed by log_id. Every checkpoint that was ever published.
create table log_checkpoints (
  log_id integer not null,
  size bigint not null,
  root bytea not null,
  note text not null,
  epoch bigint not null,
  issued_at timestamptz not null,
  primary key (log_id, size)
);
`;
