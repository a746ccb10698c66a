import { type SecuredDocument, type Verdict, verifyCredential } from '@portolan/credentials';
import type { Digest, JsonObject } from '@portolan/kernel';
import { originalsOf } from '../../credentials/originals.ts';
import { freshDocuments } from '../../credentials/trust/fresh-documents.ts';
import type { Moment } from '../../exchange/moment.ts';
import type { TradeContext } from '../context.ts';
import { signingTimes } from './signing-times.ts';

export interface Verified {
  readonly verdicts: ReadonlyMap<Digest, Verdict>;
  readonly statusLists: readonly { readonly url: string; readonly digest: string }[];
}

/**
 * Verifies a batch of credentials for one tenant, each once: what they are checked against is read in one go, then
 * no check waits for anything. `secured` holds those that were taken apart before.
 */
export async function verifyBatch(
  context: TradeContext,
  tenantId: string,
  credentials: ReadonlyMap<Digest, JsonObject>,
  moment: Moment,
  stapled: readonly JsonObject[] = [],
  secured: ReadonlyMap<Digest, SecuredDocument> = new Map(),
): Promise<Verified> {
  if (credentials.size === 0) return { verdicts: new Map(), statusLists: [] };
  if (!moment.story) await freshDocuments(context, credentials.values());
  const digests = [...credentials.keys()];
  const [times, batch] = await Promise.all([
    signingTimes(context, tenantId, digests, moment, originalsOf(credentials, context.crypto)),
    context.buildTrust({
      tenantId,
      at: moment.at,
      credentials: [...credentials.values()],
      statusLists: stapled,
      asks: true,
    }),
  ]);
  const verdicts = await Promise.all(
    digests.map(async (digest): Promise<[Digest, Verdict]> => {
      const signedAt = times.get(digest) ?? { instant: moment.at, source: 'first-receipt' };
      return [
        digest,
        await verifyCredential(credentials.get(digest), batch.trust(signedAt), secured.get(digest)),
      ];
    }),
  );
  return { verdicts: new Map(verdicts), statusLists: batch.statusLists };
}
