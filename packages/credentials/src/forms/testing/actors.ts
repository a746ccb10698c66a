import { expectOk, type JsonObject, type Refusal, type Result } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { CREDENTIALS_CONTEXT } from '../../credential/credential.ts';
import type { KeyAlgorithm } from '../../did/multikey.ts';
import { NOW } from '../../testing/actors.ts';
import type { Fragment } from '../../verify/verdict.ts';
import { verdictRefusals } from '../../verify/verdict.ts';
import { algorithmsOf, type ProofForm } from '../form.ts';
import { type IssueOptions, issueCredential } from '../issue.ts';
import type { LocalKey } from '../keys/form-key.ts';
import { generateKey } from '../keys/local-key.ts';
import type { FormTrust, FormVerdict } from '../trust.ts';

/** Keys, credentials and a trust for the tests of the forms. */

const keys = new Map<KeyAlgorithm, Promise<LocalKey>>();

/** One key of each algorithm for the whole test file: making them costs more than using them. */
export function keyOf(algorithm: KeyAlgorithm): Promise<LocalKey> {
  const known = keys.get(algorithm) ?? generateKey(algorithm);
  keys.set(algorithm, known);
  return known;
}

/** The key a form is tested with. */
export function keyFor(form: ProofForm): Promise<LocalKey> {
  return keyOf(algorithmsOf(form)[0] as KeyAlgorithm);
}

export const EXAMPLES_CONTEXT = 'https://www.w3.org/ns/credentials/examples/v2';

export function millTest(issuer: string, changes: Record<string, unknown> = {}): JsonObject {
  return {
    '@context': [CREDENTIALS_CONTEXT, EXAMPLES_CONTEXT],
    id: 'urn:uuid:0d9c1c6e-3b54-4a5e-8b8c-3c5f5b1c7a01',
    type: ['VerifiableCredential', 'MillTestReport'],
    issuer,
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: {
      id: 'did:example:coil',
      heat: 'H-4711',
      grade: 'A36',
      results: [
        { test: 'yield', value: '250' },
        { test: 'tensile', value: '400' },
      ],
    },
    ...changes,
  } as JsonObject;
}

export function formTrust(changes: Partial<FormTrust> = {}): FormTrust {
  return {
    crypto: nodeCrypto,
    at: NOW,
    signedAt: { instant: NOW, source: 'log' },
    resolveDid: () => undefined,
    ...changes,
  };
}

/** A credential issued in a form, as a verifier gets it. */
export async function issued(
  form: ProofForm,
  changes: Record<string, unknown> = {},
  options: Partial<IssueOptions> = {},
): Promise<JsonObject> {
  const key = await keyFor(form);
  const request = { credential: millTest(key.did, changes), key, options: { created: NOW, ...options } };
  return expectOk(await issueCredential(form, request)).credential;
}

export function codesOf(verdict: FormVerdict, name?: Fragment['name']): string[] {
  const refusals: Refusal[] =
    name === undefined
      ? verdictRefusals(verdict)
      : verdict.fragments.filter((fragment) => fragment.name === name).flatMap(({ refusals: all }) => all);
  return refusals.map(({ code }) => code);
}

export function firstCode(result: Result<unknown>): string {
  return result.ok ? 'ok' : (result.refusals[0]?.code ?? 'no code');
}
