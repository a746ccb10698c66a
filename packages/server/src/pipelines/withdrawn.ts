import { BASE_TYPE, CREDENTIALS_CONTEXT, readStatus, statusEntry } from '@portolan/credentials';
import type { Instant, JsonObject } from '@portolan/kernel';
import type { TradeContext } from '../trade/context.ts';
import type { StatusGroup } from './papers-of-month.ts';

/** The status lists of papers as they stand, and what changes with any of them. */
export interface Statuses {
  readonly stamp: string;
  bits(url: string): Uint8Array | undefined;
}

type ListsOf = Pick<StatusGroup, 'issuer' | 'lists'>;

/** Reads the newest known status lists of papers in a handful of queries; asks no other node. */
export async function statusesOf(
  { buildTrust }: Pick<TradeContext, 'buildTrust'>,
  tenantId: string,
  groups: readonly ListsOf[],
  at: Instant,
): Promise<Statuses> {
  const credentials = groups.map(namingLists);
  const batch = await buildTrust({ tenantId, at, credentials, statusLists: [] });
  const trust = batch.trust({ instant: at, source: 'log' });
  return {
    stamp: batch.statusLists
      .map(({ url, digest }) => `${url} ${digest}`)
      .sort()
      .join('\n'),
    bits: (url) => trust.statusList(url)?.bits,
  };
}

/** Digests of papers that were revoked or are suspended, as far as is known here. */
export function withdrawnAmong(groups: readonly StatusGroup[], { bits }: Pick<Statuses, 'bits'>): string[] {
  return groups.flatMap(({ lists, indexes, digests }) => {
    const known = lists.flatMap(([url, offset]) => {
      const list = bits(url);
      return list ? [{ list, offset }] : [];
    });
    return digests.filter((_, position) =>
      known.some(({ list, offset }) => {
        const set = readStatus(list, (indexes[position] as number) + offset);
        return set.ok && set.value;
      }),
    );
  });
}

/** A credential that names the lists, for which they are looked up. */
function namingLists({ issuer, lists }: ListsOf): JsonObject {
  return {
    '@context': [CREDENTIALS_CONTEXT],
    type: [BASE_TYPE],
    issuer,
    credentialSubject: {},
    credentialStatus: lists.map(([list]) => statusEntry({ purpose: 'revocation', list, index: 0 })),
  };
}
