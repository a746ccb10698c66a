import { below, type JsonObject } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { failed, notApplicable, passed, undetermined } from './fragment.ts';
import type { Trust } from './trust.ts';
import type { Fragment } from './verdict.ts';

/** Schema: the subject is a well-formed document of every type the credential names. */
export function checkSchema(
  subject: JsonObject,
  types: readonly string[],
  trust: Pick<Trust, 'schema'>,
): Fragment {
  if (types.length === 0) return notApplicable('schema', 'The credential names no document type.');
  const document = withoutId(subject);
  for (const type of types) {
    const check = trust.schema(type);
    if (!check)
      return undetermined('schema', [
        credentialsCatalogue.refuse('CRED_TYPE_UNKNOWN', { path: '/type', params: { type } }),
      ]);
    const result = below('/credentialSubject', check(document));
    if (!result.ok) return failed('schema', result.refusals);
  }
  return passed('schema', `The content is a well-formed ${types.join(', ')}.`);
}

/** `id` says whom the document is about; it is no part of the document. */
function withoutId(subject: JsonObject): JsonObject {
  if (!Object.hasOwn(subject, 'id')) return subject;
  const { id: _id, ...document } = subject;
  return document;
}
