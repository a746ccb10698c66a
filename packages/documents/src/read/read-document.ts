import { ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { checkDocument } from '../check/check-document.ts';
import type { Origins } from '../evidence.ts';
import type { Document, DocumentType } from '../schema/document.ts';
import { type Found, noticesOf } from './found.ts';
import { originOf } from './origin.ts';

/** A document as a reader gives it; `type` names what `document` is. */
export type ReadDocument = { [T in DocumentType]: ReadDocumentOf<T> }[DocumentType];

export interface ReadDocumentOf<T extends DocumentType> {
  readonly type: T;
  readonly document: Document<T>;
  /** Where each value stands in the source; see originOf. */
  readonly origins: Origins;
  /** Values of the source that were not taken over, each with the reason. Nothing else was left out silently. */
  readonly notices: readonly Refusal[];
  /**
   * What contradicts itself inside a credential's document. A file with such faults is refused; of a credential they are
   * told beside the verdict, so that a document altered after signing is refused as altered.
   */
  readonly faults: readonly Refusal[];
}

/** What a reader found, checked as a document of the type. */
export function readDocument(
  type: DocumentType,
  found: Found,
  more: readonly Refusal[] = [],
): Result<ReadDocument> {
  const checked = checkDocument(type, found.value ?? {});
  if (!checked.ok) return refused(checked.refusals.map((refusal) => withSource(refusal, found.origins)));
  const notices = [...noticesOf(found), ...more];
  return ok(readDocumentOf(type, checked.value, found.origins, notices));
}

/** The refusal with the place in the source file, where one is known, as the parameter `source`. */
function withSource(refusal: Refusal, origins: Origins): Refusal {
  const source = originOf(origins, refusal.path);
  return source ? { ...refusal, params: { ...refusal.params, source } } : refusal;
}

/** Puts type and document together; the two belong together because the check said so. */
export function readDocumentOf(
  type: DocumentType,
  document: Document,
  origins: Origins,
  notices: readonly Refusal[] = [],
  faults: readonly Refusal[] = [],
): ReadDocument {
  return { type, document, origins, notices, faults } as ReadDocument;
}
