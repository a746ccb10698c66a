import { deriveCredential } from '@portolan/credentials/forms';
import { isRecord, type JsonObject, ok, type Result } from '@portolan/kernel';
import type { VcContext } from './context.ts';
import { badBody, badOption, isPointers } from './issue/request.ts';

/**
 * Derives from a credential that can be shown in parts one that shows only what `options.selectivePointers` name, beside what
 * its issuer made mandatory. Needs no key: whoever holds the credential may do it.
 */
export async function deriveVc(
  { contexts }: Pick<VcContext, 'contexts'>,
  body: JsonObject,
): Promise<Result<JsonObject>> {
  const { verifiableCredential } = body;
  if (!isRecord(verifiableCredential) && typeof verifiableCredential !== 'string')
    return badBody('verifiableCredential', 'it is neither a JSON object nor a token');
  const options = body.options ?? {};
  if (!isRecord(options)) return badBody('options', 'it is not a JSON object');
  const { selectivePointers = [] } = options as JsonObject;
  if (!isPointers(selectivePointers))
    return badOption('selectivePointers', 'it is not a list of JSON pointers');
  const derived = await deriveCredential(verifiableCredential, { selectivePointers, contexts });
  return derived.ok ? ok(derived.value.credential) : derived;
}
