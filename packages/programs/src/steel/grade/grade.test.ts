import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GradeReference, MetalProduct, StressUnit, TensileTest } from '@portolan/documents';
import { analysisOf } from '../chemistry/analysis.ts';
import { metals } from '../facts/metals.ts';
import { steelTables } from '../facts/tables.ts';
import { checkGrade } from './check-grade.ts';
import { editionYear } from './edition.ts';
import { findGrade } from './find-grade.ts';
import { meantUnit, megapascals } from './stress.ts';

const section: MetalProduct = { form: 'section', description: 'W shapes', shape: 'H' };
const plate = (mm: string): MetalProduct => ({
  form: 'flat',
  description: 'plate',
  dimensions: [{ kind: 'thickness', size: { value: mm, unit: 'MMT' } }],
});
const a992 = (edition: string): GradeReference => ({ standard: 'ASTM A992/A992M', edition, grade: '50' });
const chemistry = (text: string) =>
  analysisOf(
    [...text.matchAll(/([A-Z][a-z]?) ([\d.]+)/g)].map(([, element = '', percent = '']) => ({
      element,
      percent,
    })),
  );
const tested = (low: string, high: string, unit: StressUnit = 'MPa'): TensileTest[] => [
  { number: 'T-1', yield: { value: low, unit }, tensile: { value: high, unit } },
];

function failed(
  grade: GradeReference,
  product: MetalProduct,
  elements: string,
  tests = tested('380', '500'),
) {
  const found = findGrade(grade, product, steelTables);
  if (!('row' in found)) return [`no row: ${found.missing}`];
  const { checks } = checkGrade(
    grade,
    found.row,
    product,
    chemistry(elements),
    tests,
    steelTables.sizeGroups,
  );
  return checks
    .filter(({ outcome }) => outcome !== 'met')
    .map(({ what, rounded }) => `${what} ${rounded ?? '-'}`);
}

const GOOD = 'C 0.10 Mn 1.20 P 0.010 S 0.010 Si 0.20';

it('carbon equivalent of A992 by the group of the shape, and by thickness where that is not known', () => {
  const rich = 'C 0.20 Mn 1.20 P 0.010 S 0.010 Cr 0.10 Mo 0.03 V 0.05 Ni 0.10 Cu 0.20';
  const shape = (designation: string): MetalProduct => ({ ...section, designation });
  assert.deepEqual(failed(a992('11'), shape('W14x90'), rich), ['carbon equivalent (IIW) 0.46']);
  assert.deepEqual(failed(a992('11'), shape('W14x426'), rich), []);
  assert.deepEqual(failed(a992('11'), section, rich), ['carbon equivalent (IIW) 0.46']);
});

describe('a grade is a standard and its edition', () => {
  it('A992 allows more manganese and vanadium in later editions', () => {
    const rich = 'C 0.05 Mn 1.58 V 0.14 P 0.010 S 0.010';
    assert.deepEqual(failed(a992('98'), section, rich), ['Mn 1.58', 'V 0.14']);
    assert.deepEqual(failed(a992('11'), section, rich), []);
  });

  it('is never guessed', () => {
    const { edition: _, ...undated } = a992('11');
    assert.deepEqual(failed(undated, section, GOOD), ['no row: edition-not-stated']);
    assert.deepEqual(failed(a992('05'), section, GOOD), ['no row: edition']);
    assert.deepEqual(failed({ standard: 'ASTM A9999', edition: '20', grade: '1' }, section, GOOD), [
      'no row: standard',
    ]);
    assert.deepEqual(failed(a992('11'), plate('10'), GOOD), ['no row: shape']);
  });

  it('reads editions as certificates write them', () => {
    const year = (text: string) => editionYear('API 5L', text);
    assert.deepEqual(['11', '-04a', '98', '2019', '46th', 'x'].map(year), [
      2011,
      2004,
      1998,
      2019,
      2018,
      undefined,
    ]);
  });
});

