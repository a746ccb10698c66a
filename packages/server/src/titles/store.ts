import type { Delivery } from '@portolan/contract';
import type { Digest, Instant } from '@portolan/kernel';
import type { Queryable } from '../trade/store/bulk.ts';
import type { TitleState } from './rule.ts';

export interface TitleRow {
  readonly tenant_id: string;
  readonly title_digest: Digest;
  readonly home_did: string;
  readonly is_home: boolean;
  readonly holder_did: string;
  readonly seq: number;
  readonly state: TitleState['state'];
  readonly number: string;
  readonly goods: string;
  readonly updated_at: Instant;
}

export interface StepRow {
  readonly tenant_id: string;
  readonly title_digest: Digest;
  readonly seq: number;
  readonly kind: 'issue' | 'endorse' | 'surrender';
  readonly from_did: string;
  readonly to_did: string;
  readonly at: Instant;
  readonly order_digest: Digest | null;
}

/** An order with what the home has answered, as far as it has. */
export interface OrderRow {
  readonly title_digest: Digest;
  readonly thread_id: string;
  readonly seq: number;
  readonly kind: 'endorse' | 'surrender';
  readonly to_did: string;
  readonly to_name: string | null;
  readonly by_name: string;
  readonly at: Instant;
  readonly answer: Delivery | null;
  readonly last_error: string | null;
}

export async function readTitles(
  db: Queryable,
  names: readonly { readonly tenantId: string; readonly title: string }[],
): Promise<Map<string, TitleRow>> {
  const { rows } = await db.query<TitleRow>({
    name: 'titles-read',
    text: `select t.* from titles t join unnest($1::uuid[], $2::text[]) as given (tenant_id, title_digest)
           using (tenant_id, title_digest)`,
    values: [names.map(({ tenantId }) => tenantId), names.map(({ title }) => title)],
  });
  return new Map(rows.map((row) => [`${row.tenant_id} ${row.title_digest}`, row]));
}

export interface TitleQuery {
  readonly offset: number;
  readonly limit: number;
}

export async function listTitles(
  db: Queryable,
  tenantId: string,
  { offset, limit }: TitleQuery,
): Promise<{ readonly rows: readonly TitleRow[]; readonly total: number }> {
  const { rows } = await db.query<TitleRow & { total: number }>({
    name: 'titles-page',
    text: `select *, count(*) over ()::int as total from titles where tenant_id = $1
           order by updated_at desc, title_digest offset $2 limit $3`,
    values: [tenantId, offset, limit],
  });
  return { rows, total: rows[0]?.total ?? 0 };
}

/** Writes a new title; false when it stands already. */
export async function insertTitle(tx: Queryable, row: TitleRow): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'title-add',
    text: `insert into titles (tenant_id, title_digest, home_did, is_home, holder_did, seq, state, number, goods, updated_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    values: [
      ...[row.tenant_id, row.title_digest, row.home_did, row.is_home, row.holder_did],
      ...[row.seq, row.state, row.number, row.goods, row.updated_at],
    ],
  });
  return rowCount === 1;
}

/** Advances a title from the number that the decision was taken on; false when another was faster. */
export async function advance(
  tx: Queryable,
  { tenant_id, title_digest }: Pick<TitleRow, 'tenant_id' | 'title_digest'>,
  from: number,
  { seq, holder, state }: Pick<TitleState, 'seq' | 'holder' | 'state'>,
  at: Instant,
): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'title-advance',
    text: `update titles set seq = $4, holder_did = $5, state = $6, updated_at = $7
           where tenant_id = $1 and title_digest = $2 and seq = $3`,
    values: [tenant_id, title_digest, from, seq, holder, state, at],
  });
  return rowCount === 1;
}

export async function addSteps(tx: Queryable, rows: readonly StepRow[]): Promise<void> {
  await tx.query({
    name: 'title-steps-add',
    text: `insert into title_steps (tenant_id, title_digest, seq, kind, from_did, to_did, at, order_digest)
           select * from unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::text[])
           on conflict do nothing`,
    values: [
      rows.map((row) => row.tenant_id),
      rows.map((row) => row.title_digest),
      rows.map((row) => row.seq),
      rows.map((row) => row.kind),
      rows.map((row) => row.from_did),
      rows.map((row) => row.to_did),
      rows.map((row) => row.at),
      rows.map((row) => row.order_digest),
    ],
  });
}

/** The chains of some titles, each in order. */
export async function stepsOf(
  db: Queryable,
  tenantId: string,
  titles: readonly string[],
): Promise<StepRow[]> {
  const { rows } = await db.query<StepRow>({
    name: 'title-steps',
    text: 'select * from title_steps where tenant_id = $1 and title_digest = any($2) order by title_digest, seq',
    values: [tenantId, titles],
  });
  return rows;
}

export interface NewOrder {
  readonly tenantId: string;
  readonly title: string;
  readonly thread: string;
  readonly seq: number;
  readonly kind: OrderRow['kind'];
  readonly to: string;
  readonly byName: string;
  readonly at: Instant;
}

export async function insertOrder(tx: Queryable, order: NewOrder): Promise<void> {
  await tx.query({
    name: 'title-order-add',
    text: `insert into title_orders (tenant_id, title_digest, thread_id, seq, kind, to_did, by_name, at)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [
      ...[order.tenantId, order.title, order.thread, order.seq],
      ...[order.kind, order.to, order.byName, order.at],
    ],
  });
}

/** Orders for titles of a tenant, newest first, with what became of them. */
export async function ordersOf(
  db: Queryable,
  tenantId: string,
  titles: readonly string[],
): Promise<OrderRow[]> {
  const { rows } = await db.query<OrderRow>({
    name: 'title-orders',
    text: `select o.title_digest, o.thread_id::text, o.seq, o.kind, o.to_did, coalesce(t.name, p.name) as to_name, o.by_name,
             o.at, e.answer, b.last_error
           from title_orders o
           join envelopes e on (e.tenant_id, e.thread_id) = (o.tenant_id, o.thread_id) and e.direction = 'out'
           left join outbox b on (b.tenant_id, b.thread_id) = (o.tenant_id, o.thread_id)
           left join tenants t on t.did = o.to_did left join peers p on p.did = o.to_did
           where o.tenant_id = $1 and o.title_digest = any($2) order by o.at desc, o.thread_id`,
    values: [tenantId, titles],
  });
  return rows;
}
