import type { Instant } from '@portolan/kernel';
import type { Queryable } from '../trade/store/bulk.ts';

/** Another node: the party it speaks for, and where it is. Entered by an operator, never taken from a message. */
export interface Peer {
  readonly did: string;
  readonly name: string;
  readonly kind: 'agency' | 'trade';
  /** Origin of its HTTP interface, e.g. 'https://node.example'. */
  readonly baseUrl: string;
}

/** Enters or changes peers. */
export async function configurePeers(db: Queryable, peers: readonly Peer[], at: Instant): Promise<void> {
  await db.query(
    `insert into peers (did, name, kind, base_url, added_at)
     select did, name, kind, base_url, $5
     from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as given (did, name, kind, base_url)
     on conflict (did) do update set name = excluded.name, kind = excluded.kind, base_url = excluded.base_url`,
    [
      peers.map(({ did }) => did),
      peers.map(({ name }) => name),
      peers.map(({ kind }) => kind),
      peers.map(({ baseUrl }) => new URL(baseUrl).origin),
      at,
    ],
  );
}

/** The peers among some parties, by DID. */
export async function peersByDid(db: Queryable, dids: readonly string[]): Promise<Map<string, Peer>> {
  const { rows } = await db.query<{ did: string; name: string; kind: Peer['kind']; base_url: string }>({
    name: 'exchange-peers-by-did',
    text: 'select did, name, kind, base_url from peers where did = any($1)',
    values: [[...new Set(dids)]],
  });
  return new Map(rows.map(({ did, name, kind, base_url }) => [did, { did, name, kind, baseUrl: base_url }]));
}
