import { ensureList } from '../../credentials/status/allocate.ts';
import { allTenants } from '../../exchange/tenants.ts';
import type { Tenant } from '../../platform/tenant.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { type TestNode, type TestNodeOptions, testNode } from '../../testing/index.ts';
import { accreditSigners } from '../sample/standing.ts';

export interface Community {
  readonly node: TestNode;
  /** Sample tenants by their short names. */
  readonly seats: ReadonlyMap<string, Tenant>;
  seat(slug: string): Tenant;
  /** Rows that a table holds for a tenant. */
  count(table: string, slug: string): Promise<number>;
}

/** A node with the sample community's seats, accreditations and status lists, and no story: nothing filed yet. */
export async function community(options: Pick<TestNodeOptions, 'clock'> = {}): Promise<Community> {
  const node = await testNode({ sample: 'seats', ...options });
  const { context } = node.areas.trade;
  const seats = new Map((await allTenants(context.pool)).map((tenant) => [tenant.slug, tenant]));
  await accreditSigners(context, seats);
  await withTransaction(context.pool, async (tx) => {
    for (const { id, did } of seats.values()) await ensureList(tx, id, did, 1);
  });
  const seat = (slug: string) => seats.get(slug) as Tenant;
  return {
    node,
    seats,
    seat,
    async count(table, slug) {
      const text = `select count(*)::int as rows from ${table} where tenant_id = $1`;
      const { rows } = await context.pool.query<{ rows: number }>(text, [seat(slug).id]);
      return rows[0]?.rows ?? 0;
    },
  };
}
