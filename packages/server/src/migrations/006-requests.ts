/**
 * Requests and actions as facts with a revision: whoever holds a copy takes the newest that arrives, in whatever order
 * messages come. A request's state is not stored; it follows from its answers, its term and the time of reading.
 */
export const up = `
drop index requests_by_due;
alter table requests
  drop column state,
  drop column extended,
  -- Number of the entry's line; null for a field of the whole entry.
  add column line integer,
  add column revision integer not null default 1,
  -- Calendar days that each round gives.
  add column term_days integer not null default 30,
  -- When the answer is due where more time was granted than due_at gave.
  add column extended_to timestamptz,
  -- More time that a party has asked for, until it is granted or answered.
  add column extension_by text,
  add column extension_days integer;
create index requests_by_due on requests (tenant_id, closed_at, due_at);

alter table actions
  add column revision integer not null default 1,
  add column answered_by text;
create index actions_by_due on actions (tenant_id, state, due_at);
`;
