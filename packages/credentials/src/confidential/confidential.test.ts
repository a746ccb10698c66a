import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { expectOk, type JsonObject } from '@portolan/kernel';
import { didKeyOf } from '../did/did-key.ts';
import { actor } from '../testing/actors.ts';
import { decryptWith, encryptFor, recipientsOf } from './encrypt.ts';
import { generateRecipientKey, recipientKey, recipientOfDidKey } from './recipient.ts';

const document = { number: 'INV-1', price: { amount: '12.50', currency: 'USD' } };
const [agency, broker, other] = await Promise.all(
  ['agency', 'broker', 'other'].map((name) => generateRecipientKey(`did:example:${name}#open`)),
);
assert.ok(agency && broker && other);
const encrypted = expectOk(await encryptFor(document, [agency, broker]));
const codeOf = async (key: typeof agency, value: unknown) => {
  const opened = await decryptWith(key, value);
  return opened.ok ? 'ok' : opened.refusals[0]?.code;
};

test('every named recipient opens it, and nobody else', async () => {
  for (const key of [agency, broker]) assert.deepEqual(expectOk(await decryptWith(key, encrypted)), document);
  assert.equal(await codeOf(other, encrypted), 'CRED_CIPHER_RECIPIENT');
  const impostor = recipientKey({ ...other, id: agency.id }, other.exportSecret());
  assert.equal(await codeOf(impostor, encrypted), 'CRED_CIPHER_BROKEN');
  assert.deepEqual(recipientsOf(encrypted), [agency.id, broker.id]);
  assert.ok(!JSON.stringify(encrypted).includes('12.50'));
});

test('altered, cut, or something else', async () => {
  for (const member of ['ciphertext', 'tag', 'iv', 'protected']) {
    const text = encrypted[member] as string;
    const altered = { ...encrypted, [member]: (text[0] === 'A' ? 'B' : 'A') + text.slice(1) };
    assert.equal(await codeOf(agency, altered), 'CRED_CIPHER_BROKEN', member);
  }
  const { ciphertext: _left, ...cut } = encrypted as JsonObject;
  assert.equal(await codeOf(agency, cut), 'CRED_CIPHER_BROKEN');
  for (const value of [null, 'text', []]) assert.equal(await codeOf(agency, value), 'CRED_CIPHER_BROKEN');
  assert.equal(await codeOf(agency, {}), 'CRED_CIPHER_RECIPIENT');
});

test('recipients: none, of another kind, and one named by its did:key', async () => {
  const code = async (recipients: Parameters<typeof encryptFor>[1]) => {
    const result = await encryptFor(document, recipients);
    return result.ok ? 'ok' : result.refusals[0]?.code;
  };
  assert.equal(await code([]), 'CRED_CIPHER_BROKEN');
  const did = didKeyOf(actor('farm').publicKey);
  assert.equal(await code([{ id: did, publicKeyMultibase: did.slice('did:key:'.length) }]), 'CRED_KEY_FORM');
  assert.equal(await code([expectOk(await recipientOfDidKey(did))]), 'ok');
  assert.equal((await recipientOfDidKey('did:web:x.example')).ok, false);
});

test('the secret stands in no printout', () => {
  for (const print of [JSON.stringify(agency), inspect(agency, { showHidden: true })])
    assert.ok(!print.includes(agency.exportSecret()));
});
