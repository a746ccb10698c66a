/**
 * Trace events, their lots and the ends where both meet. Keys are the first half of a SHA-256 of the name, so that an end is
 * small and lots spread evenly. A trace asks once a generation, for the ends of many lots at a time.
 *
 * The tenant stands in every key. The comment above a table names the column a cluster would distribute by.
 */
export const up = `
-- Distributed by event_key. Events as they were signed, with what the ledger says of each.
create table trace_events (
  tenant_id uuid not null,
  event_key uuid not null,
  state text not null check (state in ('accepted', 'refused', 'waiting', 'superseded')),
  known_at timestamptz not null,
  corrects_key uuid,
  refusals text,
  body text not null,
  primary key (tenant_id, event_key)
);
create index trace_events_corrections on trace_events (tenant_id, corrects_key) where corrects_key is not null;
create index trace_events_open on trace_events (tenant_id, state, known_at) where state <> 'accepted';

-- Distributed by lot_key. Amounts are whole numbers of 10^-15 of the lot's unit.
create table trace_lots (
  tenant_id uuid not null,
  lot_key uuid not null,
  lot text not null,
  commodity text not null,
  unit text not null,
  base text,
  pool boolean not null,
  made timestamptz not null,
  produced numeric(60, 0) not null,
  drawn numeric(60, 0) not null,
  last_drawn timestamptz,
  -- The newest log time of anything that touched the lot: an event that the log knew earlier may displace it.
  last_known timestamptz not null,
  owner text,
  custodian text,
  attributes text,
  primary key (tenant_id, lot_key)
);
create index trace_lots_by_name on trace_lots (tenant_id, lot text_pattern_ops);

-- Distributed by lot_key. Where an event touches a lot: i = took of it, o = put into it, s = measured it or passed it on.
create table trace_ends (
  tenant_id uuid not null,
  lot_key uuid not null,
  side "char" not null,
  at timestamptz not null,
  event_key uuid not null,
  amount numeric(60, 0),
  -- Lots at the other side of the step.
  others uuid[] not null,
  primary key (tenant_id, lot_key, side, at, event_key)
);

-- Distributed by lot_key. Events that don't count (refused, waiting, superseded) by the lots they name: when something about
-- a lot changes they are looked at again.
create table trace_mentions (
  tenant_id uuid not null,
  lot_key uuid not null,
  event_key uuid not null,
  primary key (tenant_id, lot_key, event_key)
);
`;
