import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TensileTest } from '@portolan/documents';
import { steelTables } from '../facts/tables.ts';
import { bendChecks, impactChecks } from './check-toughness.ts';
import { findGrade } from './find-grade.ts';
import { sizeGroup } from './size-group.ts';

type Impact = NonNullable<TensileTest['impact']>;

function rowOf(standard: string, grade: string, edition: string) {
  const found = findGrade({ standard, grade, edition }, { form: 'bar', description: 'sample' }, steelTables);
  assert.ok('row' in found);
  return found.row;
}
const impact = (grade: string, ...sets: Impact[]) =>
  impactChecks(
    rowOf('EN 10025-2', grade, '2019'),
    sets.map((set, index) => ({ number: `I-${index + 1}`, impact: set })),
  ).map(({ found = '-', min, outcome }) => `${found} of ${min}: ${outcome}`);
const set = (celsius: string, ...joules: string[]): Impact => ({ celsius, joules });

/** EN 10025-1, 7.3.2, and EN 10025-2, table 9. */
describe('impact energy', () => {
  it('is the mean of three, one of which may be at 70 percent', () => {
    assert.deepEqual(impact('S355J2', set('-20', '19', '31', '31')), ['27 of 27: met', '19 of 18.9: met']);
    assert.deepEqual(impact('S355J2', set('-20', '18', '40', '41')), [
      '33 of 27: met',
      '18 of 18.9: not-met',
    ]);
    assert.deepEqual(impact('S355K2', set('-20', '39', '39', '39')), ['39 of 40: not-met', '39 of 28: met']);
  });

  it('counts at the temperature asked for or a lower one', () => {
    assert.deepEqual(impact('S355J2', set('-40', '30', '30', '30')), ['30 of 27: met', '30 of 18.9: met']);
    assert.deepEqual(impact('S355J2', set('0', '90', '90', '90')), ['- of 27: not-reported']);
  });

  it('of narrow test pieces is as much less', () => {
    const narrow = { ...set('-20', '14', '14', '14'), width: { value: '5', unit: 'MMT' } };
    assert.deepEqual(impact('S355J2', narrow), ['14 of 13.5: met', '14 of 9.45: met']);
  });

  it('of JR is tested when it is ordered; without any test nothing is said', () => {
    assert.deepEqual(impactChecks(rowOf('EN 10025-2', 'S355JR', '2019'), [{ number: 'T-1' }]), []);
    assert.deepEqual(impactChecks(rowOf('EN 10025-2', 'S355J2', '2019'), []), []);
  });
});

describe('bend test of reinforcing bars (ASTM A615, table 3)', () => {
  const bent = (degrees: string, outcome: 'cracked' | 'no-crack') =>
    bendChecks(rowOf('ASTM A615/A615M', '60', '20'), [{ number: 'B-1', bend: { degrees, outcome } }]).map(
      (check) => check.outcome,
    );

  it('is through 180 degrees, without a crack', () => {
    assert.deepEqual(bent('180', 'no-crack'), ['met']);
    assert.deepEqual(bent('180', 'cracked'), ['not-met']);
    assert.deepEqual(bent('90', 'no-crack'), ['not-met']);
  });
});

/** ASTM A6/A6M, table A. */
describe('groups of shapes', () => {
  const group = (designation: string) => sizeGroup(designation, steelTables.sizeGroups);

  it('by depth and mass, in inches and pounds or millimetres and kilograms', () => {
    assert.deepEqual(['W14x53', 'W14x61', 'W14X145', 'w14 x 233', 'W14x730'].map(group), [1, 2, 3, 4, 5]);
    assert.deepEqual([group('W360x347'), group('W14x233')], [4, 4]);
    assert.deepEqual(['HP12x84', 'S20x75', 'C15x50', 'M8x6.5'].map(group), [2, 2, 2, 1]);
  });

  it('of other designations, and of masses that no row names, is not known', () => {
    assert.deepEqual(['HE 200 B', 'W14x140', 'W13x50', ''].map(group), [
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
