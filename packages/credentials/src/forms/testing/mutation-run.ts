import assert from 'node:assert/strict';
import type { JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { trustWith } from '../../testing/actors.ts';
import { verifyCredential as verifyHouse } from '../../verify/verify-credential.ts';
import { deriveCredential } from '../derive.ts';
import { isSelective, proofForms } from '../form.ts';
import { verifyCredential } from '../verify-credential.ts';
import { formTrust, issued } from './actors.ts';
import { mutated, placesOf, randomFrom } from './mutate.ts';

/** Verifies so many altered copies of a credential with the house's verifier, and asserts that none is accepted. */
export async function mutateHouse(runs: number, seed: number): Promise<void> {
  const original = await issued('eddsa-jcs-2022');
  assert.equal((await verifyHouse(original, trustWith())).verified, true);
  const trust = trustWith();
  await mutateWith(original, runs, seed, async (altered) => (await verifyHouse(altered, trust)).verified);
}

/** The same with a credential of every form, and the verifier of all forms. */
export async function mutateForms(runs: number, seed: number): Promise<void> {
  for (const form of proofForms) {
    const base = await issued(form, {}, { mandatoryPointers: ['/issuer'] });
    const shown = isSelective(form) ? await derived(base) : base;
    assert.equal((await verifyCredential(shown, formTrust())).verified, true, form);
    const trust = formTrust();
    const verified = async (altered: unknown) => (await verifyCredential(altered, trust)).verified;
    // Of an enveloped credential the token is what was signed.
    const token = form.startsWith('vc+') ? String(shown.id).split(',')[1] : undefined;
    if (token === undefined) await mutateWith(shown, runs, seed, verified);
    else await mutateWith({ token }, runs, seed, (altered) => verified(altered.token ?? ''));
  }
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
  accepted: (altered: JsonObject) => Promise<boolean>,
): Promise<void> {
  const random = randomFrom(seed);
  // Of a token only the text itself can change.
  const places = placesOf(original).filter((place) => place !== '' || !('token' in original));
  const signed = fingerprint(original);
  for (let run = 0; run < runs; run += 1) {
    const altered = mutated(original, places, random);
    if (fingerprint(altered) === signed) continue;
    assert.equal(await accepted(altered), false, JSON.stringify(altered));
  }
}

/** A digest of what a verifier is given, so that a change that changed nothing is not counted. */
function fingerprint(value: JsonObject): string {
  return Buffer.from(nodeCrypto.sha256(new TextEncoder().encode(JSON.stringify(value)))).toString('hex');
}
