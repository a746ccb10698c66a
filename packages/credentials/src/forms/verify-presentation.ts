import type { JsonObject, Refusal, Result } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { credentialsOf, holderOf, presentationFaults } from '../model/check-presentation.ts';
import { checkDates } from '../verify/dates.ts';
import { checkSecured, keyUse } from './check-secured.ts';
import type { CheckedDocument, CheckedSignature } from './checked.ts';
import { contextLoader } from './contexts/loader.ts';
import { checkJsonLd } from './json-ld/check.ts';
import { workMeter } from './json-ld/work.ts';
import { openSecured } from './open.ts';
import type { FormTrust, FormVerdict } from './trust.ts';
import { verifyCredential } from './verify-credential.ts';

/** What the verifier set; what is left out was not set, and a presentation that answers something all the same is refused. */
export interface PresentationChallenge {
  readonly challenge?: string | undefined;
  readonly domain?: string | undefined;
  /** Takes a presentation that nobody signed; its credentials are verified all the same. */
  readonly unsigned?: 'accept' | undefined;
}

/** What a presentation came to: whether its holder signed it for us now, and a verdict for each credential in it. */
export interface FormPresentationVerdict {
  readonly verified: boolean;
  readonly holder: string;
  /** What is wrong with the presentation itself. */
  readonly refusals: readonly Refusal[];
  readonly credentials: readonly FormVerdict[];
}

/**
 * Verifies a presentation of any form made for this challenge and this domain, and every credential in it. `trustOf` gives the
 * trust of each credential, which has a signing time of its own; the presentation's trust serves when it is left out. That a
 * challenge is used once is for whoever set it to see to.
 */
export async function verifyPresentation(
  anything: unknown,
  given: FormTrust,
  expected: PresentationChallenge = {},
  trustOf: (credential: JsonObject) => FormTrust = () => given,
): Promise<FormPresentationVerdict> {
  const work = given.work ?? workMeter();
  const trust = { ...given, work };
  const checked = await open(anything, trust);
  if (!checked.ok) return { verified: false, holder: '', refusals: checked.refusals, credentials: [] };
  const { document } = checked.value;
  const holder = holderOf(document) ?? '';
  const model = presentationFaults(document);
  if (model.length > 0)
    return { verified: false, holder, refusals: [...checked.value.refusals, ...model], credentials: [] };
  const readable = await checkJsonLd(document, contextLoader(trust.contexts), work);
  const refusals = [
    ...(readable.ok ? [] : readable.refusals),
    ...signatureFaults(checked.value, holder, trust, expected),
  ];
  const credentials: FormVerdict[] = [];
  for (const credential of credentialsOf(document))
    credentials.push(await verifyCredential(credential, { ...trustOf(credential), work }));
  const verified = refusals.length === 0 && credentials.every((verdict) => verdict.verified);
  return { verified, holder, refusals, credentials };
}

async function open(anything: unknown, trust: FormTrust): Promise<Result<CheckedDocument>> {
  const opened = openSecured(anything, 'presentation');
  return opened.ok ? checkSecured(opened.value, 'presentation', trust) : opened;
}

function signatureFaults(
  { document, signatures, refusals }: CheckedDocument,
  holder: string,
  trust: FormTrust,
  expected: PresentationChallenge,
): Refusal[] {
  if (document.proof === undefined && signatures.length === 0 && expected.unsigned === 'accept') return [];
  return [
    ...refusals,
    ...signatures.flatMap((signature) => [
      ...faultsOf(signature, holder, trust),
      ...answerFaults(signature, expected),
    ]),
  ];
}

function faultsOf(signature: CheckedSignature, holder: string, trust: FormTrust): readonly Refusal[] {
  const { integrity, key, dates, notBefore } = signature;
  if (!integrity.ok) return integrity.refusals;
  const use = keyUse(signature, 'presentation', trust);
  const signer = key.ok ? key.value.document.id : '';
  return [
    ...(use.ok ? [] : use.refusals),
    ...(holder === '' || holder === signer ? [] : [otherHolder(holder, signer)]),
    ...checkDates({}, dates, trust.at, notBefore).refusals,
  ];
}

/** The challenge and the domain the holder signed are those that were set, and nothing was answered that was not asked. */
function answerFaults(
  { challenge, domain, path }: CheckedSignature,
  expected: PresentationChallenge,
): Refusal[] {
  const faults: Refusal[] = [];
  if (expected.challenge === undefined && challenge !== undefined)
    faults.push(refuse('CRED_CHALLENGE_UNASKED', `${path}/challenge`));
  if (expected.challenge !== undefined && challenge !== expected.challenge)
    faults.push(
      refuse(challenge === undefined ? 'CRED_CHALLENGE_MISSING' : 'CRED_CHALLENGE', `${path}/challenge`),
    );
  if (expected.domain === undefined || includes(domain, expected.domain)) return faults;
  const named = typeof domain === 'string' ? domain.slice(0, 100) : 'nobody';
  const code = domain === undefined ? 'CRED_DOMAIN_MISSING' : 'CRED_DOMAIN';
  return [...faults, refuse(code, `${path}/domain`, { domain: named, expected: expected.domain })];
}

/** A domain may be a list (VC Data Integrity 1.0, section 2.1). */
function includes(domain: unknown, expected: string): boolean {
  return domain === expected || (Array.isArray(domain) && domain.includes(expected));
}

type AnswerCode =
  | 'CRED_CHALLENGE'
  | 'CRED_CHALLENGE_MISSING'
  | 'CRED_CHALLENGE_UNASKED'
  | 'CRED_DOMAIN'
  | 'CRED_DOMAIN_MISSING';

function refuse(code: AnswerCode, path: string, params: Record<string, string> = {}): Refusal {
  return credentialsCatalogue.refuse(code, { path, params });
}

function otherHolder(holder: string, signer: string): Refusal {
  return credentialsCatalogue.refuse('CRED_HOLDER_MISMATCH', { path: '/holder', params: { holder, signer } });
}
