import {
  isRecord,
  type JsonObject,
  ok,
  parseJson,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { CREDENTIALS_CONTEXT } from '../credential/credential.ts';
import { guardJson } from '../model/guard.ts';
import { typeNames } from '../model/rules.ts';

/** Something secured, by how it is secured. */
export type Opened =
  | { readonly kind: 'embedded'; readonly document: JsonObject }
  | { readonly kind: 'jwt'; readonly token: string }
  | { readonly kind: 'sd-jwt'; readonly token: string };

export type Subject = 'credential' | 'presentation';

const ENVELOPES = {
  credential: 'EnvelopedVerifiableCredential',
  presentation: 'EnvelopedVerifiablePresentation',
};
const PREFIX = { credential: 'vc', presentation: 'vp' };
const MEMBERS = ['@context', 'id', 'type'];
const DATA_URL = /^data:([a-z0-9.+/-]+),([A-Za-z0-9._~-]+)$/;

/**
 * Tells what somebody sent: a document with its proof inside, a token, or a document that carries a token in its id (VC Data
 * Model 2.0, section 4.12). Text that begins with a brace is read as JSON. Refuses everything else.
 */
export function openSecured(anything: unknown, subject: Subject): Result<Opened> {
  if (typeof anything === 'string') return openText(anything, subject);
  if (!isRecord(anything)) return refused(unknownForm('it is neither text nor a JSON object'));
  const bad = guardJson(anything);
  if (bad) return refused(bad);
  return isEnveloped(anything, subject)
    ? openEnvelope(anything, subject)
    : ok({ kind: 'embedded', document: anything as JsonObject });
}

/** The document that carries a token as a data: URL. */
export function envelope(token: string, subject: Subject, mediaType: string): JsonObject {
  return {
    '@context': [CREDENTIALS_CONTEXT],
    id: `data:${mediaType},${token}`,
    type: ENVELOPES[subject],
  };
}

export function isEnveloped(value: Record<string, unknown>, subject: Subject): boolean {
  const { type, id } = value;
  // Every verification asks, so nothing is made for the answer.
  return (
    (Array.isArray(type) ? type.includes(ENVELOPES[subject]) : type === ENVELOPES[subject]) ||
    (typeof id === 'string' && /^data:application\/v[cp]/.test(id))
  );
}

function openText(text: string, subject: Subject): Result<Opened> {
  if (text.trimStart().startsWith('{')) {
    const value = parseJson(text);
    return value.ok ? openSecured(value.value, subject) : value;
  }
  if (text.trim() === '') return refused(unknownForm('it is empty'));
  return ok({ kind: text.includes('~') ? 'sd-jwt' : 'jwt', token: text });
}

function openEnvelope(value: Record<string, unknown>, subject: Subject): Result<Opened> {
  const context: unknown[] = [value['@context']].flat();
  if (context[0] !== CREDENTIALS_CONTEXT || !context.every((item) => typeof item === 'string'))
    return refused(badEnvelope('/@context', `its first context is not ${CREDENTIALS_CONTEXT}`));
  if (!typeNames(value).includes(ENVELOPES[subject]))
    return refused(badEnvelope('/type', `its type is not ${ENVELOPES[subject]}`));
  // Nothing of the envelope is signed, so nothing may be said in it beside the token.
  const more = Object.keys(value).find((name) => !MEMBERS.includes(name));
  if (more !== undefined)
    return refused(badEnvelope(`/${more}`, `it says something beside the token (${more})`));
  const [, mediaType = '', token = ''] = (typeof value.id === 'string' && DATA_URL.exec(value.id)) || [];
  const prefix = PREFIX[subject];
  if (mediaType === `application/${prefix}+sd-jwt`) return ok({ kind: 'sd-jwt', token });
  if (mediaType === `application/${prefix}+jwt` || mediaType === 'application/jwt')
    return ok({ kind: 'jwt', token });
  return refused(
    badEnvelope('/id', `its id is not a data: URL of application/${prefix}+jwt or ${prefix}+sd-jwt`),
  );
}

function unknownForm(detail: string): Refusal {
  return credentialsCatalogue.refuse('CRED_FORM_UNKNOWN', { params: { detail } });
}

function badEnvelope(path: string, detail: string): Refusal {
  return credentialsCatalogue.refuse('CRED_ENVELOPE_MALFORMED', { path, params: { detail } });
}
