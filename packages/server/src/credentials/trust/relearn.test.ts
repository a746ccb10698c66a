import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ok } from '@portolan/kernel';
import { relearner } from './relearn.ts';

it('asks anew for did:web parties alone, and each once in a while', async () => {
  const asked: string[] = [];
  const relearn = relearner({} as never, async (_context, did) => {
    asked.push(did);
    return ok(undefined);
  });
  await relearn(['did:web:mill.example', 'did:key:z6Mk']);
  await relearn(['did:web:mill.example', 'did:web:farm.example']);
  assert.deepEqual(asked, ['did:web:mill.example', 'did:web:farm.example']);
});
