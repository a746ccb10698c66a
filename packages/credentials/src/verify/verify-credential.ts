import {
  type Digest,
  digestJson,
  type JsonObject,
  type JsonValue,
  ok,
  type Result,
  refused,
} from '@portolan/kernel';
import {
  documentTypesOf,
  issuerOf,
  readCredential,
  type UnsignedCredential,
} from '../credential/credential.ts';
import { readProof, type SecuredDocument } from '../proof/read-proof.ts';
import { type DisclosedCredential, isEnvelopedCredential, openDisclosed } from '../sd-jwt/credential.ts';
import { checkAccreditation } from './accreditation.ts';
import { checkDates } from './dates.ts';
import { failed, undetermined } from './fragment.ts';
import { checkIntegrity } from './integrity.ts';
import { checkIssuer } from './issuer.ts';
import { checkSchema } from './schema.ts';
import { fitsSignature, type SigningKey, signingKey } from './signature.ts';
import { checkStatus } from './status.ts';
import type { Trust } from './trust.ts';
import { type Fragment, fragmentNames, type Verdict } from './verdict.ts';

/**
 * Verifies a credential against what is handed in and says everything that can be said about it: integrity, issuer,
 * accreditation, status, dates and schema, each on its own. Nothing is skipped because something else failed. Input is what
 * parseJson gave, with a proof of the house or in an envelope of `vc+sd-jwt`; anything else comes out as a verdict too. Who has taken the credential apart
 * already, with readProof, hands in what it gave.
 *
 * @example
 * const verdict = await verifyCredential(credential, trust);
 * if (!verdict.verified) report(verdictRefusals(verdict));
 */
export async function verifyCredential(
  value: unknown,
  trust: Trust,
  taken?: SecuredDocument,
): Promise<Verdict> {
  const opened = isEnvelopedCredential(value) ? openDisclosed(value, trust.crypto) : undefined;
  if (opened && !opened.ok) return malformedVerdict(value, opened.refusals, trust);
  const shape = readCredential(opened ? opened.value.credential : value);
  if (!shape.ok) return malformedVerdict(value, shape.refusals, trust);
  const credential = shape.value;
  const secured = securedOf(credential, trust, opened?.value, taken);
  const key: Result<SigningKey> = secured.ok
    ? signingKey(secured.value.proof, trust)
    : refused(secured.refusals);
  const answer = secured.ok && key.ok && fitsSignature(secured.value, key.value, trust.crypto);
  // The crypto port of Node answers at once, and waiting for what is there costs a turn.
  const fits = typeof answer === 'boolean' ? answer : await answer;
  const fragments = judge(credential, secured, key, fits, trust);
  const issuer = issuerOf(credential);
  const verdict = {
    verified: fragments.every(({ outcome }) => outcome === 'passed' || outcome === 'not-applicable'),
    digest: secured.ok ? secured.value.digest : digestOf(credential, trust),
    issuer,
    types: credential.type,
    signedAt: trust.signedAt,
    custody: trust.custody?.(issuer) ?? 'unknown',
    fragments,
  };
  return opened ? { ...verdict, original: opened.value.original, hidden: opened.value.hidden } : verdict;
}

function securedOf(
  credential: JsonObject,
  { crypto }: Trust,
  disclosed: DisclosedCredential | undefined,
  taken: SecuredDocument | undefined,
): Result<SecuredDocument> {
  const known = disclosed?.secured ?? taken;
  return known ? ok(known) : readProof(credential, crypto);
}

function judge(
  credential: UnsignedCredential,
  secured: Result<SecuredDocument>,
  key: Result<SigningKey>,
  fits: boolean,
  trust: Trust,
): Fragment[] {
  const issuer = issuerOf(credential);
  const types = documentTypesOf(credential);
  const integrity = checkIntegrity(secured, key, fits);
  return [
    integrity,
    checkIssuer(issuer, key, integrity, trust),
    checkAccreditation(issuer, types, trust),
    checkStatus(credential, issuer, trust),
    secured.ok
      ? checkDates(credential, secured.value.proof, trust.at, secured.value.notBefore)
      : checkDates(credential, undefined, trust.at),
    checkSchema(credential.credentialSubject, types, trust),
  ];
}

function malformedVerdict(value: unknown, refusals: Parameters<typeof failed>[1], trust: Trust): Verdict {
  const [first, ...others] = fragmentNames;
  return {
    verified: false,
    digest: digestOf(value, trust),
    issuer: '',
    types: [],
    signedAt: trust.signedAt,
    custody: 'unknown',
    fragments: [
      failed(first, refusals),
      ...others.map((name) => undetermined(name, [], 'It is not a credential.')),
    ],
  };
}

/** Of a value that JSON can't carry there is no canonical form; the digest of null stands for it. */
function digestOf(value: unknown, { crypto }: Trust): Digest {
  try {
    return digestJson(crypto, value as JsonValue);
  } catch {
    return digestJson(crypto, null);
  }
}
