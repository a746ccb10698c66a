import type { DocumentMap, DocumentType } from '@portolan/documents';
import { instant } from '@portolan/kernel';
import type { Signed } from '../../signed.ts';

/** A paper as if its author had signed it and the log known it at a moment. The digest is a name: nothing here looks at bytes. */
export function paper<T extends DocumentType>(
  type: T,
  document: DocumentMap[T],
  by: string,
  at: string,
  digest = `${type}-${(document as { readonly number?: string }).number ?? at}`,
): Signed<T> {
  return { digest, held: digest, type, document, issuer: by, knownAt: instant(at) } as Signed<T>;
}
