import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MetalContent } from '../duty/input.ts';
import { appliedTo, refusedFor, resultOf } from '../testing/compute.ts';

/** Steel article of annex I-A, base rate 2.9 percent. */
const ARTICLE = { hts: '7326.90.86.88', originCountry: 'CL', enteredValue: '10000' };
/** Ship's derrick: derivative of annex I-B, free. */
const DERIVATIVE = { hts: '8426.20.00.00', originCountry: 'CL', enteredValue: '10000' };
/** Part of annex III. */
const EQUIPMENT = { hts: '8477.90.25.40', originCountry: 'CL', enteredValue: '10000' };
const steel = (more: Partial<MetalContent>): MetalContent[] => [{ metal: 'steel', ...more }];

/** U.S. note 16(c), since 6 April 2026 on the full customs value. */
test('50 percent on articles, 25 on derivatives, 15 in all on some equipment', () => {
  assert.deepEqual(appliedTo(ARTICLE), ['section-232-metals 5000.00 9903.82.02']);
  assert.deepEqual(appliedTo(DERIVATIVE), ['section-232-metals 2500.00 9903.82.09']);
  const [base, floor] = resultOf(EQUIPMENT).lines[0]?.layers.filter(({ applied }) => applied) ?? [];
  assert.equal(Number(base?.amount) + Number(floor?.amount), 1500);
  assert.equal(floor?.heading, '9903.82.10');
});

test('the 15 percent test of weight: under it the surcharge comes instead; not in chapter 73', () => {
  const light = { metals: steel({ weightPercent: '14.99' }) };
  assert.deepEqual(appliedTo({ ...DERIVATIVE, ...light }), ['section-122 1000.00 9903.03.01']);
  assert.deepEqual(appliedTo({ ...DERIVATIVE, metals: steel({ weightPercent: '15' }) }), [
    'section-232-metals 2500.00 9903.82.09',
  ]);
  assert.deepEqual(appliedTo({ ...ARTICLE, ...light }), ['section-232-metals 5000.00 9903.82.02']);
});

test('several metals weigh together', () => {
  const metals: MetalContent[] = [
    { metal: 'steel', weightPercent: '10' },
    { metal: 'aluminum', weightPercent: '5' },
  ];
  assert.deepEqual(appliedTo({ ...DERIVATIVE, metals }), ['section-232-metals 2500.00 9903.82.09']);
});

/** Note 16(e) and (d): 95 percent, melted and poured in the United States or the United Kingdom. */
test('where the steel was melted and poured', () => {
  const from = (meltedIn: string, percentFrom: string) => ({ metals: steel({ meltedIn, percentFrom }) });
  assert.deepEqual(appliedTo({ ...DERIVATIVE, ...from('US', '95') }), [
    'section-232-metals 1000.00 9903.82.06',
  ]);
  assert.deepEqual(appliedTo({ ...DERIVATIVE, ...from('US', '94.9') }), [
    'section-232-metals 2500.00 9903.82.09',
  ]);
  assert.deepEqual(
    appliedTo({ ...EQUIPMENT, ...from('US', '100') }).map((text) => text.slice(-10)),
    ['9903.82.07'],
  );
  const british = { originCountry: 'GB', ...from('GB', '95') };
  assert.deepEqual(appliedTo({ ...ARTICLE, ...british }), ['section-232-metals 2500.00 9903.82.04']);
  assert.deepEqual(appliedTo({ ...DERIVATIVE, ...british }), ['section-232-metals 1500.00 9903.82.05']);
  assert.deepEqual(appliedTo({ ...ARTICLE, originCountry: 'GB' }), ['section-232-metals 5000.00 9903.82.02']);
});

/** Notes 19(a)(vii) and 19(m). */
test('aluminum of Russia, or smelted or cast there: 200 percent', () => {
  const foil = { hts: '7607.11.60.10', originCountry: 'TR', enteredValue: '10000' };
  assert.deepEqual(appliedTo(foil), ['section-232-metals 5000.00 9903.82.02']);
  const touched: MetalContent[] = [
    { metal: 'aluminum', smeltedIn: 'IN', secondarySmeltedIn: 'RU', castIn: 'TR' },
  ];
  assert.deepEqual(appliedTo({ ...foil, metals: touched }), ['section-232-metals 20000.00 9903.85.67']);
});

