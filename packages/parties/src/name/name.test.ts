import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameKeys } from './keys.ts';
import { likeness } from './look-alike.ts';
import { disguised, skeleton } from './skeleton.ts';
import { transliterate } from './transliterate.ts';

const shareAKey = (a: string, b: string) => nameKeys(a).some((key) => nameKeys(b).includes(key));

test('letters of other scripts look like Latin ones (UTS 39)', () => {
  // Cyrillic А, о, е, р, с, у, х and Greek omicron.
  assert.equal(skeleton('\u0410cme'), skeleton('Acme'));
  assert.equal(skeleton('S\u0430mpl\u0435 Harb\u043er'), skeleton('Sample Harbor'));
  assert.equal(skeleton('Harb\u03bfr'), skeleton('Harbor'));
  assert.deepEqual(disguised('S\u0430mple'), ['\u0430']);
  assert.deepEqual(disguised('Sample'), []);
});

test('a name wholly in another script is not a disguise', () => {
  assert.deepEqual(disguised('Образец'), []);
});

test('signs of one look are one', () => {
  assert.equal(skeleton('0live 1nc'), skeleton('Olive Inc'));
  assert.equal(skeleton('Modern'), skeleton('Modem'));
});

test('Cyrillic and Greek in Latin letters (ICAO Doc 9303, ISO 843)', () => {
  assert.equal(transliterate('Образец Щит'), 'obrazets shchit');
  assert.equal(transliterate('Αθήνα'), 'athina');
});

test('look-alikes are found under a common key, and it is said how they came about', () => {
  const name = 'Sample Harbor Foods Inc.';
  for (const [other, how] of [
    ['SAMPLE HARBOR FOODS, INC', 'same'],
    ['S\u0430mple Harbor Foods Inc.', 'disguised'],
    ['Samp1e Harbor Foods LLC', 'similar'],
  ] as const) {
    assert.ok(shareAKey(name, other), other);
    assert.equal(likeness(name, other), how, other);
  }
  assert.ok(shareAKey('Образец', 'Obrazets'));
  assert.equal(likeness('Образец', 'Obrazets'), 'transliterated');
  assert.equal(shareAKey(name, 'Sample Harbour Tools Inc.'), false);
});
