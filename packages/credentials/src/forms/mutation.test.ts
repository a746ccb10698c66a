import { test } from 'node:test';
import { mutateForms, mutateHouse } from './testing/mutation-run.ts';

/** Property: whatever is changed in a signed credential, it verifies no more. The torture run does the same a hundred thousand times. */

test('5,000 altered credentials, none accepted', () => mutateHouse(5000, 20260612));

test('and some of every form', () => mutateForms(8, 20260612));
