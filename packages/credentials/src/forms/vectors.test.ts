import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expectOk } from '@portolan/kernel';
import { NOW } from '../testing/actors.ts';
import { fragmentOf } from '../verify/verdict.ts';
import { deriveCredential } from './derive.ts';
import { signEmbedded } from './embedded/sign.ts';
import { issueCredential } from './issue.ts';
import { importKey } from './keys/local-key.ts';
import { codesOf, formTrust } from './testing/actors.ts';
import {
  alumniCredential,
  alumniProofChain,
  alumniProofSet,
  alumniProofs,
  sailingBaseProofs,
  sailingCredential,
  sailingSelection,
  sailingShown,
} from './testing/vectors.ts';
import { verifyCredential } from './verify-credential.ts';

/**
 * The vectors name issuers that control none of the keys (https URLs). The signatures hold, and are accepted as such; the
 * credentials are refused for their issuer, since the key of one party says nothing about another (VC Data Model 2.0, section
 * 4.7; Controlled Identifiers 1.0, section 3.3).
 */
async function signatureHolds(credential: unknown, form: string) {
  const verdict = await verifyCredential(credential, formTrust());
  assert.equal(fragmentOf(verdict, 'integrity')?.outcome, 'passed', JSON.stringify(verdict.fragments[0]));
  assert.deepEqual(codesOf(verdict, 'issuer'), ['CRED_ISSUER_MISMATCH']);
  assert.equal(verdict.verified, false);
  assert.equal(verdict.form, form);
}

describe('proofs over the whole credential', () => {
  for (const [name, proof] of Object.entries(alumniProofs))
    test(`${name}: holds, and not with one letter changed`, async () => {
      await signatureHolds({ ...alumniCredential, proof }, proof.cryptosuite);
      const altered = {
        ...alumniCredential,
        description: 'A minimum viable example of an Alumni credential.',
      };
      const verdict = await verifyCredential({ ...altered, proof }, formTrust());
      assert.deepEqual(codesOf(verdict, 'integrity'), ['CRED_SIGNATURE_INVALID']);
    });

  test('a proof set, and each proof of it alone', async () => {
    await signatureHolds({ ...alumniCredential, proof: alumniProofSet }, 'eddsa-rdfc-2022');
    for (const proof of alumniProofSet)
      await signatureHolds({ ...alumniCredential, proof }, 'eddsa-rdfc-2022');
  });

  test('a proof chain with previousProof as a list and as text; without a link it is broken', async () => {
    await signatureHolds({ ...alumniCredential, proof: alumniProofChain }, 'eddsa-rdfc-2022');
    const without = { ...alumniCredential, proof: alumniProofChain.slice(1) };
    assert.deepEqual(codesOf(await verifyCredential(without, formTrust()), 'integrity'), [
      'CRED_PROOF_CHAIN',
    ]);
    const [first, second, third, fourth] = alumniProofChain;
    const other = { ...first, proofValue: second?.proofValue };
    const swapped = { ...alumniCredential, proof: [other, second, third, fourth] };
    assert.ok(codesOf(await verifyCredential(swapped, formTrust())).includes('CRED_SIGNATURE_INVALID'));
  });
});

describe('the signatures of the specifications are the ones made here', () => {
  // Ed25519 signs the same bytes the same way each time; ECDSA does not, so only these two can be compared.
  for (const form of ['eddsa-rdfc-2022', 'eddsa-jcs-2022'] as const)
    test(form, async () => {
      const proof = alumniProofs[form];
      const key = expectOk(
        await importKey({ secretKeyMultibase: 'z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq' }),
      );
      const created = '2023-02-24T23:36:38Z' as typeof NOW;
      const signed = expectOk(
        await signEmbedded(form, alumniCredential, key, { created, purpose: 'assertionMethod' }),
      );
      assert.deepEqual(signed.proof, proof);
    });

  test('and nobody issues under a name that is not its own', async () => {
    const key = expectOk(
      await importKey({ secretKeyMultibase: 'z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq' }),
    );
    const result = await issueCredential('eddsa-rdfc-2022', {
      credential: alumniCredential,
      key,
      options: { created: NOW },
    });
    assert.equal(result.ok ? 'ok' : result.refusals[0]?.code, 'CRED_ISSUER_MISMATCH');
  });
});

describe('selective disclosure', () => {
  for (const form of ['ecdsa-sd-2023', 'bbs-2023'] as const) {
    test(`${form}: what the specification shows holds`, async () => {
      await signatureHolds(sailingShown[form], form);
      const altered = structuredClone(sailingShown[form]);
      altered.credentialSubject.sailNumber = 'Earth102';
      assert.deepEqual(codesOf(await verifyCredential(altered, formTrust()), 'integrity'), [
        'CRED_SIGNATURE_INVALID',
      ]);
    });

    test(`${form}: from the base proof of the specification the same is derived`, async () => {
      const base = { ...sailingCredential, proof: sailingBaseProofs[form] };
      assert.deepEqual(codesOf(await verifyCredential(base, formTrust()), 'integrity'), ['CRED_BASE_PROOF']);
      const derived = expectOk(await deriveCredential(base, { selectivePointers: sailingSelection }));
      await signatureHolds(derived.credential, form);
      const { proof: _ours, ...shown } = derived.credential;
      const { proof: _theirs, ...expected } = sailingShown[form] as Record<string, unknown>;
      assert.deepEqual(shown, expected);
    });
  }
});
