import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dutyVectors } from './duty.ts';
import { feeVectors } from './fees.ts';
import { identifierVectors } from './identifiers.ts';

for (const { title, source, expected, computed } of [...feeVectors, ...dutyVectors, ...identifierVectors])
  test(`${title} (${source})`, () => assert.equal(computed(), expected));
