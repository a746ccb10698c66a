import { expect, test } from 'vitest';
import { fitText } from './fit-text.ts';

test('a long name keeps its beginning and, longer, its end', () => {
  expect(fitText('short', 100)).toBe('short');
  expect(fitText('urn:sample:acero:bundle:2606-118', 105)).toBe('urn:s…:2606-118');
  expect(fitText('abcdef', 1)).toBe('…ef');
});
