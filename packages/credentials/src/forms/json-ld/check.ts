import { type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import type { ContextLoader } from '../contexts/loader.ts';
import { jsonLdFault } from './fault.ts';
import type { WorkMeter } from './work.ts';

/**
 * Whether a document can be read as JSON-LD with the contexts at hand, with nothing lost: every context known, every type
 * and member defined, no protected term given another meaning (VC Data Model 2.0, sections 4.5 and 5.2.1). Not looked into
 * where work was refused before.
 */
export async function checkJsonLd(
  document: JsonObject,
  documentLoader: ContextLoader,
  work?: WorkMeter,
): Promise<Result<true>> {
  try {
    work?.begin();
    const { default: jsonld } = await import('jsonld');
    await jsonld.expand(document, { documentLoader, base: null, safe: true });
    return ok(true);
  } catch (error) {
    const fault = jsonLdFault(error);
    if (fault) return refused(fault);
    throw error;
  }
}
