import { expectOk } from '@portolan/kernel';
import { addMember, addPeer, addTenant, addToken } from '@portolan/server/platform';
import { type TestNode, testNode } from '@portolan/server/testing';

/** An organization of a test with somebody who acts for it by a token. */
export interface Seat {
  readonly did: string;
  readonly name: string;
  readonly node: TestNode;
  readonly token: string;
}

export interface TwoNodes {
  readonly trade: TestNode;
  readonly customs: TestNode;
  /** By slug; that of the agency is `agency`. */
  readonly seats: ReadonlyMap<string, Seat>;
  close(): Promise<void>;
}

/** A node of trade with these organizations, by slug with their roles, and a node of an agency; each knows all parties of the other. */
export async function openTwoNodes(trades: Readonly<Record<string, readonly string[]>>): Promise<TwoNodes> {
  const [trade, customs] = await Promise.all([testNode({ sample: false }), testNode({ sample: false })]);
  const seats = new Map<string, Seat>();
  for (const [slug, roles] of Object.entries(trades))
    seats.set(slug, await seat(trade, slug, 'trade', roles));
  seats.set('agency', await seat(customs, 'agency', 'agency', ['agency']));
  for (const [slug, { did, name, node }] of seats) {
    const other = node === trade ? customs : trade;
    const kind = slug === 'agency' ? ('agency' as const) : ('trade' as const);
    expectOk(await addPeer(other.context as never, { did, name, kind, baseUrl: node.url }));
  }
  return {
    ...{ trade, customs, seats },
    async close() {
      await customs.close();
      await trade.close();
    },
  };
}

async function seat(
  node: TestNode,
  slug: string,
  kind: 'agency' | 'trade',
  roles: readonly string[],
): Promise<Seat> {
  const name = `Sample ${slug}`;
  const { did } = expectOk(await addTenant(node.context, { slug, name, kind, roles: [...roles] }));
  const role = kind === 'agency' ? ('lead' as const) : ('signer' as const);
  const { member } = expectOk(await addMember(node.context, { tenant: slug, name: 'Sample member', role }));
  const scopes = ['read', 'file', 'sign', 'decide'] as const;
  const made = await addToken(node.context, { tenant: slug, memberId: member.id, label: 'test', scopes });
  return { did, name, node, token: expectOk(made).token };
}
