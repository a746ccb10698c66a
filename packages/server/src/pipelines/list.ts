import type { PipelineLine, PipelineMonthSummary } from '@portolan/contract';
import type { Instant } from '@portolan/kernel';
import { background } from '../platform/background.ts';
import type { Tenant } from '../platform/tenant.ts';
import type { TradeContext } from '../trade/context.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import type { LineRow } from './lines.ts';
import { monthOf } from './months.ts';
import { headFor } from './open-month.ts';
import { keepSummary, type Summary, summaryOf } from './summary.ts';

interface ListRow extends LineRow {
  readonly month: string | null;
  readonly months: number;
  readonly computed_at: Instant | null;
  readonly summary: Summary | null;
  readonly total: number;
}

/** So many stale months are counted anew before a list is answered; the others follow beside requests. */
const AT_ONCE = 4;

/** Papers of a month, what became of its drafts, and the day on which it was counted: with another of these it is counted again. */
const STAMP = `concat_ws(' ', (select sum(n.papers) from pipeline_counts n
  where n.tenant_id = $1 and n.line in (l.line, '') and n.month in (l.month, '')),
  (select string_agg(c.state, ' ' order by c.case_id) from pipeline_entries e
   join cases c on c.tenant_id = e.tenant_id and c.case_id = e.case_id
   where e.tenant_id = $1 and e.line = l.line and e.month = l.month), $2::text)`;

const LATEST = `select l.*, c.month, c.months from pipeline_lines l
  left join lateral (select max(month) as month, count(*)::integer as months from pipeline_counts c
    where c.tenant_id = l.tenant_id and c.line = l.line and c.month <> '' and c.own > 0) c on true
  where l.tenant_id = $1`;

interface Stale {
  readonly line: string;
  readonly month: string;
  readonly stamp: string;
}

/** Lines of a tenant: worst imbalance first, then most days without a ticket, then most findings that weigh. */
export async function listLines(
  context: TradeContext,
  tenant: Tenant,
  { q = '', offset, limit }: { readonly q?: string; readonly offset: number; readonly limit: number },
): Promise<{ readonly items: PipelineLine[]; readonly total: number }> {
  await countStale(context, tenant, staleLatest);
  const pattern = `%${q
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  const { rows } = await context.pool.query<ListRow>({
    name: 'pipeline-list',
    text: `select l.line, l.name, l.operator_did, l.operator_name, l.commodity, l.month, l.months, m.computed_at, m.summary,
             count(*) over ()::integer as total
           from (${LATEST}) l
           left join pipeline_months m on m.tenant_id = l.tenant_id and m.line = l.line and m.month = l.month
           where lower(concat_ws(' ', l.name, l.line, l.operator_name)) like $2
           order by coalesce(m.imbalance, 0) desc, coalesce(m.gaps, 0) desc, coalesce(m.findings, 0) desc, l.line
           offset $3 limit $4`,
    values: [tenant.id, pattern, offset, limit],
  });
  return { items: rows.map((row) => lineView(row, tenant)), total: rows[0]?.total ?? 0 };
}

function lineView(row: ListRow, tenant: Tenant): PipelineLine {
  const { line, name, operator_did: did, operator_name, commodity, month, months, summary } = row;
  const role =
    did === tenant.did ? 'operator' : tenant.kind === 'agency' ? 'agency' : (summary?.role ?? 'party');
  return {
    ...{ line, name: name ?? line, role, months },
    ...(did === null ? {} : { operator: { did, name: operator_name ?? did } }),
    ...(commodity === null ? {} : { commodity }),
    ...(month === null ? {} : { latest: summaryView({ ...row, month }) }),
  };
}

function summaryView({
  month,
  computed_at,
  summary,
}: Pick<ListRow, 'computed_at' | 'summary'> & { readonly month: string }): PipelineMonthSummary {
  return {
    month,
    ...(computed_at === null ? {} : { computedAt: computed_at }),
    ...(summary ? { counted: summary.counted } : {}),
  };
}

/** Months of a line of which papers are held, newest first. */
export async function listMonths(
  context: TradeContext,
  tenant: Tenant,
  line: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly items: PipelineMonthSummary[]; readonly total: number }> {
  await countStale(context, tenant, (db, day) => staleOf(db, tenant.id, day, line));
  const { rows } = await context.pool.query<Omit<ListRow, 'month'> & { month: string }>({
    name: 'pipeline-months',
    text: `select c.month, m.computed_at, m.summary, count(*) over ()::integer as total from pipeline_counts c
           left join pipeline_months m on m.tenant_id = c.tenant_id and m.line = c.line and m.month = c.month
           where c.tenant_id = $1 and c.line = $2 and c.month <> '' and c.own > 0 order by c.month desc offset $3 limit $4`,
    values: [tenant.id, line, offset, limit],
  });
  return { items: rows.map(summaryView), total: rows[0]?.total ?? 0 };
}

type FindStale = (db: Queryable, day: string, tenantId: string) => Promise<Stale[]>;

async function staleLatest(db: Queryable, day: string, tenantId: string): Promise<Stale[]> {
  const { rows } = await db.query<Stale>({
    name: 'pipeline-stale',
    text: `select l.line, l.month, ${STAMP} as stamp from (${LATEST}) l
           left join pipeline_months m on m.tenant_id = l.tenant_id and m.line = l.line and m.month = l.month
           where l.month is not null and m.stamp is distinct from ${STAMP} order by m.computed_at nulls first, l.line`,
    values: [tenantId, day],
  });
  return rows;
}

async function staleOf(db: Queryable, tenantId: string, day: string, line: string): Promise<Stale[]> {
  const { rows } = await db.query<Stale>({
    name: 'pipeline-stale-months',
    text: `select l.line, l.month, ${STAMP} as stamp from pipeline_counts l
           left join pipeline_months m on m.tenant_id = l.tenant_id and m.line = l.line and m.month = l.month
           where l.tenant_id = $1 and l.line = $3 and l.month <> '' and l.own > 0
             and m.stamp is distinct from ${STAMP} order by l.month desc`,
    values: [tenantId, day, line],
  });
  return rows;
}

interface Owed {
  readonly context: TradeContext;
  readonly tenant: Tenant;
  readonly stale: readonly Stale[];
}

const owed = new WeakMap<object, Owed[]>();
const counting = background<TradeContext>(
  async (context) => {
    const waiting = owed.get(context.pool) ?? [];
    for (let next = waiting.shift(); next; next = waiting.shift())
      for (const stale of next.stale) await count(next.context, next.tenant, stale);
  },
  { waits: 'the counting of months waits', afterFailureMs: 5000 },
);

/** Resolves when no month is being counted beside requests. */
export const pipelinesIdle = counting.idle;

async function countStale(context: TradeContext, tenant: Tenant, find: FindStale): Promise<void> {
  const stale = await find(context.pool, context.clock.now().slice(0, 10), tenant.id);
  for (const one of stale.slice(0, AT_ONCE)) await count(context, tenant, one);
  if (stale.length <= AT_ONCE) return;
  const waiting = owed.get(context.pool) ?? [];
  owed.set(context.pool, waiting);
  waiting.push({ context, tenant, stale: stale.slice(AT_ONCE) });
  counting.nudge(context);
}

async function count(context: TradeContext, tenant: Tenant, { line, month, stamp }: Stale): Promise<void> {
  const found = await monthOf(context, tenant.id, line, month);
  const summary = found.ok ? summaryOf(headFor(tenant, found.value)) : undefined;
  const key = { tenantId: tenant.id, line, month };
  await keepSummary(context.pool, key, stamp, context.clock.now(), summary);
}
