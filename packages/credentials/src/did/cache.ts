import { addSeconds, type Instant } from '@portolan/kernel';
import type { DidDocument } from './document.ts';

/** A bounded memory of resolved documents. It asks no clock: the caller says what time it is. */
export interface DidCache {
  /** The document of a DID, if it was put here and is still good at the instant. */
  get(did: string, at: Instant): DidDocument | undefined;
  /** Keeps a document for a time; the one longest unused makes place. */
  put(did: string, document: DidDocument, at: Instant, seconds: number): void;
  forget(did: string): void;
  readonly size: number;
}

interface Entry {
  readonly document: DidDocument;
  readonly until: Instant;
}

/** A cache of at most `limit` documents, none kept longer than `longest` seconds whatever its publisher asks for. */
export function didCache(limit: number, longest: number): DidCache {
  const entries = new Map<string, Entry>();
  return {
    get(did, at) {
      const entry = entries.get(did);
      if (!entry) return undefined;
      entries.delete(did);
      if (entry.until < at) return undefined;
      // Put back at the end: the first entry is then the one longest unused.
      entries.set(did, entry);
      return entry.document;
    },
    put(did, document, at, seconds) {
      entries.delete(did);
      if (entries.size >= limit) entries.delete(entries.keys().next().value as string);
      entries.set(did, { document, until: addSeconds(at, Math.min(seconds, longest)) });
    },
    forget(did) {
      entries.delete(did);
    },
    get size() {
      return entries.size;
    },
  };
}
