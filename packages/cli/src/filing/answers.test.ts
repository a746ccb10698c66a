import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readAnswers } from './answers.ts';

it('reads answers: codes and amounts stay text, JSON of another kind is JSON', () => {
  const read = readAnswers([
    '/bond/type=8',
    '/lines/0/relatedParties=false',
    '/bond={"type":"8"}',
    '/note=a=b',
    '/x=null',
  ]);
  assert.deepEqual(read.ok && read.value, {
    '/bond/type': '8',
    '/lines/0/relatedParties': false,
    '/bond': { type: '8' },
    '/note': 'a=b',
    '/x': null,
  });
});

it('keeps what only looks like JSON as text', () => {
  const read = readAnswers(['/description=[new] crates']);
  assert.deepEqual(read.ok && read.value, { '/description': '[new] crates' });
});

it('refuses an answer without pointer', () => {
  for (const text of ['bond=8', '/bond', '=8', '']) {
    const read = readAnswers([text]);
    assert.ok(!read.ok && read.exitCode === 2, text);
  }
});