/** Note 16(c)(i): the metal itself of chapter 76; note 16(e) speaks of derivatives and copper alone. */
test('aluminum itself stands on the list of aluminum, and is no derivative', () => {
  const sheet = { hts: '7606.12.30.91', originCountry: 'MX', enteredValue: '10000' };
  const [metal] = resultOf(sheet).lines[0]?.layers.filter(({ heading }) => heading === '9903.82.02') ?? [];
  assert.match(metal?.why ?? '', /list 1a-aluminum/);
  const american: MetalContent[] = [{ metal: 'aluminum', smeltedIn: 'US', castIn: 'US', percentFrom: '100' }];
  assert.deepEqual(appliedTo({ ...sheet, metals: american }), ['section-232-metals 5000.00 9903.82.02']);
});

/** Heading 9903.82.22 since 8 June 2026. */
test('derivatives of annex I-C: 15 percent in all for partners, else 25', () => {
  const loader = { hts: '8429.51.10.05', enteredValue: '10000' };
  assert.deepEqual(appliedTo({ ...loader, originCountry: 'JP' }), ['section-232-metals 1500.00 9903.82.22']);
  assert.deepEqual(appliedTo({ ...loader, originCountry: 'BR' }), ['section-232-metals 2500.00 9903.82.09']);
});

test('vehicles: 25 percent, 15 in all for Japan, and no duty on their metals', () => {
  const car = { hts: '8703.23.01.40', enteredValue: '20000' };
  assert.deepEqual(appliedTo({ ...car, originCountry: 'ZA' }), ['section-232-vehicles 5000.00 9903.94.01']);
  assert.deepEqual(appliedTo({ ...car, originCountry: 'JP' }), ['section-232-vehicles 2500.00 9903.94.41']);
  const old = { ...car, originCountry: 'ZA', headings: ['9903.94.04'] };
  assert.deepEqual(appliedTo(old), ['section-122 2000.00 9903.03.01']);
});

test('the content of a vehicle that is not of the United States, approved by Commerce', () => {
  const car = {
    hts: '8703.23.01.40',
    originCountry: 'MX',
    enteredValue: '20000',
    spi: 'S',
    headings: ['9903.94.03'],
    partValues: [{ of: 'non-U.S. content', value: '12000' }],
  };
  assert.deepEqual(appliedTo(car), ['section-232-vehicles 3000.00 9903.94.03']);
});

test('parts: sure by their number, or where the filer says so, or exempt under the USMCA', () => {
  const wheels = { hts: '8708.70.45.30', originCountry: 'TH', enteredValue: '10000' };
  assert.deepEqual(appliedTo(wheels), ['section-232-vehicle-parts 2500.00 9903.94.05']);
  const hose = { hts: '4009.12.00.20', originCountry: 'TH', enteredValue: '10000' };
  assert.deepEqual(appliedTo(hose), ['section-122 1000.00 9903.03.01']);
  assert.ok(resultOf(hose).notComputed.some(({ layer }) => layer === 'section-232-vehicle-parts'));
  assert.deepEqual(appliedTo({ ...hose, headings: ['9903.94.05'] }), [
    'section-232-vehicle-parts 2500.00 9903.94.05',
  ]);
});

test('facts about metals are checked', () => {
  const metals: MetalContent[] = [{ metal: 'steel', meltedIn: 'XX', weightPercent: '101', value: '-1' }];
  assert.deepEqual(refusedFor({ ...ARTICLE, metals }), [
    'TARIFF_COUNTRY_UNKNOWN /lines/0/metals/0/meltedIn',
    'TARIFF_PERCENT_INVALID /lines/0/metals/0/weightPercent',
    'TARIFF_QUANTITY_INVALID /lines/0/metals/0/value',
  ]);
});

/** Before 6 April 2026: articles on full value, derivatives outside the chapter on the value of the metal. */
test('metals in December 2025: on the content where its value is given, else on everything', () => {
  const known = { knownAt: '2026-11-22' };
  const layersOf = (goods: Parameters<typeof appliedTo>[0]) =>
    appliedTo(goods, '2025-12-10', known).filter((text) => text.startsWith('section-232'));
  assert.deepEqual(layersOf(ARTICLE), ['section-232-steel 5000.00 9903.81.90']);
  const valued = { ...DERIVATIVE, metals: steel({ value: '4000' }) };
  assert.deepEqual(layersOf(valued), ['section-232-steel 2000.00 9903.81.91']);
  assert.deepEqual(layersOf(DERIVATIVE), ['section-232-steel 5000.00 9903.81.91']);
});
