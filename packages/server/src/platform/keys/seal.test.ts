import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { seal, unseal } from './seal.ts';

const nodeKey = randomBytes(32);
const owner = { tenantId: '0f8e7c6a-1111-4222-8333-444455556666', name: 'key-1' };
const secret = fc.uint8Array({ minLength: 1, maxLength: 64 });

test('what was sealed opens again, and no two seals are alike', () => {
  fc.assert(
    fc.property(secret, (bytes) => {
      const [first, second] = [seal(nodeKey, owner, bytes), seal(nodeKey, owner, bytes)];
      assert.notDeepEqual(first, second);
      assert.deepEqual(new Uint8Array(unseal(nodeKey, owner, first) as Buffer), bytes);
    }),
  );
});

test('an altered byte, another tenant, another key name and another node key open nothing', () => {
  fc.assert(
    fc.property(secret, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, position, change) => {
      const sealed = seal(nodeKey, owner, bytes);
      const altered = Buffer.from(sealed);
      const at = position % altered.length;
      altered[at] = (altered[at] as number) ^ change;
      assert.equal(unseal(nodeKey, owner, altered), undefined);
    }),
  );
  const sealed = seal(nodeKey, owner, Buffer.from('seed'));
  assert.equal(
    unseal(nodeKey, { ...owner, tenantId: '0f8e7c6a-1111-4222-8333-444455556667' }, sealed),
    undefined,
  );
  assert.equal(unseal(nodeKey, { ...owner, name: 'key-2' }, sealed), undefined);
  assert.equal(unseal(randomBytes(32), owner, sealed), undefined);
  assert.equal(unseal(nodeKey, owner, Buffer.alloc(5)), undefined);
});
