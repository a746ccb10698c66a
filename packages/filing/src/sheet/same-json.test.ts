import assert from 'node:assert/strict';
import { it } from 'node:test';
import { canonicalize } from '@portolan/kernel';
import fc from 'fast-check';
import { sameJson } from './same-json.ts';

it('sameJson agrees with canonical JSON', () => {
  const value = fc.jsonValue({ maxDepth: 3 }).filter((json) => !JSON.stringify(json).includes('\\ud'));
  fc.assert(
    fc.property(value, value, (left, right) => {
      const text = (json: unknown) => canonicalize(JSON.parse(JSON.stringify(json)));
      assert.equal(
        sameJson(JSON.parse(JSON.stringify(left)), JSON.parse(JSON.stringify(right))),
        text(left) === text(right),
      );
      assert.ok(sameJson(structuredClone(left), left));
    }),
  );
  assert.ok(sameJson({ a: undefined, b: [1] }, { b: [1] }));
  assert.ok(!sameJson([1], { 0: 1 }));
});
