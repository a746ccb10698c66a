import type { Custody, DidDocument } from '@portolan/credentials';
import type { FormTrust, Needs, Tolerance } from '@portolan/credentials/forms';
import type { JsonValue } from '@portolan/kernel';
import { freshKeys } from '../../credentials/trust/asked-documents.ts';
import { custodyOf, knownKeys } from '../../credentials/trust/known-keys.ts';
import { otherLists } from '../../credentials/trust/other-lists.ts';
import type { VcCaller, VcContext } from '../context.ts';
import { foreignSnapshots } from './foreign-lists.ts';
import { foreignSchemas } from './foreign-schemas.ts';
import { ownSnapshots } from './snapshots.ts';

/** What is not at hand does not speak against a credential, except its status. */
const TOLERATED: readonly Tolerance[] = [
  'unknown-type',
  'unknown-schema',
  'unknown-resource',
  'unknown-issuer',
];

/**
 * What the VC API verifies against: any issuer, since accreditation is a question of trade and not of the signature; status by
 * this node's own bits of the moment, by the lists that were sent here before, and for members by lists that are asked for
 * where the operator allows it; by the keys of did:web and did:webvh and the schemas that the issuer names, asked for likewise.
 */
export async function vcTrust(
  context: VcContext,
  { tenantId, actor }: VcCaller,
  { dids, statusLists, schemas: wanted }: Needs,
): Promise<FormTrust> {
  const at = context.clock.now();
  const asks = actor !== 'anybody';
  const [keys, own] = await Promise.all([
    asks ? freshKeys(context, dids) : knownKeys(context.pool, dids),
    ownSnapshots(context, statusLists, at),
  ]);
  const known = new Set(own.map(({ url }) => url));
  const elsewhere = statusLists.filter((url) => !known.has(url));
  const signedAt = { instant: at, source: 'first-receipt' } as const;
  const resolveDid = (did: string): DidDocument | undefined => keys.documents.get(did);
  const proof = { crypto: context.crypto, at, signedAt, resolveDid };
  const lists = new Map(elsewhere.map((url) => [url, new Set(dids)]));
  const others =
    elsewhere.length === 0
      ? []
      : await otherLists(context, {
          tenantId,
          at,
          lists,
          stapled: [],
          documents: keys.documents,
          asks: false,
        });
  const [asked, schemas] = asks
    ? await Promise.all([foreignSnapshots(context, elsewhere, proof), foreignSchemas(context, wanted)])
    : [[], new Map<string, JsonValue>()];
  const snapshots = new Map([...others, ...asked, ...own].map((snapshot) => [snapshot.url, snapshot]));
  return {
    ...proof,
    tolerate: TOLERATED,
    contexts: context.contexts,
    statusList: (url) => snapshots.get(url),
    schemaDocument: (url) => schemas.get(url),
    custody: (did): Custody => custodyOf(keys, did),
  };
}
