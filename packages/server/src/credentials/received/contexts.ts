import { type ContextSet, needsOf } from '@portolan/credentials/forms';
import { isVocabularyContext } from '@portolan/documents';
import { isRecord, type JsonValue } from '@portolan/kernel';

/** Forms whose signature is over the text and not over the graph: what a context says changes nothing in it. */
const TEXT_FORMS = new Set(['eddsa-jcs-2022', 'ecdsa-jcs-2019']);

/**
 * The contexts to read a received credential with: those that the operator pinned, and for forms that sign the text a stand-in
 * for the contexts of the recognized vocabularies, which gives every term an address of its own. Forms that sign the graph need
 * the context itself: there it stays unknown, and the credential is refused.
 */
export function contextsFor(value: JsonValue, pinned: ContextSet): ContextSet {
  if (!signsText(value)) return pinned;
  const missing = needsOf(value).contexts.filter((url) => isVocabularyContext(url) && !pinned.has(url));
  return new Map([...pinned, ...missing.map((url): [string, object] => [url, standIn(url)])]);
}

function standIn(url: string): object {
  return { '@context': { '@vocab': url.endsWith('/') || url.endsWith('#') ? url : `${url}#` } };
}

function signsText(value: JsonValue): boolean {
  if (typeof value === 'string') return true;
  if (!isRecord(value)) return false;
  if (value.proof === undefined) return true;
  const proofs = [value.proof].flat();
  return proofs.every((proof) => isRecord(proof) && TEXT_FORMS.has(String(proof.cryptosuite)));
}
