import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '@portolan/kernel';
import { loadEmbeddedReference } from '../node.ts';
import { checkCode } from './check-code.ts';

const { editions, concordance } = loadEmbeddedReference();

function check(hts: string, day = '2026-06-12', ended = concordance) {
  const [book] = editions;
  assert.ok(book);
  const result = checkCode(hts, book, ended, date(day), '/lines/0/hts');
  if (result.ok) return result.value.hts;
  const [refusal] = result.refusals;
  assert.equal(refusal?.path, '/lines/0/hts');
  return `${refusal.code}: ${refusal.mend}`;
}

test('ten digits, with or without dots; eight in chapters 98 and 99', () => {
  assert.equal(check('0904.21.60.10'), '0904216010');
  assert.equal(check('0904216010'), '0904216010');
  assert.equal(check('9903.88.15'), '99038815');
});

test('without suffix: the numbers below are proposed', () => {
  assert.match(
    check('0904.21.60'),
    /^TARIFF_SUFFIX_MISSING: .*0904\.21\.60\.10, 0904\.21\.60\.20, 0904\.21\.60\.90/,
  );
  assert.match(check('09042120'), /^TARIFF_SUFFIX_MISSING: .*0904\.21\.20\.00\./);
  assert.match(check('0707'), /^TARIFF_SUFFIX_MISSING: .* and \d+ more/);
});

test('unknown: the numbers near it', () => {
  assert.match(check('0904.21.60.99'), /^TARIFF_CODE_UNKNOWN: .*0904\.21\.60\.90/);
  assert.match(check('0904.99.60.99'), /^TARIFF_CODE_UNKNOWN: .*0904\.11\.00/);
  assert.match(check('0077.99.60.99'), /^TARIFF_CODE_UNKNOWN: .*No number begins like it/);
});

test('ended: what it became', () => {
  const ended = new Map([
    ['0904219999', { hts: '0904219999', successors: ['0904216090'], ended: '2026-01-01', source: 'a test' }],
  ]);
  assert.match(check('0904.21.99.99', '2026-06-12', ended), /^TARIFF_CODE_ENDED: .*0904\.21\.60\.90/);
  const [old] =
    [...concordance].find(([hts, { successors }]) => hts.length === 10 && successors.length > 0) ?? [];
  assert.match(check(old ?? ''), /^TARIFF_CODE_ENDED/);
});

test('out of season: the sibling', () => {
  assert.match(check('0707.00.20.15'), /^TARIFF_OUT_OF_SEASON: Use 0707\.00\.50\.05/);
  assert.equal(check('0707.00.20.15', '2028-02-29'), '0707002015');
});

for (const text of ['', '090', '0904-21', '09042160101', 'abcd', '٠٩٠٤'])
  test(`"${text}" is no number`, () => assert.match(check(text), /^TARIFF_CODE_MALFORMED/));
