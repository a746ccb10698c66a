import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalize, type JsonObject } from '@portolan/kernel';
import fc from 'fast-check';
import { canonicalHalves, joinHalves } from './canonical-halves.ts';

const member = fc.constantFrom(
  'a',
  'proo',
  'proof',
  'proofs',
  'proofValue',
  'z',
  '@context',
  '10',
  '9',
  '',
  'é',
  '\u{1f600}',
  '\ufb33',
);
const object = fc.dictionary(member, fc.jsonValue({ maxDepth: 2 })) as fc.Arbitrary<JsonObject>;

test('property: with and without the member, the halves give the canonical form of RFC 8785', () => {
  fc.assert(
    fc.property(object, member, fc.jsonValue({ maxDepth: 1 }), (value, name, inserted) => {
      const { [name]: _without, ...rest } = value;
      const halves = canonicalHalves(value, name);
      assert.equal(joinHalves(halves), canonicalize(rest as JsonObject));
      const text = `${JSON.stringify(name)}:${canonicalize(inserted as JsonObject)}`;
      assert.equal(joinHalves(halves, text), canonicalize({ ...rest, [name]: inserted } as JsonObject));
    }),
    { numRuns: 500 },
  );
});
