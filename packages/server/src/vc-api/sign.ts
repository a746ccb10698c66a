import { deriveCredential, type FormKey, issueCredential } from '@portolan/credentials/forms';
import {
  expectOk,
  type Instant,
  type JsonObject,
  type JsonValue,
  parseInstant,
  type Result,
} from '@portolan/kernel';
import type { VcContext } from './context.ts';
import type { IssueOptions } from './issue/request.ts';
import { badOption } from './issue/request.ts';
import type { IssuerProfile } from './issuers.ts';
import { listFormOf } from './status/list-form.ts';

const V1 = 'https://www.w3.org/2018/credentials/v1';
const PROOF_CONTEXT = 'https://w3id.org/security/data-integrity/v2';

/** A list is shown whole, whoever asks: everything in it is mandatory. */
const WHOLE_LIST = ['/issuer', '/validFrom', '/validUntil', '/credentialSubject'];

/** Signs a credential in the form of an issuer; a token comes enveloped, as the VC API answers it. */
export async function signCredential(
  { contexts }: Pick<VcContext, 'contexts'>,
  { form }: IssuerProfile,
  credential: JsonObject,
  key: FormKey,
  options: IssueOptions,
  at: Instant,
): Promise<Result<JsonObject>> {
  const created = instantOption('created', options.created, at);
  if (!created.ok) return created;
  const expires = options.expires === undefined ? undefined : instantOption('expires', options.expires, at);
  if (expires && !expires.ok) return expires;
  const issued = await issueCredential(form, {
    credential: form.startsWith('vc+') ? credential : withProofContext(credential),
    key,
    options: {
      created: created.value,
      contexts,
      ...(expires ? { expires: expires.value } : {}),
      mandatoryPointers: alwaysShown(credential, options.mandatoryPointers),
      ...(options.holder === undefined ? {} : { holderKey: options.holder.slice('did:key:'.length) }),
      ...(options.selectivePointers ? { disclosable: options.selectivePointers } : {}),
    },
  });
  return issued.ok ? { ok: true, value: issued.value.credential } : issued;
}

/** Signs a status list so that a verifier reads it as it is. */
export async function signList(
  profile: IssuerProfile,
  list: JsonObject,
  key: FormKey,
  created: Instant,
): Promise<JsonObject> {
  const form = listFormOf(profile);
  const options = { created, ...(form === 'bbs-2023' ? { mandatoryPointers: WHOLE_LIST } : {}) };
  const { credential } = expectOk(await issueCredential(form, { credential: list, key, options }));
  if (form !== 'bbs-2023') return credential;
  return expectOk(await deriveCredential(credential, { selectivePointers: ['/id'] })).credential;
}

/**
 * Context injection (VC Data Integrity 1.0, section 2.4.1): edition 1.1 of the data model does not define the members of a
 * proof, so the context that does is added before signing.
 */
function withProofContext(credential: JsonObject): JsonObject {
  const contexts = credential['@context'];
  if (!Array.isArray(contexts) || contexts[0] !== V1 || contexts.some(definesProofs)) return credential;
  return { ...credential, '@context': [...contexts, PROOF_CONTEXT] };
}

function definesProofs(context: JsonValue): boolean {
  return typeof context === 'string' && context.startsWith('https://w3id.org/security/data-integrity/');
}

/**
 * Without them a credential is none (the issuer), or its holder could hide that it has ended: the status a revocation, the dates
 * that it is over.
 */
const NEVER_HIDDEN = [
  'issuer',
  'validFrom',
  'validUntil',
  'issuanceDate',
  'expirationDate',
  'credentialStatus',
  'credentialSchema',
  'relatedResource',
] as const;

/** What no holder withholds of a credential with selective disclosure, told by the issuer or not. */
function alwaysShown(credential: JsonObject, told: readonly string[] = []): readonly string[] {
  const own = NEVER_HIDDEN.filter((name) => credential[name] !== undefined).map((name) => `/${name}`);
  return [...told, ...own.filter((pointer) => !told.includes(pointer))];
}

function instantOption(option: string, text: string | undefined, otherwise: Instant): Result<Instant> {
  if (text === undefined) return { ok: true, value: otherwise };
  const time = parseInstant(text);
  return time.ok ? time : badOption(option, 'it is not a point in time with a zone');
}
