import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inMemberOrder } from './member-order.ts';

const namesOf = (names: readonly string[]) => inMemberOrder(names).map(({ name }) => name);

test('property: names come by UTF-16 code units, the first time and every time after', () => {
  const name = fc.oneof(fc.constantFrom('a', 'b', '10', '9', '', 'é', '\u{1f600}', '\ufb33'), fc.string());
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 80 }), (names) => {
      const sorted = [...names].sort();
      assert.deepEqual(namesOf(names), sorted);
      assert.deepEqual(namesOf(names), sorted);
      assert.deepEqual(namesOf([...names].reverse()), sorted);
    }),
  );
});

test('a label is the quoted name and its colon, in text and in UTF-8', () => {
  const [member] = inMemberOrder(['é"\n']);
  assert.equal(member?.label, '"é\\"\\n":');
  assert.deepEqual(member?.bytes, new TextEncoder().encode('"é\\"\\n":'));
  assert.throws(() => inMemberOrder(['\ud800']), TypeError);
});

test('more names than are remembered, and longer ones, are in order all the same', () => {
  for (let index = 0; index < 20_000; index += 1)
    assert.deepEqual(namesOf([`z${index}`, 'a']), ['a', `z${index}`]);
  const long = 'x'.repeat(100);
  assert.deepEqual(namesOf(['y', long, 'a']), ['a', long, 'y']);
  const many = Array.from({ length: 200 }, (_, index) => `m${199 - index}`);
  assert.deepEqual(namesOf(many), [...many].sort());
});
