import { expect, test } from 'vitest';
import { answerFields, answerFrom, textAt } from './answer-fields.ts';

const texts = (given: Record<string, string>) => (path: readonly string[]) => given[path.join('/')] ?? '';

test('an answer of a single value is one field', () => {
  expect(answerFields('2604')).toEqual([{ path: [], example: '2604' }]);
  expect(answerFrom('2604', texts({ '': ' 2604 ' }))).toBe('2604');
});

test('a bond is asked member by member and given as one object', () => {
  const example = { type: '8', surety: '999' };
  expect(answerFields(example).map((field) => field.path)).toEqual([['type'], ['surety']]);
  expect(answerFrom(example, texts({ type: '8' }))).toEqual({ type: '8' });
});

test('quantities are given as a list of value and unit', () => {
  const example = [{ value: '10000', unit: 'KGM' }];
  expect(answerFrom(example, texts({ '0/value': '5', '0/unit': 'KGM' }))).toEqual([
    { value: '5', unit: 'KGM' },
  ]);
});

test('yes and no are truths, not words', () => {
  expect(answerFrom(false, texts({ '': 'true' }))).toBe(true);
  expect(answerFrom(true, texts({ '': 'false' }))).toBe(false);
});

test('an answer left empty is no answer', () => {
  expect(answerFrom({ type: '8' }, texts({}))).toBeUndefined();
});

test('a proposal is shown value by value', () => {
  expect(textAt({ type: '8' }, ['type'])).toBe('8');
  expect(textAt(undefined, ['type'])).toBe('');
});
