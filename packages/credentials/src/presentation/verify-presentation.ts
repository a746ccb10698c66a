import { isRecord, type JsonObject, type Refusal, type Result, refused } from '@portolan/kernel';
import { Compile } from 'typebox/compile';
import { credentialsCatalogue } from '../catalogue.ts';
import { didOfUrl } from '../did/did.ts';
import { verifyDocument } from '../document/verify-document.ts';
import type { ProofTrust, Trust } from '../verify/trust.ts';
import type { Verdict } from '../verify/verdict.ts';
import { verifyCredential } from '../verify/verify-credential.ts';
import {
  PRESENTATION_TYPE,
  type PresentationRequest,
  PresentationSchema,
  type PresentationShape,
} from './presentation.ts';

/** What a presentation came to: whether its holder signed it for us now, and a verdict for each credential in it. */
export interface PresentationVerdict {
  readonly verified: boolean;
  readonly holder: string;
  /** What is wrong with the presentation itself. */
  readonly refusals: readonly Refusal[];
  readonly credentials: readonly Verdict[];
}

const shape = Compile(PresentationSchema);

/**
 * Verifies a presentation made for this challenge and this domain. `trustOf` gives the trust of each credential, which has a
 * signing time of its own. That a challenge is used once is for whoever set it to see to.
 */
export async function verifyPresentation(
  value: unknown,
  trust: ProofTrust,
  expected: PresentationRequest,
  trustOf: (credential: unknown) => Trust,
): Promise<PresentationVerdict> {
  const presentation = readPresentation(value);
  if (!presentation.ok)
    return { verified: false, holder: '', refusals: presentation.refusals, credentials: [] };
  const { holder, verifiableCredential } = presentation.value;
  const refusals = await presentationRefusals(presentation.value, trust, expected);
  const credentials = await Promise.all(
    verifiableCredential.map((credential) => verifyCredential(credential, trustOf(credential))),
  );
  return {
    verified: refusals.length === 0 && credentials.every(({ verified }) => verified),
    holder,
    refusals,
    credentials,
  };
}

function readPresentation(value: unknown): Result<PresentationShape> {
  if (!isRecord(value)) return malformed('', 'it is not a JSON object');
  if (!shape.Check(value)) {
    const [error] = shape.Errors(value);
    return malformed(error?.instancePath ?? '', error?.message ?? 'it has another shape');
  }
  if (!value.type.includes(PRESENTATION_TYPE))
    return malformed('/type', `it does not name ${PRESENTATION_TYPE}`);
  return { ok: true, value };
}

async function presentationRefusals(
  presentation: PresentationShape,
  trust: ProofTrust,
  expected: PresentationRequest,
): Promise<Refusal[]> {
  const signed = await verifyDocument(presentation, { ...trust, purpose: 'authentication' });
  if (!signed.ok) return [...signed.refusals];
  // The proof is well formed here, since it verified.
  const proof = presentation.proof as JsonObject;
  const signer = didOfUrl(signed.value.verificationMethod);
  return [
    ...(signer === presentation.holder ? [] : [holderMismatch(presentation.holder, signer)]),
    ...(proof.challenge === expected.challenge
      ? []
      : [credentialsCatalogue.refuse('CRED_CHALLENGE', { path: '/proof/challenge' })]),
    ...(proof.domain === expected.domain ? [] : [domainMismatch(proof.domain, expected.domain)]),
  ];
}

function holderMismatch(holder: string, signer: string): Refusal {
  return credentialsCatalogue.refuse('CRED_HOLDER_MISMATCH', { path: '/holder', params: { holder, signer } });
}

function domainMismatch(domain: unknown, expected: string): Refusal {
  const params = { domain: typeof domain === 'string' ? domain.slice(0, 100) : 'nobody', expected };
  return credentialsCatalogue.refuse('CRED_DOMAIN', { path: '/proof/domain', params });
}

function malformed(path: string, detail: string) {
  return refused(credentialsCatalogue.refuse('CRED_PRESENTATION_MALFORMED', { path, params: { detail } }));
}
