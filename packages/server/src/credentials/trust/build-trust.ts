import type { Custody, DidDocument, SigningTime, StatusSnapshot, Trust } from '@portolan/credentials';
import { documentSchemaCheck } from '@portolan/documents';
import type { Instant, JsonObject } from '@portolan/kernel';
import { partySchemaCheck } from '@portolan/parties';
import type { CredentialContext } from '../context.ts';
import { accreditationAnswer } from './accreditation.ts';
import { readAgencies } from './agencies.ts';
import { custodyOf, knownKeys } from './known-keys.ts';
import { otherLists } from './other-lists.ts';
import { ownLists } from './own-lists.ts';
import { referencesOf } from './references.ts';
import { accreditationsOf } from './register.ts';

/** What a batch of credentials is to be checked for. */
export interface TrustRequest {
  /** For whom: a tenant has its own register and its own memory of lists. */
  readonly tenantId: string;
  readonly at: Instant;
  readonly credentials: readonly JsonObject[];
  /** Status lists that came along; each is believed only as its issuer's signature goes. */
  readonly statusLists: readonly JsonObject[];
  /** Lists that nobody sent may be asked for: never for what a stranger hands in. */
  readonly asks?: boolean;
}

/** Trust for one batch; only the signing time differs from credential to credential. */
export interface BatchTrust {
  trust(signedAt: SigningTime): Trust;
  /** Lists that were consulted, to be recorded with what is decided by them. */
  readonly statusLists: readonly { readonly url: string; readonly digest: string }[];
}

/**
 * Reads, in a handful of queries however large the batch, all that a batch of credentials is checked against: keys,
 * status lists, the trust register. After it, verification waits for nothing.
 */
export async function buildTrust(
  context: Pick<CredentialContext, 'pool' | 'settings' | 'crypto' | 'clock' | 'config'>,
  request: TrustRequest,
): Promise<BatchTrust> {
  const { tenantId, at, credentials, statusLists: stapled } = request;
  const { issuers, lists } = referencesOf(credentials);
  const dids = [...issuers, ...stapled.flatMap(({ issuer }) => (typeof issuer === 'string' ? [issuer] : []))];
  const [keys, register, agencies, own] = await Promise.all([
    knownKeys(context.pool, dids),
    accreditationsOf(context.pool, tenantId, [...issuers], context.clock.now()),
    readAgencies(context.pool, tenantId),
    ownLists(context, [...lists.keys()], at),
  ]);
  const { documents } = keys;
  const elsewhere = new Map(lists);
  for (const { url } of own) elsewhere.delete(url);
  const { asks = false } = request;
  const others = await otherLists(context, { tenantId, at, lists: elsewhere, stapled, documents, asks });
  const snapshots = new Map([...own, ...others].map((snapshot) => [snapshot.url, snapshot]));
  const base = {
    crypto: context.crypto,
    at,
    resolveDid: (did: string): DidDocument | undefined => documents.get(did),
    statusList: (url: string): StatusSnapshot | undefined => snapshots.get(url),
    schema: (type: string) => documentSchemaCheck(type) ?? partySchemaCheck(type),
    accreditation: accreditationAnswer(register, agencies),
    custody: (did: string): Custody => custodyOf(keys, did),
  };
  return {
    trust: (signedAt) => ({ ...base, signedAt }),
    statusLists: [...snapshots.values()].map(({ url, digest }) => ({ url, digest })),
  };
}
