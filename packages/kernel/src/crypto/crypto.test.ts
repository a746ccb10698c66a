import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { webCrypto } from '../browser.ts';
import {
  constantTimeEqual,
  digestBytes,
  fromBase58,
  fromBase64,
  fromBase64Url,
  fromHex,
  toBase58,
  toBase64,
  toBase64Url,
  toHex,
  utf8,
} from '../index.ts';
import { ed25519FromSeed, ed25519Seed, nodeCrypto, signEd25519 } from '../node.ts';

const bytes = fc.uint8Array({ maxLength: 64 });
const hex = (text: string) => fromHex(text) as Uint8Array;

describe('Ed25519 (RFC 8032 section 7.1)', () => {
  // TEST 2: one byte.
  const seed = hex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
  const publicKey = hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
  const message = hex('72');
  const signature = hex(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  );

  test('signs and verifies the published vector', () => {
    const pair = ed25519FromSeed(seed);
    assert.deepEqual(toHex(pair.publicKey), toHex(publicKey));
    assert.equal(toHex(signEd25519(pair.privateKey, message)), toHex(signature));
    assert.deepEqual(toHex(ed25519Seed(pair.privateKey)), toHex(seed));
  });

  for (const [side, port] of [
    ['node', nodeCrypto],
    ['browser', webCrypto],
  ] as const) {
    test(`the ${side} side accepts it and no altered one`, async () => {
      assert.equal(await port.verifyEd25519(publicKey, message, signature), true);
      assert.equal(await port.verifyEd25519(publicKey, hex('73'), signature), false);
      const altered = Uint8Array.from(signature);
      altered[5] = (altered[5] as number) ^ 1;
      assert.equal(await port.verifyEd25519(publicKey, message, altered), false);
      assert.equal(await port.verifyEd25519(publicKey.subarray(1), message, signature), false);
      assert.equal(await port.verifyEd25519(publicKey, message, signature.subarray(1)), false);
    });
  }
});

test('SHA-256 of "abc" (FIPS 180-4) on both sides', () => {
  const expected = 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  assert.equal(digestBytes(nodeCrypto, utf8('abc')), expected);
  assert.equal(digestBytes(webCrypto, utf8('abc')), expected);
});

describe('encodings', () => {
  test('base58 (draft-msporny-base58-03 section 5)', () => {
    assert.equal(toBase58(utf8('Hello World!')), '2NEpo7TZRRrLZSi2U');
    assert.equal(toBase58(hex('0000287fb4cd')), '11233QC4');
    assert.equal(fromBase58('0OIl'), undefined);
  });
  test('base64 (RFC 4648 section 10) and what is not exactly it', () => {
    assert.equal(toBase64(utf8('foobar')), 'Zm9vYmFy');
    for (const text of ['Zg', 'Zg=', 'Zh==', 'Z g=', 'Zm9vYmFy\n'])
      assert.equal(fromBase64(text), undefined, text);
  });
  test('go there and back', () => {
    fc.assert(
      fc.property(bytes, (value) =>
        [
          fromHex(toHex(value)),
          fromBase64(toBase64(value)),
          fromBase64Url(toBase64Url(value)),
          fromBase58(toBase58(value)),
        ].every((back) => back !== undefined && constantTimeEqual(back, value)),
      ),
    );
  });
});
