import {
  type CryptoPort,
  canonicalize,
  type Digest,
  digestJson,
  isRecord,
  type JsonObject,
  type JsonValue,
  ok,
  type Result,
  refused,
  resolvePointer,
  utf8,
} from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { envelope, isEnveloped, openSecured } from '../forms/open.ts';
import { claimsFault, documentOf, notBefore, proofDates, subjectId } from '../forms/tokens/claims.ts';
import { keyOfAlgorithm } from '../jose/algorithm.ts';
import { type CompactToken, readCompact } from '../jose/compact.ts';
import type { SecuredDocument } from '../proof/read-proof.ts';
import { discloseSdJwt } from './disclose.ts';
import { openPayload } from './open.ts';
import { joinSdJwt, type SdJwt, splitSdJwt } from './token.ts';

const TYPE = 'vc+sd-jwt';
const METHOD = /^did:[^#\s]+#\S+$/;

/** A credential that travels as `vc+sd-jwt`, as far as its holder shows it. */
export interface DisclosedCredential {
  /** The credential with what is shown, as if its issuer had written it so. */
  readonly credential: JsonObject;
  /** Of the credential with nothing disclosed: the same whatever its holder shows, and what a log holds of it. */
  readonly original: Digest;
  /** How many members its holder does not show. */
  readonly hidden: number;
  /** What the signature is checked with. */
  readonly secured: SecuredDocument;
}

/** Whether a JSON value is a credential in an envelope, of whatever form (VC Data Model 2.0, section 4.12). */
export function isEnvelopedCredential(value: unknown): value is JsonObject {
  return isRecord(value) && isEnveloped(value, 'credential');
}

/** The JSON document that carries a token of `vc+sd-jwt`. */
export function envelopedCredential(token: string): JsonObject {
  return envelope(token, 'credential', `application/${TYPE}`);
}

/**
 * Takes apart a credential in an envelope of `vc+sd-jwt` whose issuer signed with EdDSA. Refuses other forms and algorithms, a
 * key that is not named by a DID URL, claims that contradict the credential, disclosures that the issuer did not sign, and a
 * key binding: that answers one verifier's question and is no part of a document.
 */
export function openDisclosed(value: JsonObject, crypto: CryptoPort): Result<DisclosedCredential> {
  const parts = tokenIn(value);
  if (!parts.ok) return parts;
  const compact = readCompact(parts.value.jwt);
  if (!compact.ok) return compact;
  const { alg, kid, typ } = compact.value.header;
  if (typ !== TYPE) return refusedType(typ);
  if (keyOfAlgorithm(alg) !== 'Ed25519')
    return refused(
      credentialsCatalogue.refuse('CRED_JWT_ALGORITHM', { path: '/alg', params: { algorithm: alg } }),
    );
  if (typeof kid !== 'string' || !METHOD.test(kid)) return refusedKey();
  const opened = openPayload(compact.value.payload, parts.value.disclosures, crypto);
  if (!opened.ok) return opened;
  const { hidden, payload } = opened.value;
  const issuer = isRecord(payload.issuer) ? payload.issuer.id : payload.issuer;
  const iss = typeof issuer === 'string' ? issuer : undefined;
  const fault = claimsFault(payload, { iss, sub: subjectId(payload) });
  if (fault) return refused(fault);
  return ok({
    credential: documentOf(payload),
    hidden,
    original: digestJson(crypto, envelopedCredential(`${parts.value.jwt}~`)),
    secured: securedBy(value, kid, compact.value, crypto),
  });
}

/** A member that the holder of a credential shows and may hide. */
export interface HideableMember {
  readonly pointer: string;
  readonly value: JsonValue;
}

/** What the holder of a credential in an envelope of `vc+sd-jwt` may hide of it, as far as it is at hand. */
export function hideableIn(value: JsonObject, crypto: CryptoPort): Result<HideableMember[]> {
  const parts = tokenIn(value);
  if (!parts.ok) return parts;
  const compact = readCompact(parts.value.jwt);
  if (!compact.ok) return compact;
  const opened = openPayload(compact.value.payload, parts.value.disclosures, crypto);
  if (!opened.ok) return opened;
  const { payload, places } = opened.value;
  const members = [...places.values()].map((pointer) => ({
    pointer,
    value: resolvePointer(payload, pointer) as JsonValue,
  }));
  return ok(members.sort((left, right) => (left.pointer < right.pointer ? -1 : 1)));
}

/** The same credential with nothing shown of what may be hidden but the members named; nothing of the rest is in its bytes. */
export function shownInPart(
  value: JsonObject,
  shown: readonly string[],
  crypto: CryptoPort,
): Result<JsonObject> {
  const parts = tokenIn(value);
  if (!parts.ok) return parts;
  const token = discloseSdJwt(joinSdJwt(parts.value), shown, crypto);
  return token.ok ? ok(envelopedCredential(token.value)) : token;
}

/** The credential as its holder shows it; a credential of another form, and what does not open, is given back as it is. */
export function disclosedCredential(value: JsonObject, crypto: CryptoPort): JsonObject {
  const opened = isEnvelopedCredential(value) ? openDisclosed(value, crypto) : undefined;
  return opened?.ok ? opened.value.credential : value;
}

/**
 * The digest that a log holds of a credential, and by which other documents name it: of its canonical form, and of a `vc+sd-jwt`
 * of what its issuer signed, so that every holder's choice of what to show is the same credential.
 */
export function originalDigest(value: JsonObject, crypto: CryptoPort): Digest {
  const parts = isEnvelopedCredential(value) ? tokenIn(value) : undefined;
  return digestJson(crypto, parts?.ok ? envelopedCredential(`${parts.value.jwt}~`) : value);
}

function tokenIn(value: JsonObject): Result<SdJwt> {
  const opened = openSecured(value, 'credential');
  if (!opened.ok) return opened;
  if (opened.value.kind !== 'sd-jwt') return refusedType(opened.value.kind);
  const parts = splitSdJwt(opened.value.token);
  if (parts.ok && parts.value.keyBinding !== undefined) {
    const params = {
      detail: 'it ends with a key binding, which answers one verifier and is no part of a document',
    };
    return refused(credentialsCatalogue.refuse('CRED_JWT_MALFORMED', { params }));
  }
  return parts;
}

function securedBy(
  value: JsonObject,
  verificationMethod: string,
  { payload, signature, signingInput }: CompactToken,
  crypto: CryptoPort,
): SecuredDocument {
  return {
    proof: { verificationMethod, proofPurpose: 'assertionMethod', ...proofDates(payload) },
    bytes: utf8(canonicalize(value)),
    digest: digestJson(crypto, value),
    message: utf8(signingInput),
    signature,
    notBefore: notBefore(payload),
  };
}

function refusedType(type: unknown) {
  const params = { type: String(type).slice(0, 40), expected: TYPE };
  return refused(credentialsCatalogue.refuse('CRED_JWT_TYPE', { path: '/typ', params }));
}

function refusedKey() {
  const params = { detail: 'its kid is not the DID URL of a key' };
  return refused(credentialsCatalogue.refuse('CRED_JWT_KEY', { path: '/kid', params }));
}
