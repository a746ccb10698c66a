import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk, type JsonObject, toBase64Url, utf8 } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { signingInputOf } from '../jose/compact.ts';
import { actor, NOW, trustWith, unsignedOrder } from '../testing/actors.ts';
import { fragmentOf } from '../verify/verdict.ts';
import { verifyCredential } from '../verify/verify-credential.ts';
import {
  disclosedCredential,
  envelopedCredential,
  hideableIn,
  originalDigest,
  shownInPart,
} from './credential.ts';
import { discloseSdJwt } from './disclose.ts';
import { issueSdJwt, type SdJwtOptions } from './issue.ts';
import { bindSdJwt } from './key-binding.ts';

const seller = actor('seller');
const thief = actor('thief');
const order = unsignedOrder(seller.did) as unknown as JsonObject;
const subject = order.credentialSubject as JsonObject;
const hideable = Object.keys(subject)[0] as string;
const pointer = `/credentialSubject/${hideable}`;

const issue = async (options: Partial<SdJwtOptions> = {}, signer = seller) =>
  expectOk(await issueSdJwt(order, signer, nodeCrypto, { created: NOW, disclosable: [pointer], ...options }));

const verify = (token: string) => verifyCredential(envelopedCredential(token), trustWith());
const codes = async (token: string) =>
  (await verify(token)).fragments.flatMap(({ refusals }) => refusals.map(({ code }) => code));

test('a credential in an envelope is verified like any other, and what is shown stands in it', async () => {
  const token = await issue();
  const verdict = await verify(token);
  assert.ok(verdict.verified, JSON.stringify(verdict.fragments));
  assert.equal(verdict.issuer, seller.did);
  assert.equal(verdict.hidden, 0);
  assert.deepEqual(disclosedCredential(envelopedCredential(token), nodeCrypto).credentialSubject, subject);
});

test('whatever its holder shows is one credential: the same original, another digest', async () => {
  const token = await issue();
  const shown = expectOk(discloseSdJwt(token, ['/issuer'], nodeCrypto));
  const [whole, part] = await Promise.all([verify(token), verify(shown)]);
  assert.ok(part.verified);
  assert.notEqual(part.digest, whole.digest);
  assert.equal(part.original, whole.original);
  assert.equal(part.original, originalDigest(envelopedCredential(shown), nodeCrypto));
  assert.equal(part.hidden, 1);
  const { credentialSubject } = disclosedCredential(envelopedCredential(shown), nodeCrypto);
  assert.ok(!Object.hasOwn(credentialSubject as object, hideable));
});

test('its holder sees what may be hidden, and shows it or not', async () => {
  const whole = envelopedCredential(await issue());
  const members = expectOk(hideableIn(whole, nodeCrypto));
  assert.deepEqual(members, [{ pointer, value: subject[hideable] }]);
  const hidden = expectOk(shownInPart(whole, [], nodeCrypto));
  assert.deepEqual(expectOk(hideableIn(hidden, nodeCrypto)), []);
  assert.deepEqual(expectOk(shownInPart(whole, [pointer], nodeCrypto)), whole);
});

test('a value put back, another key, an altered letter and a missing signature fail', async () => {
  const token = await issue();
  const shown = expectOk(discloseSdJwt(token, ['/issuer'], nodeCrypto));
  const forged = Buffer.from(JSON.stringify(['c2FsdA', hideable, '1'])).toString('base64url');
  assert.deepEqual(await codes(`${shown}${forged}~`), ['CRED_SD_DISCLOSURE']);
  const stolen = await verify(await issue({}, { ...thief, verificationMethod: seller.verificationMethod }));
  assert.equal(fragmentOf(stolen, 'integrity')?.refusals[0]?.code, 'CRED_SIGNATURE_INVALID');
  const other = await verify(await issue({}, thief));
  assert.equal(fragmentOf(other, 'issuer')?.refusals[0]?.code, 'CRED_ISSUER_MISMATCH');
  const [head = '', payload = '', signature = ''] = token.split('.');
  assert.equal((await verify(`${head}.${payload.slice(0, -1)}.${signature}`)).verified, false);
});

test('other algorithms, a binding for one verifier, and words beside the token are refused', async () => {
  assert.deepEqual(await codes(await issue({ alg: 'ES256' })), ['CRED_JWT_ALGORITHM']);
  const bound = await bindSdJwt(await issue(), seller, nodeCrypto, {
    ...{ nonce: 'n', audience: 'a', created: NOW },
  });
  assert.deepEqual(await codes(bound), ['CRED_JWT_MALFORMED']);
  const beside = { ...envelopedCredential(await issue()), note: 'not signed' };
  const verdict = await verifyCredential(beside, trustWith());
  assert.equal(fragmentOf(verdict, 'integrity')?.refusals[0]?.code, 'CRED_ENVELOPE_MALFORMED');
});

test('a token counts from its nbf on (RFC 7519, section 4.1.5)', async () => {
  const header = { alg: 'EdDSA', typ: 'vc+sd-jwt', kid: seller.verificationMethod };
  const codesWith = async (nbf: number) => {
    const input = signingInputOf(header, { ...order, nbf });
    return codes(`${input}.${toBase64Url(await seller.sign(utf8(input)))}~`);
  };
  const now = Math.floor(Date.parse(NOW) / 1000);
  assert.deepEqual(await codesWith(now), []);
  assert.deepEqual(await codesWith(now + 60), ['CRED_NOT_YET_VALID']);
});
