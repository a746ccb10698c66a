import { allTenants } from '../../exchange/tenants.ts';
import type { TestNode } from '../../testing/node.ts';
import { loadSampleParties } from '../sample.ts';

/** Gives the seats of a node what the sample community is known by: policy, attesters, attestations. No story is played. */
export async function makeKnown({ areas }: TestNode): Promise<void> {
  const { context } = areas.trade;
  const seats = new Map((await allTenants(context.pool)).map((tenant) => [tenant.slug, tenant]));
  await loadSampleParties(context, seats);
}
