import assert from 'node:assert/strict';
import type { JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { trustWith } from '../../testing/actors.ts';
import { type Verdict, verdictRefusals } from '../../verify/verdict.ts';
import { verifyCredential as verifyHouse } from '../../verify/verify-credential.ts';
import { deriveCredential } from '../derive.ts';
import { isSelective, type ProofForm, proofForms } from '../form.ts';
import { verifyCredential } from '../verify-credential.ts';
import { formTrust, issued } from './actors.ts';
import { mutated, placesOf, randomFrom } from './mutate.ts';

/** How many altered copies were refused with each code; one copy counts under the first. */
export type Tally = Map<string, number>;

/** Verifies so many altered copies of a credential with the house's verifier, and asserts that none is accepted. */
export async function mutateHouse(runs: number, seed: number): Promise<Tally> {
  const original = await issued('eddsa-jcs-2022');
  assert.equal((await verifyHouse(original, trustWith())).verified, true);
  const trust = trustWith();
  return mutateWith(original, runs, seed, (altered) => verifyHouse(altered, trust));
}

/** The same with a credential of each form, and the verifier of all forms; `runs` says how many copies of each. */
export async function mutateForms(runs: (form: ProofForm) => number, seed: number): Promise<Tally> {
  const all: Tally = new Map();
  for (const form of proofForms)
    for (const [code, count] of await mutateForm(form, runs(form), seed))
      all.set(code, (all.get(code) ?? 0) + count);
  return all;
}

async function mutateForm(form: ProofForm, runs: number, seed: number): Promise<Tally> {
  const base = await issued(form, {}, { mandatoryPointers: ['/issuer'] });
  const shown = isSelective(form) ? await derived(base) : base;
  const trust = formTrust();
  const verify = (altered: unknown) => verifyCredential(altered, trust);
  assert.equal((await verify(shown)).verified, true, form);
  // Of an enveloped credential the token is what was signed.
  const token = form.startsWith('vc+') ? String(shown.id).split(',')[1] : undefined;
  return token === undefined
    ? mutateWith(shown, runs, seed, verify)
    : mutateWith({ token }, runs, seed, (altered) => verify(altered.token ?? ''));
}

async function derived(base: JsonObject): Promise<JsonObject> {
  const result = await deriveCredential(base, { selectivePointers: ['/credentialSubject/heat'] });
  assert.ok(result.ok);
  return result.value.credential;
}

async function mutateWith(
  original: JsonObject,
  runs: number,
  seed: number,
  verify: (altered: JsonObject) => Promise<Verdict>,
): Promise<Tally> {
  const random = randomFrom(seed);
  // Of a token only the text itself can change.
  const places = placesOf(original).filter((place) => place !== '' || !('token' in original));
  const signed = fingerprint(original);
  const tally: Tally = new Map();
  for (let run = 0; run < runs; ) {
    const altered = mutated(original, places, random);
    if (fingerprint(altered) === signed) continue;
    run += 1;
    const verdict = await verify(altered);
    assert.equal(verdict.verified, false, JSON.stringify(altered));
    const code = verdictRefusals(verdict)[0]?.code;
    assert.ok(code, `refused without a code: ${JSON.stringify(altered)}`);
    tally.set(code, (tally.get(code) ?? 0) + 1);
  }
  return tally;
}

/** A digest of what a verifier is given, so that a change that changed nothing is not counted. */
function fingerprint(value: JsonObject): string {
  return Buffer.from(nodeCrypto.sha256(new TextEncoder().encode(JSON.stringify(value)))).toString('hex');
}
