import {
  type Instant,
  isRecord,
  type JsonObject,
  type JsonValue,
  ok,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { credentialsCatalogue } from '../catalogue.ts';
import { readMultikey } from '../did/multikey.ts';
import { algorithmOfKey } from '../jose/algorithm.ts';
import { credentialFaults } from '../model/check-credential.ts';
import { guardJson } from '../model/guard.ts';
import { issueSdJwt } from '../sd-jwt/issue.ts';
import { contextLoader } from './contexts/loader.ts';
import type { ContextSet } from './contexts/pinned.ts';
import { checkSuiteKey, signEmbedded } from './embedded/sign.ts';
import { isEmbeddedForm, type ProofForm, type TokenForm } from './form.ts';
import { checkJsonLd } from './json-ld/check.ts';
import { judgeResources } from './judge/resources.ts';
import { judgeSchemas } from './judge/schemas.ts';
import type { FormKey } from './keys/form-key.ts';
import { envelope } from './open.ts';
import { signCompact } from './tokens/sign-compact.ts';
import type { FormTrust } from './trust.ts';
import { verifyCredential } from './verify-credential.ts';

export interface IssueOptions {
  /** When the issuer says it signed: information only. */
  readonly created: Instant;
  /** Contexts beside the pinned ones. */
  readonly contexts?: ContextSet | undefined;
  readonly expires?: Instant | undefined;
  /** What the holder must always show (ecdsa-sd-2023 and bbs-2023): JSON pointers. */
  readonly mandatoryPointers?: readonly string[] | undefined;
  /** What the holder may hide (vc+sd-jwt): JSON pointers; every member of the subject but its id when left out. */
  readonly disclosable?: readonly string[] | undefined;
  /** The Multikey text of the holder's public key (vc+sd-jwt), for key binding. */
  readonly holderKey?: string | undefined;
  readonly proofId?: string | undefined;
  readonly previousProof?: string | readonly string[] | undefined;
  schemaDocument?(url: string): JsonValue | undefined;
  resource?(url: string): Uint8Array | undefined;
}

/** A credential that was issued. */
export interface Issued {
  /** The credential with its proof, or the enveloped credential that carries the token. */
  readonly credential: JsonObject;
  /** The compact token, for the forms that have one. */
  readonly token?: string;
}

/**
 * Issues a credential in the form asked for. One that has proofs already gets one more. Refuses what departs from the data
 * model, is not JSON-LD with the contexts at hand, names resources or schemas it does not fit, or names an issuer the key does
 * not belong to.
 */
export async function issueCredential(
  form: ProofForm,
  request: { readonly credential: unknown; readonly key: FormKey; readonly options: IssueOptions },
): Promise<Result<Issued>> {
  const { key, options } = request;
  const fits = checkSuiteKey(form, key);
  if (!fits.ok) return fits;
  const unsafe = guardJson(request.credential);
  if (unsafe) return refused(unsafe);
  const credential = withoutUndefined(request.credential);
  const faults = await faultsOf(credential, key, options);
  if (faults.length > 0) return refused(faults);
  if (isEmbeddedForm(form)) {
    const signed = await signEmbedded(form, credential as JsonObject, key, {
      ...options,
      purpose: 'assertionMethod',
    });
    return signed.ok ? ok({ credential: signed.value }) : signed;
  }
  const token = await issueToken(form, credential as JsonObject, key, options);
  return token.ok
    ? ok({ credential: envelope(token.value, 'credential', `application/${form}`), token: token.value })
    : token;
}

/** A member that is undefined does not stand, but the JSON-LD library would stumble over it. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) =>
      member === undefined ? [] : [[name, withoutUndefined(member)]],
    ),
  );
}

async function faultsOf(
  credential: unknown,
  key: FormKey,
  options: IssueOptions,
): Promise<readonly Refusal[]> {
  if (!isRecord(credential))
    return [credentialsCatalogue.refuse('CRED_MALFORMED', { params: { detail: 'it is not a JSON object' } })];
  const document = credential as JsonObject;
  const model = credentialFaults(document);
  if (model.length > 0) return model;
  const readable = await checkJsonLd(document, contextLoader(options.contexts));
  const at = options.created;
  const trust: FormTrust = {
    ...{
      crypto: nodeCrypto,
      at,
      signedAt: { instant: at, source: 'first-receipt' },
      tolerate: ['unknown-schema'],
    },
    ...options,
    resolveDid: () => undefined,
  };
  const schemas = await judgeSchemas(document, [], trust, verifyCredential);
  const resources = await judgeResources(document, { ...options, tolerate: ['unknown-resource'] });
  return [
    ...(readable.ok ? [] : readable.refusals),
    ...issuerFaults(document, key),
    ...resources.failed,
    ...schemas.refusals,
  ];
}

/** No key issues in the name of another; a second signature, beside the issuer's own, may be anybody's. */
function issuerFaults({ issuer, proof }: JsonObject, { did }: FormKey): Refusal[] {
  const named = isRecord(issuer) ? issuer.id : issuer;
  if (named === did || proof !== undefined) return [];
  const params = { issuer: String(named).slice(0, 200), signer: did };
  return [credentialsCatalogue.refuse('CRED_ISSUER_MISMATCH', { path: '/issuer', params })];
}

async function issueToken(
  form: TokenForm,
  credential: JsonObject,
  key: FormKey,
  options: IssueOptions,
): Promise<Result<string>> {
  if (credential.proof !== undefined)
    return refused(
      credentialsCatalogue.refuse('CRED_MALFORMED', {
        path: '/proof',
        params: { detail: 'a credential with a proof is not put into a token' },
      }),
    );
  if (form === 'vc+jwt') return ok(await signCompact(credential, 'vc+jwt', key, options));
  const confirmation = options.holderKey === undefined ? undefined : confirmationOf(options.holderKey);
  if (confirmation && !confirmation.ok) return confirmation;
  return issueSdJwt(credential, key, nodeCrypto, {
    created: options.created,
    expires: options.expires,
    disclosable: options.disclosable,
    alg: algorithmOfKey(key.algorithm),
    confirmation: confirmation?.value,
  });
}

/** The holder's key, named by its did:key (RFC 7800, section 3.4). */
function confirmationOf(multikey: string): Result<{ readonly kid: string }> {
  const key = readMultikey(multikey);
  return key.ok ? ok({ kid: `did:key:${multikey}#${multikey}` }) : key;
}
