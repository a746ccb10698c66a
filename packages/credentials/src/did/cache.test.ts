import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addSeconds, expectOk } from '@portolan/kernel';
import { NOW } from '../testing/actors.ts';
import { didCache } from './cache.ts';
import { didJwkMethod, didJwkOf, resolveDidJwk } from './did-jwk.ts';
import { didDocumentOf } from './document.ts';

const document = (name: string) => didDocumentOf(`did:example:${name}`, []);

test('kept for a time, never longer than allowed, and forgotten on demand', () => {
  const cache = didCache(10, 60);
  cache.put('a', document('a'), NOW, 3600);
  assert.equal(cache.get('a', addSeconds(NOW, 60))?.id, 'did:example:a');
  assert.equal(cache.get('a', addSeconds(NOW, 61)), undefined);
  cache.put('a', document('a'), NOW, 5);
  assert.equal(cache.get('a', addSeconds(NOW, 6)), undefined);
  cache.put('a', document('a'), NOW, 5);
  cache.forget('a');
  assert.equal(cache.get('a', NOW), undefined);
});

test('bounded: the one longest unused goes', () => {
  const cache = didCache(2, 60);
  for (const name of ['a', 'b']) cache.put(name, document(name), NOW, 60);
  cache.get('a', NOW);
  cache.put('c', document('c'), NOW, 60);
  assert.deepEqual([cache.size, cache.get('b', NOW)], [2, undefined]);
  assert.ok(cache.get('a', NOW) && cache.get('c', NOW));
});

/** The example of the did:jwk method: a P-256 key of use "sig"; and the Ed25519 key of RFC 8037, appendix A.2. */
test('did:jwk resolves to its one key', () => {
  const ed25519 = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
  const did = didJwkOf(ed25519);
  const resolved = expectOk(resolveDidJwk(did));
  assert.equal(
    resolved.verificationMethod[0]?.publicKeyMultibase,
    'z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw',
  );
  assert.deepEqual(resolved.assertionMethod, [didJwkMethod(did)]);
  assert.deepEqual(expectOk(resolveDidJwk(didJwkOf({ ...ed25519, use: 'enc' }))).assertionMethod, []);
});

test('did:jwk of something else is refused', () => {
  const code = (did: string) => {
    const result = resolveDidJwk(did);
    return result.ok ? 'ok' : result.refusals[0]?.code;
  };
  assert.equal(code('did:jwk:%%'), 'CRED_DID_MALFORMED');
  assert.equal(code('did:jwk:e30'), 'CRED_KEY_FORM');
  assert.equal(code(`did:jwk:${'A'.repeat(3000)}`), 'CRED_DID_MALFORMED');
  const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
  assert.equal(code(didJwkOf({ kty: 'OKP', crv: 'Ed25519', x, d: x })), 'CRED_KEY_FORM');
  assert.equal(code(didJwkOf({ kty: 'OKP', crv: 'Ed25519', x: 'AQ' })), 'CRED_KEY_FORM');
  const weak = Buffer.from(Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 1 : 0))).toString(
    'base64url',
  );
  assert.equal(code(didJwkOf({ kty: 'OKP', crv: 'Ed25519', x: weak })), 'CRED_KEY_WEAK');
});