describe('results are rounded to the limit before they are compared (ASTM E29)', () => {
  it('0.234 is 0.23 and meets it, 0.236 is 0.24 and does not; a five goes to even', () => {
    const carbon = (value: string) => failed(a992('11'), section, `C ${value} Mn 0.60`);
    assert.deepEqual(carbon('0.234'), []);
    assert.deepEqual(carbon('0.236'), ['C 0.24']);
    assert.deepEqual(carbon('0.235'), ['C 0.24']);
  });

  it('344.5 MPa is 344 and fails 345, 344.6 is 345', () => {
    const low = (value: string) => failed(a992('11'), section, GOOD, tested(value, '460'));
    assert.deepEqual(low('344.5'), ['yield strength 344']);
    assert.deepEqual(low('344.6'), []);
  });
});

describe('strength', () => {
  it('is compared in the system of the report: 50 ksi, 65 ksi', () => {
    assert.deepEqual(failed(a992('11'), section, GOOD, tested('50', '65', 'ksi')), []);
    assert.deepEqual(failed(a992('11'), section, GOOD, tested('49', '65', 'ksi')), ['yield strength 49']);
    assert.deepEqual(failed(a992('11'), section, GOOD, tested('50000', '65000', 'psi')), []);
  });

  it('yield to tensile at most 0.85', () => {
    assert.deepEqual(failed(a992('11'), section, GOOD, tested('430', '500')), [
      'yield to tensile ratio 0.86',
    ]);
  });

  it('a repeated test no longer counts', () => {
    const [first] = tested('300', '500');
    const again = { ...(tested('380', '500')[0] as TensileTest), number: 'T-2', retestOf: 'T-1' };
    assert.deepEqual(failed(a992('11'), section, GOOD, [first as TensileTest, again]), []);
  });

  it('falls with thickness: S355J2 at 16 and above (EN 10025-2, table 7)', () => {
    const s355 = { standard: 'EN 10025-2', edition: '2004', grade: 'S355J2' };
    const light = 'C 0.15 Mn 1.20 P 0.010 S 0.010 Si 0.20';
    const tests = [
      ...tested('350', '520'),
      { number: 'I-1', impact: { celsius: '-20', joules: ['90', '94', '92'] } },
    ];
    assert.deepEqual(failed(s355, plate('16'), light, tests), ['yield strength 350']);
    assert.deepEqual(failed(s355, plate('16.1'), light, tests), []);
    assert.deepEqual(failed(s355, plate('16.1'), light, tested('350', '520')), ['impact energy at -20 °C -']);
  });

  it('reported as megapascals but meant as ksi is seen', () => {
    const [steel] = metals;
    assert.ok(steel);
    assert.equal(meantUnit({ value: '70', unit: 'MPa' }, steel), 'ksi');
    assert.equal(meantUnit({ value: '480', unit: 'ksi' }, steel), 'MPa');
    assert.equal(meantUnit({ value: '480', unit: 'MPa' }, steel), undefined);
    assert.equal(megapascals({ value: '50', unit: 'ksi' }).round(1, 'half-even').toString(), '344.7');
  });
});

it('the carbon equivalent of the example fails 0.45', () => {
  const example = 'C 0.20 Mn 1.35 Cr 0.10 Mo 0.03 V 0.05 Ni 0.15 Cu 0.25';
  assert.deepEqual(failed(a992('11'), section, example), ['carbon equivalent (IIW) 0.49']);
});

it('reinforcing bars of A706 have a carbon equivalent of their own: 0.55 and just above', () => {
  const bar: MetalProduct = { form: 'bar', description: 'bars', shape: 'reinforcing' };
  const a706 = { standard: 'ASTM A706', edition: '2016', grade: '60' };
  const strong = tested('440', '600');
  assert.deepEqual(failed(a706, bar, 'C 0.30 Mn 1.50 Si 0.2 P 0.01 S 0.01', strong), []);
  assert.deepEqual(failed(a706, bar, 'C 0.30 Mn 1.50 Cu 0.40 Si 0.2 P 0.01 S 0.01', strong), [
    'carbon equivalent (A706) 0.56',
  ]);
});

it('every grade row names its source, and no two rows overlap', () => {
  for (const row of steelTables.grades) assert.ok(row.source.length > 5, row.grade[0]);
  const keys = steelTables.grades.flatMap(({ standard, grade, editions }) =>
    standard.flatMap((name) => grade.map((one) => `${name} ${one} ${editions.from}`)),
  );
  assert.equal(new Set(keys).size, keys.length);
});
