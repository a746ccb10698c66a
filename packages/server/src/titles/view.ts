import type { Title } from '@portolan/contract';
import type { Tenant } from '../platform/tenant.ts';
import type { TradeContext } from '../trade/context.ts';
import { type PartyNames, partyNames } from '../trade/entry/parties.ts';
import { type OrderRow, ordersOf, type StepRow, stepsOf, type TitleRow } from './store.ts';

/** A title as one organization may see it. */
export async function titleView(
  context: Pick<TradeContext, 'pool'>,
  tenant: Pick<Tenant, 'id' | 'did'>,
  row: TitleRow,
): Promise<Title> {
  const [view] = await titleViews(context, tenant, [row]);
  return view as Title;
}

/** Titles with their chains and what was ordered, as one organization may see them. */
export async function titleViews(
  { pool }: Pick<TradeContext, 'pool'>,
  tenant: Pick<Tenant, 'id' | 'did'>,
  rows: readonly TitleRow[],
): Promise<Title[]> {
  const titles = rows.map((row) => row.title_digest);
  const [steps, orders] = await Promise.all([
    stepsOf(pool, tenant.id, titles),
    ordersOf(pool, tenant.id, titles),
  ]);
  const names = await partyNames(pool, [
    ...rows.flatMap((row) => [row.home_did, row.holder_did]),
    ...steps.flatMap(({ from_did, to_did }) => [from_did, to_did]),
  ]);
  const [chains, asked] = [
    Map.groupBy(steps, (step) => step.title_digest),
    Map.groupBy(orders, (order) => order.title_digest),
  ];
  return rows.map((row) => {
    const own = asked.get(row.title_digest) ?? [];
    return {
      ...{ title: row.title_digest, number: row.number, goods: row.goods },
      ...{ home: names.ref(row.home_did), holder: names.ref(row.holder_did) },
      ...{ isHome: row.is_home, isHolder: row.holder_did === tenant.did, seq: row.seq },
      state: own.some((order) => isPending(order, row)) ? 'undetermined' : row.state,
      updatedAt: row.updated_at,
      steps: (chains.get(row.title_digest) ?? []).map((step) => stepView(step, names)),
      orders: own.map(orderView),
    };
  });
}

function stepView({ seq, kind, from_did, to_did, at, order_digest }: StepRow, names: PartyNames) {
  const parties = { from: names.ref(from_did), to: names.ref(to_did) };
  return { seq, kind, ...parties, at, ...(order_digest ? { order: order_digest } : {}) };
}

function orderView(order: OrderRow): Title['orders'][number] {
  return {
    ...{ seq: order.seq, kind: order.kind, to: order.to_did, toName: order.to_name ?? order.to_did },
    ...{ by: order.by_name, at: order.at, state: orderState(order) },
    ...(order.last_error ? { problem: order.last_error } : {}),
    refusals: [...(order.answer?.refusals ?? [])],
  };
}

/** The home has not answered, or its answer has not been followed by its word of the new state. */
function isPending({ answer, seq }: OrderRow, row: TitleRow): boolean {
  if (answer?.state === 'refused') return false;
  return seq > row.seq;
}

function orderState({ answer }: OrderRow): Title['orders'][number]['state'] {
  if (!answer) return 'waiting';
  return answer.state === 'refused' ? 'refused' : 'taken';
}
