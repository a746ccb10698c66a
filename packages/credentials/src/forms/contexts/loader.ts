import { type ContextSet, pinnedContexts } from './pinned.ts';

/** A context that nobody pinned: turned into a refusal where the JSON-LD is read. */
export class UnknownContext extends Error {
  readonly url: string;

  constructor(url: string) {
    super(`unknown context ${url}`);
    this.url = url;
  }
}

export type ContextLoader = (url: string) => Promise<{
  readonly contextUrl: null;
  readonly documentUrl: string;
  readonly document: unknown;
}>;

/** Gives the libraries the pinned contexts and those handed in, and nothing else. */
export function contextLoader(more?: ContextSet, documents?: ContextSet): ContextLoader {
  return async (url) => {
    const document = pinnedContexts.get(url) ?? more?.get(url) ?? documents?.get(url);
    if (document === undefined) throw new UnknownContext(url);
    return { contextUrl: null, documentUrl: url, document };
  };
}
