import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeCrypto } from '@portolan/kernel/node';
import { issueCredential } from '../credential/issue.ts';
import { addProof } from '../proof/add-proof.ts';
import { actor, NOW, trustWith, unsignedOrder } from '../testing/actors.ts';
import { signPresentation } from './presentation.ts';
import { verifyPresentation } from './verify-presentation.ts';

const seller = actor('seller');
const holder = actor('holder');
const request = { challenge: 'c8f4a1', domain: 'https://agency.example' };
const order = await issueCredential(unsignedOrder(seller.did), seller, nodeCrypto, { created: NOW });
const presentation = await signPresentation([order], holder, nodeCrypto, { ...request, created: NOW });

const verify = (value: unknown, expected = request) =>
  verifyPresentation(value, trustWith(), expected, () => trustWith());
const codes = async (value: unknown, expected = request) =>
  (await verify(value, expected)).refusals.map(({ code }) => code);

test('a presentation made for us verifies, with a verdict for each credential', async () => {
  const verdict = await verify(presentation);
  assert.equal(verdict.verified, true);
  assert.equal(verdict.holder, holder.did);
  assert.deepEqual(
    verdict.credentials.map(({ verified, issuer }) => [verified, issuer]),
    [[true, seller.did]],
  );
});

test('replayed with another challenge, or to another domain: refused', async () => {
  assert.deepEqual(await codes(presentation, { ...request, challenge: 'next' }), ['CRED_CHALLENGE']);
  assert.deepEqual(await codes(presentation, { ...request, domain: 'https://other.example' }), [
    'CRED_DOMAIN',
  ]);
  assert.deepEqual(await codes(presentation, { challenge: 'a', domain: 'b' }), [
    'CRED_CHALLENGE',
    'CRED_DOMAIN',
  ]);
});

test('a challenge written over the old one breaks the signature', async () => {
  const forged = { ...presentation, proof: { ...presentation.proof, challenge: 'next' } };
  assert.deepEqual(await codes(forged, { ...request, challenge: 'next' }), ['CRED_SIGNATURE_INVALID']);
});

test('a presentation without challenge, or made as an assertion, is refused', async () => {
  const { proof: _proof, ...unsigned } = presentation;
  const bare = await addProof(unsigned, holder, nodeCrypto, { created: NOW, purpose: 'authentication' });
  assert.deepEqual(await codes(bare), ['CRED_CHALLENGE', 'CRED_DOMAIN']);
  const assertion = await addProof(unsigned, holder, nodeCrypto, {
    created: NOW,
    purpose: 'assertionMethod',
    ...request,
  });
  assert.deepEqual(await codes(assertion), ['CRED_PROOF_PURPOSE']);
});

test('presented in the name of another holder: refused', async () => {
  const { proof: _proof, ...unsigned } = presentation;
  const options = { created: NOW, purpose: 'authentication', ...request };
  const posing = await addProof({ ...unsigned, holder: holder.did }, seller, nodeCrypto, options);
  assert.deepEqual(await codes(posing), ['CRED_HOLDER_MISMATCH']);
});

test('an altered credential inside, signed anew by the holder, fails by its own verdict', async () => {
  const altered = { ...order, validUntil: '2030-01-01T00:00:00.000Z' };
  const verdict = await verify(
    await signPresentation([order, altered], holder, nodeCrypto, { ...request, created: NOW }),
  );
  assert.equal(verdict.verified, false);
  assert.deepEqual(verdict.refusals, []);
  assert.deepEqual(
    verdict.credentials.map(({ verified }) => verified),
    [true, false],
  );
});

test('what is no presentation is refused', async () => {
  for (const value of [null, 7, {}, { ...presentation, type: ['Other'] }, { ...presentation, holder: 7 }])
    assert.deepEqual(await codes(value), ['CRED_PRESENTATION_MALFORMED']);
  const many = { ...presentation, verifiableCredential: new Array(101).fill(order) };
  assert.deepEqual(await codes(many), ['CRED_PRESENTATION_MALFORMED']);
});
