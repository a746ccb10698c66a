import { expect, test } from 'vitest';
import { fragmentOf, questionIn } from './fragment.ts';

test('a question comes back from the fragment of its address', () => {
  const question = { currency: 'EUR', lines: [{ number: '1', price: '10.00', description: 'Piña, 1 kg' }] };
  expect(questionIn(fragmentOf(question))).toEqual(question);
});

test('a damaged fragment, or none, is no question', () => {
  for (const fragment of ['', '#', '#q=', '#q=%%%', '#q=bm8', '#top'])
    expect(questionIn(fragment)).toBeUndefined();
});
