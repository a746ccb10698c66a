import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compactId, expandId, newSecret, readSecret } from './secret.ts';

test('a uuid survives being written in 22 characters', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      assert.equal(compactId(id).length, 22);
      assert.equal(expandId(compactId(id)), id);
    }),
  );
});

test('a secret names its tenant, is never the same twice, and is known by its digest', () => {
  const tenantId = '0f8e7c6a-1111-4222-8333-444455556666';
  const [first, second] = [newSecret('pat', tenantId), newSecret('pat', tenantId)];
  assert.notEqual(first.text, second.text);
  assert.deepEqual(readSecret('pat', first.text), { tenantId, hash: first.hash });
  assert.ok(!first.text.includes(first.hash.toString('hex')));
});

test('a session is no token, and what is altered or cut off is neither', () => {
  const { text } = newSecret('pss', '0f8e7c6a-1111-4222-8333-444455556666');
  assert.equal(readSecret('pat', text), undefined);
  for (const wrong of ['', 'pss', text.slice(0, -1), `${text}A`, text.replace('.', ':'), ` ${text}`])
    assert.equal(readSecret('pss', wrong), undefined, wrong);
});
