import { type JsonObject, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { readCompact } from '../jose/compact.ts';
import { holderOf } from '../model/check-presentation.ts';
import { checkBinding, type VerifyCompact } from '../sd-jwt/key-binding.ts';
import { openPayload } from '../sd-jwt/open.ts';
import { splitSdJwt } from '../sd-jwt/token.ts';
import type { CheckedDocument, CheckedSignature } from './checked.ts';
import { checkFormKeyUse, formSigningKey } from './embedded/proof-key.ts';
import { type EmbeddedProof, readProofs } from './embedded/read-proofs.ts';
import { verifyProof } from './embedded/verify-proof.ts';
import type { TokenForm } from './form.ts';
import type { Opened, Subject } from './open.ts';
import { claimsFault, documentOf, notBefore, proofDates, subjectId } from './tokens/claims.ts';
import { tokenKey, typeFault } from './tokens/signing-method.ts';
import type { FormTrust } from './trust.ts';

const PURPOSE = { credential: 'assertionMethod', presentation: 'authentication' } as const;
const TYPES = {
  jwt: { credential: ['vc+jwt', 'vc-ld+jwt'], presentation: ['vp+jwt', 'vp-ld+jwt'] },
  'sd-jwt': { credential: ['vc+sd-jwt', 'vc-ld+sd-jwt'], presentation: ['vp+sd-jwt', 'vp-ld+sd-jwt'] },
} as const;

/** Opens a secured document and checks every signature on it. Refuses only what can't be opened at all. */
export async function checkSecured(
  opened: Opened,
  subject: Subject,
  trust: FormTrust,
): Promise<Result<CheckedDocument>> {
  if (opened.kind === 'embedded') return ok(await checkEmbedded(opened.document, subject, trust));
  return opened.kind === 'jwt'
    ? checkJwt(opened.token, subject, trust)
    : checkSdJwt(opened.token, subject, trust);
}

async function checkEmbedded(
  document: JsonObject,
  subject: Subject,
  trust: FormTrust,
): Promise<CheckedDocument> {
  const { proof: _proofs, ...unsecured } = document;
  const proofs = readProofs(document);
  if (!proofs.ok) return { document, signatures: [], refusals: proofs.refusals };
  const signatures: CheckedSignature[] = [];
  for (const proof of proofs.value)
    signatures.push(await checkProof(unsecured, proof, proofs.value, subject, trust));
  return { document, signatures, refusals: [] };
}

async function checkProof(
  unsecured: JsonObject,
  proof: EmbeddedProof,
  proofs: readonly EmbeddedProof[],
  subject: Subject,
  trust: FormTrust,
): Promise<CheckedSignature> {
  const { form, path, proofPurpose, raw } = proof;
  const key = formSigningKey(form, proof.verificationMethod, trust, `${path}/verificationMethod`);
  const fits: Result<true> = key.ok
    ? await verifyProof(unsecured, proof, proofs, key.value, trust)
    : refused(key.refusals);
  const { created, expires } = raw as { created?: string; expires?: string };
  return {
    form,
    path,
    key,
    integrity:
      fits.ok && proofPurpose !== PURPOSE[subject] ? refused(wrongPurpose(proof, PURPOSE[subject])) : fits,
    dates: { ...(created === undefined ? {} : { created }), ...(expires === undefined ? {} : { expires }) },
    purpose: proofPurpose,
    challenge: raw.challenge,
    domain: raw.domain,
  };
}

async function checkJwt(token: string, subject: Subject, trust: FormTrust): Promise<Result<CheckedDocument>> {
  const compact = readCompact(token);
  if (!compact.ok) return compact;
  const type = typeFault(compact.value, TYPES.jwt[subject]);
  const { payload } = compact.value;
  const { verifyCompactWith } = await import('./tokens/jws-key.ts');
  const key = tokenKey('vc+jwt', compact.value, trust);
  const signature = await tokenSignature('vc+jwt', token, key, payload, verifyCompactWith);
  const refusals = [...(type.ok ? [] : type.refusals), ...agreement(payload, subject)];
  return ok({ document: documentOf(payload), signatures: [signature], refusals });
}

async function checkSdJwt(
  token: string,
  subject: Subject,
  trust: FormTrust,
): Promise<Result<CheckedDocument>> {
  const parts = splitSdJwt(token);
  if (!parts.ok) return parts;
  const compact = readCompact(parts.value.jwt);
  if (!compact.ok) return compact;
  const type = typeFault(compact.value, TYPES['sd-jwt'][subject]);
  const opened = openPayload(compact.value.payload, parts.value.disclosures, trust.crypto);
  if (!opened.ok) return opened;
  const { payload } = opened.value;
  const verify = ownOrLibrary(trust);
  const key = tokenKey('vc+sd-jwt', compact.value, trust);
  const signature = await tokenSignature('vc+sd-jwt', parts.value.jwt, key, payload, verify);
  const bound =
    trust.keyBinding !== undefined || parts.value.keyBinding !== undefined
      ? await checkBinding(parts.value, payload.cnf, verify, {
          crypto: trust.crypto,
          at: trust.at,
          request: trust.keyBinding,
        })
      : ok(true);
  const refusals = [
    ...(type.ok ? [] : type.refusals),
    ...agreement(payload, subject),
    ...(bound.ok ? [] : bound.refusals),
  ];
  return ok({ document: documentOf(payload), signatures: [signature], refusals });
}

/** EdDSA goes through the crypto port, as the house's own forms do; the other algorithms through the JOSE library. */
function ownOrLibrary({ crypto }: FormTrust): VerifyCompact {
  return async (token, key) => {
    const { verifyCompactWith } = await import('./tokens/jws-key.ts');
    if (key.algorithm !== 'Ed25519') return verifyCompactWith(token, key);
    const compact = readCompact(token);
    if (!compact.ok) return false;
    const { signingInput, signature } = compact.value;
    return crypto.verifyEd25519(key.publicKey, new TextEncoder().encode(signingInput), signature);
  };
}

async function tokenSignature(
  form: TokenForm,
  token: string,
  key: CheckedSignature['key'],
  payload: JsonObject,
  verify: VerifyCompact,
): Promise<CheckedSignature> {
  const known = { form, path: '', key, dates: proofDates(payload), notBefore: notBefore(payload) };
  if (!key.ok) return { ...known, integrity: refused(key.refusals) };
  const fits = await verify(token, key.value.key);
  const params = { signer: key.value.document.id };
  return {
    ...known,
    integrity: fits ? ok(true) : refused(credentialsCatalogue.refuse('CRED_SIGNATURE_INVALID', { params })),
    challenge: payload.nonce,
    domain: payload.aud,
  };
}

function agreement(payload: JsonObject, subject: Subject): Refusal[] {
  const { issuer } = payload;
  const named = subject === 'presentation' ? holderOf(payload) : idOf(issuer);
  const fault = claimsFault(payload, { iss: named, sub: subjectId(payload) });
  return fault ? [fault] : [];
}

function idOf(issuer: unknown): string | undefined {
  if (typeof issuer === 'string') return issuer;
  const { id } = (issuer ?? {}) as { readonly id?: unknown };
  return typeof id === 'string' ? id : undefined;
}

function wrongPurpose({ path, proofPurpose }: EmbeddedProof, expected: string): Refusal {
  const params = { purpose: proofPurpose.slice(0, 60), expected };
  return credentialsCatalogue.refuse('CRED_PROOF_PURPOSE', { path: `${path}/proofPurpose`, params });
}

/** Whether the key of a signature was its owner's and in force when the document was signed. */
export function keyUse({ key }: CheckedSignature, subject: Subject, trust: FormTrust): Result<true> {
  return key.ok ? checkFormKeyUse(key.value, PURPOSE[subject], trust) : refused(key.refusals);
}
