import type { DocumentType, Evidence, EvidenceOf } from '@portolan/documents';
import { type Instant, instant } from '@portolan/kernel';

/** A document that verifies, with who signed it and when the log first knew it. */
export interface Signed<T extends DocumentType = DocumentType> {
  readonly digest: string;
  readonly type: T;
  readonly document: EvidenceOf<T>['document'];
  readonly issuer: string;
  readonly knownAt: Instant;
}

/** The evidence that is signed and verifies, each once, in an order that does not depend on arrival. */
export function signedOnly(evidence: readonly Evidence[]): Signed[] {
  const byDigest = new Map<string, Signed>();
  for (const { class: origin, digest, document, issuer, signedAt, type, verdict } of evidence) {
    const known = signedAt ?? verdict?.signedAt.instant;
    if (origin !== 'signed' || !verdict?.verified || issuer === undefined || known === undefined) continue;
    byDigest.set(digest, { digest, type, document, issuer, knownAt: instant(known) });
  }
  return [...byDigest.values()].sort((a, b) => (a.digest < b.digest ? -1 : 1));
}

export function signedOf<T extends DocumentType>(signed: readonly Signed[], type: T): Signed<T>[] {
  return signed.filter((item): item is Signed<T> => item.type === type);
}
