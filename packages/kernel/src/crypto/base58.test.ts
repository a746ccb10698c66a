import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromBase58, fromHex, toBase58, utf8 } from '../index.ts';

/** Vectors of draft-msporny-base58-03, section 5. */
test('published vectors', () => {
  assert.deepEqual(fromBase58('2NEpo7TZRRrLZSi2U'), utf8('Hello World!'));
  assert.deepEqual(
    fromBase58('USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z'),
    utf8('The quick brown fox jumps over the lazy dog.'),
  );
  assert.deepEqual(fromBase58('11233QC4'), fromHex('0000287fb4cd'));
});

test('the empty text is no bytes, and leading ones are zero bytes', () => {
  assert.deepEqual(fromBase58(''), new Uint8Array(0));
  assert.deepEqual(fromBase58('111'), new Uint8Array(3));
});

test('property: what was encoded comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      assert.deepEqual(fromBase58(toBase58(bytes)), bytes);
    }),
  );
});

test('characters outside the alphabet and absurd lengths are refused', () => {
  for (const text of ['0', 'O', 'I', 'l', 'ab c', 'z\u00e9', '\u4e00', '2'.repeat(257)])
    assert.equal(fromBase58(text), undefined);
});
