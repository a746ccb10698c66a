import type { LotTrace } from '@portolan/contract';
import type { Refusal } from '@portolan/kernel';
import {
  type Direction,
  type FlowEvent,
  isFlow,
  passedBetween,
  type TraceEvent,
  type TraceLimits,
  textOf,
  trace,
} from '@portolan/traceability';
import type { Queryable } from '../trade/store/bulk.ts';
import { readBody } from './body.ts';
import { storedEdges } from './edges.ts';
import { namesIn } from './ledger-events.ts';
import { holderView, lotsByKey, lotViews, type StoredLotRow } from './lot-rows.ts';

export interface TraceQuery extends TraceLimits {
  readonly directions: readonly Direction[];
}

/** The family of a lot: its lots by generation, the steps between them, and how much went from which into which. */
export async function traceView(
  db: Queryable,
  tenantId: string,
  row: StoredLotRow,
  { directions, ...limits }: TraceQuery,
): Promise<LotTrace> {
  const generations = new Map([[row.lot_key, 0]]);
  const eventKeys = new Set<string>();
  const cut: Refusal[] = [];
  for (const direction of directions) {
    const found = await trace(storedEdges(db, tenantId), [row.lot_key], direction, limits);
    for (const { lot, generation } of found.lots)
      if (!generations.has(lot)) generations.set(lot, direction === 'up' ? -generation : generation);
    for (const { event } of found.edges) eventKeys.add(event);
    if (found.cut) cut.push(found.cut);
  }
  const [lots, steps] = await Promise.all([
    lotsByKey(db, tenantId, [...generations.keys()]),
    stepsOf(db, tenantId, [...eventKeys, ...(await makers(db, tenantId, [...generations.keys()]))]),
  ]);
  const rows = [...lots.values()];
  const views = await lotViews(db, tenantId, rows);
  const names = await namesIn(
    db,
    steps.map(({ event }) => event),
  );
  const known = new Set(rows.map(({ lot }) => lot));
  return {
    lot: row.lot,
    lots: views.map(({ attributes: _, ...view }, index) => ({
      ...view,
      generation: generations.get(rows[index]?.lot_key ?? '') ?? 0,
    })),
    steps: steps.map(({ event, source }) => stepView(event, source, holderView(event.by, names))),
    links: steps.flatMap(({ event }) =>
      passedBetween(event)
        .filter(({ from, to }) => known.has(from) && (to === undefined || known.has(to)))
        .map(({ amount, ...passed }) => ({ ...passed, amount: textOf(amount) })),
    ),
    cut,
  };
}

function stepView(
  { id, kind, at, place, inputs, outputs, losses }: FlowEvent,
  source: string | null,
  by: LotTrace['steps'][number]['by'],
): LotTrace['steps'][number] {
  const side = (ends: FlowEvent['inputs']) => ends.map(({ lot, quantity }) => ({ lot, quantity }));
  return {
    ...{ event: id, kind, at, by },
    ...(place === undefined ? {} : { place }),
    ...{ inputs: side(inputs), outputs: side(outputs), losses },
    ...(source === null ? {} : { source }),
  };
}

/** The steps that made lots out of nothing: no edge leads to them, yet a family begins with them. */
async function makers(db: Queryable, tenantId: string, lots: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ event_key: string }>({
    name: 'trace-makers',
    text: `select distinct event_key from trace_ends
           where tenant_id = $1 and lot_key = any($2::uuid[]) and side = 'o' and others = '{}'`,
    values: [tenantId, lots],
  });
  return rows.map(({ event_key }) => event_key);
}

async function stepsOf(
  db: Queryable,
  tenantId: string,
  keys: readonly string[],
): Promise<{ event: FlowEvent; source: string | null }[]> {
  const { rows } = await db.query<{ body: string; source: string | null }>({
    name: 'trace-steps',
    text: 'select body, source from trace_events where tenant_id = $1 and event_key = any($2::uuid[])',
    values: [tenantId, keys],
  });
  return rows
    .map((row) => ({ event: readBody(row) as TraceEvent, source: row.source }))
    .filter((step): step is { event: FlowEvent; source: string | null } => isFlow(step.event))
    .sort((a, b) => (a.event.at === b.event.at ? 0 : a.event.at < b.event.at ? -1 : 1));
}
