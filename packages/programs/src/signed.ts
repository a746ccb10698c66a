import { type DocumentType, type Evidence, type EvidenceOf, originalOf } from '@portolan/documents';
import { type Instant, instant } from '@portolan/kernel';

/** A document that verifies, with who signed it and when the log first knew it. */
export interface Signed<T extends DocumentType = DocumentType> {
  /** By which other documents name it: the same however much of it is shown. */
  readonly digest: string;
  /** Of the evidence at hand. */
  readonly held: string;
  readonly type: T;
  readonly document: EvidenceOf<T>['document'];
  readonly issuer: string;
  readonly knownAt: Instant;
}

/**
 * The evidence that is signed and verifies, each once, in an order that does not depend on arrival. Of a document that is shown
 * in several ways the way with the most counts.
 */
export function signedOnly(evidence: readonly Evidence[]): Signed[] {
  const byDigest = new Map<string, Signed>();
  for (const item of evidence) {
    const { class: origin, digest: held, document, issuer, signedAt, type, verdict } = item;
    const known = signedAt ?? verdict?.signedAt.instant;
    if (origin !== 'signed' || !verdict?.verified || issuer === undefined || known === undefined) continue;
    const digest = originalOf(item);
    const other = byDigest.get(digest);
    const one = { digest, held, type, document, issuer, knownAt: instant(known) };
    if (!other || showsMore(one, other)) byDigest.set(digest, one);
  }
  return [...byDigest.values()].sort((a, b) => (a.digest < b.digest ? -1 : 1));
}

function showsMore(left: Signed, right: Signed): boolean {
  const more = JSON.stringify(left.document).length - JSON.stringify(right.document).length;
  return more === 0 ? left.held < right.held : more > 0;
}

export function signedOf<T extends DocumentType>(signed: readonly Signed[], type: T): Signed<T>[] {
  return signed.filter((item): item is Signed<T> => item.type === type);
}
