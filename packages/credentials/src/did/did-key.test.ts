import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concatBytes, fromHex } from '@portolan/kernel';
import { toMultibase58 } from '../multibase.ts';
import { didKeyMethod, didKeyOf, resolveDidKey } from './did-key.ts';
import { fromMultikey } from './multikey.ts';

/** Vectors of the did:key specification (W3C CCG, did:key 0.7): section 3.1.2 and "Test Vectors", Ed25519. */
const VECTORS = [
  'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
  'did:key:z6Mkf5rGMoatrSj1f4CyvuHBeXJELe9RPdzo2PKGNCKVtZxP',
];

const codeOf = (result: ReturnType<typeof resolveDidKey> | ReturnType<typeof fromMultikey>) =>
  result.ok ? 'ok' : result.refusals[0]?.code;

test('a did:key resolves to a document with the one key for both purposes', () => {
  for (const did of VECTORS) {
    const result = resolveDidKey(did);
    assert.ok(result.ok);
    const id = `${did}#${did.slice('did:key:'.length)}`;
    assert.equal(didKeyMethod(did), id);
    assert.deepEqual(result.value.assertionMethod, [id]);
    assert.deepEqual(result.value.authentication, [id]);
    assert.deepEqual(result.value.verificationMethod, [
      { type: 'Multikey', controller: did, id, publicKeyMultibase: did.slice('did:key:'.length) },
    ]);
  }
});

test('key and did:key are each other, byte for byte', () => {
  for (const did of VECTORS) {
    const key = fromMultikey(did.slice('did:key:'.length));
    assert.ok(key.ok);
    assert.equal(didKeyOf(key.value), did);
  }
});

test('a resolved did:key is kept', () => {
  const first = resolveDidKey(VECTORS[0] as string);
  const second = resolveDidKey(VECTORS[0] as string);
  assert.ok(first.ok && second.ok);
  assert.equal(first.value, second.value);
});

test('wrong lengths are refused', () => {
  for (const length of [0, 31, 33, 64]) {
    const did = `did:key:${toMultibase58(concatBytes(Uint8Array.of(0xed, 0x01), new Uint8Array(length).fill(9)))}`;
    assert.equal(codeOf(resolveDidKey(did)), 'CRED_KEY_LENGTH', String(length));
  }
});

test('other multicodecs are refused, X25519 and a bare key, and a P-256 key of the length of Ed25519', () => {
  const codeWith = (prefix: readonly number[]) =>
    codeOf(
      resolveDidKey(
        `did:key:${toMultibase58(concatBytes(Uint8Array.from(prefix), new Uint8Array(32).fill(9)))}`,
      ),
    );
  for (const prefix of [[0xec, 0x01], []]) assert.equal(codeWith(prefix), 'CRED_KEY_FORM');
  assert.equal(codeWith([0x80, 0x24]), 'CRED_KEY_LENGTH');
});

test('other bases, other methods and broken text are refused', () => {
  assert.equal(codeOf(resolveDidKey('did:key:u7QEJCQkJCQ')), 'CRED_KEY_FORM');
  assert.equal(codeOf(resolveDidKey('did:key:z0OIl')), 'CRED_KEY_FORM');
  assert.equal(codeOf(resolveDidKey(`did:key:z${'6'.repeat(5000)}`)), 'CRED_KEY_FORM');
  assert.equal(codeOf(resolveDidKey('did:web:example.com')), 'CRED_DID_MALFORMED');
});

test('keys of small order are refused, in canonical and other encodings, with either sign', () => {
  // The points of order 1, 2, 4 and 8 (RFC 7748, section 6.1, in Edwards form) and p, p + 1 as y.
  const points = [
    '0100000000000000000000000000000000000000000000000000000000000000',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    '0000000000000000000000000000000000000000000000000000000000000000',
    '0000000000000000000000000000000000000000000000000000000000000080',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  ];
  for (const hex of points)
    assert.equal(codeOf(resolveDidKey(didKeyOf(fromHex(hex) as Uint8Array))), 'CRED_KEY_WEAK', hex);
});

/** The statements of the public did-key suite that are about the method itself, with its own vectors (tests/mock.data.js). */
test('another scheme, method, version or base, a key that is too short, and a path are no did:key', () => {
  const key = 'z6MktKwz7Ge1Yxzr4JHavN33wiwa8y81QdcMRLXQsrH9T53b';
  assert.equal(codeOf(resolveDidKey(`did:key:${key}`)), 'ok');
  const cases: readonly [string, string][] = [
    [`notDid:key:${key}`, 'CRED_DID_MALFORMED'],
    [`did:experimental:${key}`, 'CRED_DID_MALFORMED'],
    [`did:key:-4:${key}`, 'CRED_KEY_FORM'],
    [`did:key:${key.slice(1)}`, 'CRED_KEY_FORM'],
    ['did:key:@', 'CRED_KEY_FORM'],
    ['did:key:zTjsVPtY', 'CRED_KEY_LENGTH'],
    [`did:key:${key}/^bar^/?query=\`#${key}`, 'CRED_KEY_FORM'],
  ];
  for (const [did, code] of cases) assert.equal(codeOf(resolveDidKey(did)), code, did);
});
