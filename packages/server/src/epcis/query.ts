import type { EpcisQuery } from '@portolan/contract';
import { type Instant, type JsonObject, type JsonValue, ok, type Result, refused } from '@portolan/kernel';
import type { Pool } from 'pg';
import { epcisServiceCatalogue } from './catalogue.ts';
import { readToken, tokenOf } from './page.ts';
import { parameterRefusal, readTerms, type Term } from './query-terms.ts';

export interface EventPage {
  readonly events: readonly JsonObject[];
  readonly contexts: readonly JsonValue[];
  readonly next?: string;
}

interface Row {
  readonly event_id: string;
  readonly place: Instant;
  readonly event: JsonObject;
  readonly context: JsonValue;
}

const DEFAULT_PER_PAGE = 30;

/**
 * Runs SimpleEventQuery for a tenant, page by page, in the order of event or record time. Refuses unknown parameters, and with
 * maxEventCount a query that finds more than that; eventCountLimit cuts the answer instead (EPCIS 2.0, section 8.2.7.1).
 */
export async function queryEvents(
  pool: Pool,
  tenantId: string,
  query: EpcisQuery & Readonly<Record<string, unknown>>,
): Promise<Result<EventPage>> {
  const terms = readTerms(query);
  if (!terms.ok) return terms;
  const { eventCountLimit, maxEventCount, perPage = DEFAULT_PER_PAGE } = query;
  if (eventCountLimit !== undefined && maxEventCount !== undefined)
    return refused(parameterRefusal('maxEventCount', 'it stands beside eventCountLimit'));
  const after = readToken(query.nextPageToken, 3);
  if (!after.ok) return after;
  if (
    maxEventCount !== undefined &&
    (await count(pool, tenantId, terms.value, maxEventCount)) > maxEventCount
  )
    return refused(
      epcisServiceCatalogue.refuse('NODE_EPCIS_TOO_LARGE', { params: { limit: maxEventCount } }),
    );
  const seen = Number(after.value?.[2] ?? 0);
  const left = eventCountLimit === undefined ? perPage : Math.min(perPage, eventCountLimit - seen);
  if (left <= 0) return ok({ events: [], contexts: [] });
  const rows = await read(pool, tenantId, { terms: terms.value, query, after: after.value, limit: left + 1 });
  const page = rows.slice(0, left);
  const ended = rows.length <= left || (eventCountLimit !== undefined && seen + left >= eventCountLimit);
  const last = page.at(-1);
  return ok({
    events: page.map(({ event }) => event),
    contexts: page.map(({ context }) => context),
    ...(ended || !last ? {} : { next: tokenOf([last.place, last.event_id, seen + page.length]) }),
  });
}

interface Reading {
  readonly terms: readonly Term[];
  readonly query: EpcisQuery;
  readonly after: readonly string[] | undefined;
  readonly limit: number;
}

async function read(pool: Pool, tenantId: string, { terms, query, after, limit }: Reading): Promise<Row[]> {
  const column = query.orderBy === 'recordTime' ? 'record_time' : 'event_time';
  const descending = (query.orderDirection ?? 'DESC') === 'DESC';
  const { where, values } = conditions(tenantId, terms);
  const next = values.length + 1;
  const place = after ? ` and (${column}, event_id) ${descending ? '<' : '>'} ($${next}, $${next + 1})` : '';
  const order = descending ? 'desc' : 'asc';
  const { rows } = await pool.query<Row>(
    `select event_id, ${column} as place, event, context from epcis_events where ${where}${place}
     order by ${column} ${order}, event_id ${order} limit ${Math.trunc(limit)}`,
    after ? [...values, after[0], after[1]] : values,
  );
  return rows;
}

/** Counts no further than one beyond the limit. */
async function count(pool: Pool, tenantId: string, terms: readonly Term[], limit: number): Promise<number> {
  const { where, values } = conditions(tenantId, terms);
  const { rows } = await pool.query<{ found: number }>(
    `select count(*)::int as found from (select from epcis_events where ${where} limit ${Math.trunc(limit) + 1}) as limited`,
    values,
  );
  return rows[0]?.found ?? 0;
}

function conditions(tenantId: string, terms: readonly Term[]): { where: string; values: unknown[] } {
  const where = ['tenant_id = $1', ...terms.map(({ sql }, index) => sql(`$${index + 2}`))].join(' and ');
  return { where, values: [tenantId, ...terms.map(({ value }) => value)] };
}

/** One event by its name. */
export async function readEvent(pool: Pool, tenantId: string, eventId: string): Promise<Row | undefined> {
  const { rows } = await pool.query<Row>({
    name: 'epcis-event-one',
    text: `select event_id, event_time as place, event, context from epcis_events where tenant_id = $1 and event_id = $2`,
    values: [tenantId, eventId],
  });
  return rows[0];
}
