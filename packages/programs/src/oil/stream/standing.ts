import type { DocumentType } from '@portolan/documents';
import { canonicalize, type JsonValue } from '@portolan/kernel';
import type { Signed } from '../../signed.ts';

/** A paper that was corrected, and the one that took its place. */
export interface Replaced<T extends DocumentType> {
  readonly before: Signed<T>;
  readonly after: Signed<T>;
}

/** Papers of one type that count, and what became of the others. All are kept. */
export interface Standing<T extends DocumentType> {
  readonly papers: readonly Signed<T>[];
  readonly replaced: readonly Replaced<T>[];
  /** Papers that bear the number of an earlier one and say something else, without correcting it. */
  readonly renumbered: readonly { readonly first: Signed<T>; readonly other: Signed<T> }[];
}

interface Numbered {
  readonly number: string;
  readonly corrects?: { readonly number: string; readonly digest: string; readonly reason: string };
}

/**
 * Takes corrections into account. Only the signer of a paper corrects it; of several corrections of one paper the last that the
 * log knew counts. Of two papers under one number the first that the log knew counts.
 */
export function standing<T extends DocumentType>(
  papers: readonly Signed<T>[],
  numbered: (paper: Signed<T>) => Numbered,
): Standing<T> {
  const known = [...papers].sort(byLog);
  const byDigest = new Map(known.map((paper) => [paper.digest, paper]));
  const replacement = new Map<string, Signed<T>>();
  const replaced: Replaced<T>[] = [];
  for (const after of known) {
    const { corrects } = numbered(after);
    const before = corrects && byDigest.get(corrects.digest);
    if (!before || before === after || before.issuer !== after.issuer) continue;
    const earlier = replacement.get(before.digest);
    if (earlier) replacement.set(earlier.digest, after);
    replacement.set(before.digest, after);
    replaced.push({ before: earlier ?? before, after });
  }
  const first = new Map<string, Signed<T>>();
  const renumbered: { first: Signed<T>; other: Signed<T> }[] = [];
  const counted: Signed<T>[] = [];
  for (const paper of known) {
    if (replacement.has(paper.digest)) continue;
    const key = `${paper.issuer} ${numbered(paper).number}`;
    const other = first.get(key);
    if (other) {
      // Signed twice is said once.
      if (!sameDocument(other, paper)) renumbered.push({ first: other, other: paper });
    } else {
      first.set(key, paper);
      counted.push(paper);
    }
  }
  return { papers: counted, replaced, renumbered };
}

function sameDocument(one: Signed, other: Signed): boolean {
  return canonicalize(one.document as JsonValue) === canonicalize(other.document as JsonValue);
}

/** In the order in which the log knew them. */
export function byLog(a: Signed, b: Signed): number {
  return compare(a.knownAt, b.knownAt) || compare(a.digest, b.digest);
}

export function compare(a: string, b: string): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}
