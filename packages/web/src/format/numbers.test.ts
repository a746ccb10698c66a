import { expect, test } from 'vitest';
import { fieldId, formatHts, shorten } from './identifiers.ts';
import { counted, formatMoney, groupDigits } from './numbers.ts';

test('digits are grouped without passing through a float', () => {
  expect(groupDigits('12345678901234567890.10')).toBe('12,345,678,901,234,567,890.10');
  expect(groupDigits('-1000')).toBe('-1,000');
  expect(groupDigits('999.9999')).toBe('999.9999');
  expect(groupDigits('n/a')).toBe('n/a');
});

test('money names its currency', () => {
  expect(formatMoney('651.50')).toBe('651.50 USD');
  expect(formatMoney('188000', 'MXN')).toBe('188,000 MXN');
});

test('a count agrees with its noun', () => {
  expect(counted(1, 'line')).toBe('1 line');
  expect(counted(0, 'entry', 'entries')).toBe('0 entries');
});

test('a long identifier keeps its kind, its beginning and its end', () => {
  const digest = `sha256:${'ab12cd34'}${'0'.repeat(48)}${'ef56ab78'}`;
  expect(shorten(digest)).toBe('sha256:ab12cd34…ef56ab78');
  expect(shorten('ZZ9-0000103-5')).toBe('ZZ9-0000103-5');
});

test('a field id is stable for a pointer and fit for an address', () => {
  expect(fieldId('/lines/0/hts')).toBe('field-lines-0-hts');
  expect(fieldId('')).toBe('field-all');
});

test('an HTS number is printed in its groups', () => {
  expect(formatHts('0709604015')).toBe('0709.60.40.15');
  expect(formatHts('0904.21')).toBe('0904.21');
});
