import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpecial } from './parse-special.ts';

test('one group: programs in their order', () => {
  const [group, ...rest] = parseSpecial('Free (A*,AU,BH,CL,CO,D,E,IL, JO,KR,MA, OM,P,PA,PE,S,SG)');
  assert.equal(rest.length, 0);
  assert.deepEqual(group?.rate, { kind: 'free' });
  assert.equal(group?.text, 'Free');
  assert.deepEqual(group?.programs.slice(0, 3), ['A*', 'AU', 'BH']);
  assert.ok(group?.programs.includes('S'));
});

test('several groups: each rate goes with the parentheses after it', () => {
  const groups = parseSpecial('Free (A+,S,P)1.3¢/liter(JO) See 9822.05.15 (P+)');
  assert.deepEqual(
    groups.map(({ programs, rate }) => [programs.join(), rate.kind]),
    [
      ['A+,S,P', 'free'],
      ['JO', 'specific'],
      ['P+', 'see'],
    ],
  );
});

test('parentheses that are not programs belong to the rate', () => {
  const groups = parseSpecial('No change (A) Free (CA,IL, MX) See U.S. note 3(e) (CO,PE)');
  assert.deepEqual(
    groups.map(({ programs, rate }) => [programs.join(), rate.kind]),
    [
      ['A', 'no-change'],
      ['CA,IL,MX', 'free'],
      ['CO,PE', 'see'],
    ],
  );
});

test('a footnote mark, a stray parenthesis and line breaks do not hide a program', () => {
  assert.deepEqual(parseSpecial('Free (P 1/,S)')[0]?.programs, ['P', 'S']);
  assert.deepEqual(parseSpecial('Free\n(A, AU,\nS)')[0]?.programs, ['A', 'AU', 'S']);
  assert.deepEqual(parseSpecial('Free (OM,PA (PA, PE)')[0]?.programs, ['OM', 'PA', 'PE']);
});

test('a rate without programs stands for all; blank is no special rate', () => {
  assert.deepEqual(parseSpecial('10%'), [
    { programs: [], rate: { kind: 'ad-valorem', percent: '10' }, text: '10%' },
  ]);
  assert.deepEqual(parseSpecial(' '), []);
});
