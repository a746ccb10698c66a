import type { StatusSnapshot } from '@portolan/credentials';
import { digestBytes, type Instant } from '@portolan/kernel';
import { ownLists } from '../../credentials/trust/own-lists.ts';
import type { VcContext } from '../context.ts';
import { readByUrls } from '../status/store.ts';

/**
 * Snapshots of the lists that this node keeps itself, straight from the bits of this moment, those of the VC API and those of
 * its tenants: no copy lies between a change and whoever asks.
 */
export async function ownSnapshots(
  context: VcContext,
  urls: readonly string[],
  at: Instant,
): Promise<StatusSnapshot[]> {
  if (urls.length === 0) return [];
  const [lists, tenants] = await Promise.all([readByUrls(context.pool, urls), ownLists(context, urls, at)]);
  const own = lists.map(({ url, issuer, purpose, bits }) => ({
    ...{ url, issuer, purposes: [purpose], bits: new Uint8Array(bits), validFrom: at, freshUntil: at },
    digest: digestBytes(context.crypto, bits),
  }));
  return [...own, ...tenants];
}
