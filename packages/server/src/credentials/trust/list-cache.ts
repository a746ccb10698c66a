import { type DidDocument, type StatusSnapshot, verifyStatusList } from '@portolan/credentials';
import { type CryptoPort, digestJson, type Instant, type JsonObject } from '@portolan/kernel';

/** Verified lists by what was verified; unpacking one costs more than verifying a credential. Oldest out first. */
const MAX_KEPT = 500;
const verified = new Map<string, StatusSnapshot>();

export interface ListTrust {
  readonly crypto: CryptoPort;
  /** When the list was first seen here, which counts as its signing time. */
  readonly seenAt: Instant;
  readonly documents: ReadonlyMap<string, DidDocument>;
}

/** The snapshot of a signed list, verified once; undefined for one that does not hold. */
export async function snapshotOf(list: JsonObject, trust: ListTrust): Promise<StatusSnapshot | undefined> {
  const { id, issuer } = list;
  if (typeof id !== 'string' || typeof issuer !== 'string') return undefined;
  const document = trust.documents.get(issuer);
  const name = `${digestJson(trust.crypto, list)} ${revocations(document)}`;
  const known = verified.get(name);
  if (known) return known;
  const result = await verifyStatusList(list, id, {
    crypto: trust.crypto,
    signedAt: { instant: trust.seenAt, source: 'first-receipt' },
    resolveDid: (did) => trust.documents.get(did),
  });
  if (!result.ok) return undefined;
  keep(name, result.value);
  return result.value;
}

/** What is known of the issuer's keys belongs to the name: a key revoked since must not pass from memory. */
function revocations(document: DidDocument | undefined): string {
  return document?.verificationMethod.map(({ id, revoked = '' }) => `${id}=${revoked}`).join() ?? '';
}

function keep(name: string, snapshot: StatusSnapshot): void {
  if (verified.size >= MAX_KEPT) verified.delete(verified.keys().next().value as string);
  verified.set(name, snapshot);
}
