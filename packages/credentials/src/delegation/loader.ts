import { type ContextLoader, contextLoader } from '../forms/contexts/loader.ts';
import type { ContextSet } from '../forms/contexts/pinned.ts';
import { CAVEAT_CONTEXT, caveatContext } from './context.ts';

/** The contexts of capabilities beside the pinned ones, and the documents handed in. */
export async function delegationLoader(documents?: ContextSet): Promise<ContextLoader> {
  const { constants } = await import('@digitalbazaar/zcap');
  const contexts = new Map<string, object>([
    [constants.ZCAP_CONTEXT_URL, constants.ZCAP_CONTEXT],
    [CAVEAT_CONTEXT, caveatContext],
  ]);
  return contextLoader(contexts, documents);
}
