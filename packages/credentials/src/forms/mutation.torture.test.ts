import { test } from 'node:test';
import { mutateForms, mutateHouse } from './testing/mutation-run.ts';

test('100,000 altered credentials, none accepted', () => mutateHouse(100_000, 1));

test('200 altered credentials of every form, none accepted', () => mutateForms(200, 1));
