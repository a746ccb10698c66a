import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadEmbeddedReference } from '../node.ts';

const { flags } = loadEmbeddedReference();

/** CBP's report of 21 February 2026. */
test('agencies by number, and whether their data may be or is required', () => {
  const horses = flags.of('0101.21.00.10');
  assert.deepEqual(
    horses?.agencies.map(({ code, agency, need }) => [code, agency, need]),
    [
      ['AM7', 'AMS', 'may be required'],
      ['FD3', 'FDA', 'may be required'],
    ],
  );
  assert.equal(horses?.asOf, '2026-02-21');
});

test('antidumping and countervailing flags', () => {
  const steel = flags.of('7326908688');
  assert.deepEqual([steel?.antidumping, steel?.countervailing], [true, true]);
});

test('a number that the report has not got has no flags', () =>
  assert.equal(flags.of('0000000000'), undefined));
