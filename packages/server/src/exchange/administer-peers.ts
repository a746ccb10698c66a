import { ok, type Result, refused } from '@portolan/kernel';
import { learnKeys } from '../credentials/trust/learn-keys.ts';
import { type AdminContext, type OperatorContext, operator } from '../platform/admin/context.ts';
import { audit } from '../platform/audit.ts';
import { nodeTenantId } from '../platform/node-tenant.ts';
import { askForCommitments } from '../trade/commitments/ask.ts';
import { exchangeCatalogue } from './catalogue.ts';
import { configurePeers, type Peer } from './peers.ts';

const DID = /^did:[a-z0-9]+:\S+$/;

/**
 * Enters a party of another node and where that node is; entering it again changes the address. The keys of a did:web are
 * fetched from its own address, or read from the document that was handed over.
 */
export async function addPeer(
  context: OperatorContext,
  peer: Peer,
  document?: string,
): Promise<Result<Peer>> {
  const { pool, clock } = context;
  const origin = originOf(peer.baseUrl);
  if (origin === undefined)
    return refused(
      exchangeCatalogue.refuse('NODE_PEER_ADDRESS', { path: '/baseUrl', params: { url: peer.baseUrl } }),
    );
  if (!DID.test(peer.did))
    return refused(exchangeCatalogue.refuse('NODE_PEER_DID', { path: '/did', params: { did: peer.did } }));
  const learned = await learnKeys(context, peer.did, {
    origin,
    ...(document === undefined ? {} : { document }),
  });
  if (!learned.ok) return learned;
  const entered = { ...peer, baseUrl: origin };
  const at = clock.now();
  await configurePeers(pool, [entered], at);
  if (peer.kind === 'agency') await askForCommitments(pool, at);
  const detail = { name: peer.name, kind: peer.kind, address: origin };
  await audit(pool, {
    tenantId: nodeTenantId,
    at,
    actor: operator,
    action: 'peer.add',
    subject: peer.did,
    detail,
  });
  return ok(entered);
}

/** Every peer, by name. */
export async function listPeers({ pool }: Pick<AdminContext, 'pool'>): Promise<Peer[]> {
  const { rows } = await pool.query<Omit<Peer, 'baseUrl'> & { base_url: string }>(
    'select did, name, kind, base_url from peers order by name, did',
  );
  return rows.map(({ did, name, kind, base_url }) => ({ did, name, kind, baseUrl: base_url }));
}

/** The origin of an HTTP address; undefined for anything else. */
function originOf(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.origin : undefined;
}
