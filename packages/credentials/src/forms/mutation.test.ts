import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mutateForms, mutateHouse } from './testing/mutation-run.ts';

/** Property: whatever is changed in a signed credential, it verifies no more. The torture run does the same a hundred thousand times. */

test('5,000 altered credentials, none accepted', async () => {
  const tally = await mutateHouse(5000, 20260612);
  assert.ok((tally.get('CRED_SIGNATURE_INVALID') ?? 0) > 1000, 'most fail by the signature');
});

test('and some of every form', async () => {
  await mutateForms(() => 8, 20260612);
});
