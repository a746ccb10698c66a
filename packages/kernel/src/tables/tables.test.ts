import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countries } from './countries.ts';
import { currencies } from './currencies.ts';
import { portsD } from './ports-d.ts';
import { units } from './units.ts';

const factor = (code: string) => units[code]?.factor?.join('/');

/** NIST Handbook 44, appendix C; SP 811, appendix B. */
test('customary units by their definitions, exact', () => {
  assert.equal(factor('LBR'), '45359237/100000000');
  assert.equal(factor('GLL'), '473176473/125000000000', '231 cubic inches: 3.785411784 litres');
  assert.equal(factor('BLL'), '9936705933/62500000000', '42 gallons: 158.987294928 litres');
  assert.equal(factor('STN'), '45359237/50000', '2000 pounds');
  assert.equal(factor('LTN'), '317514659/312500', '2240 pounds');
  assert.equal(factor('INH'), '127/5000');
  assert.equal(factor('CTM'), '1/5000', '200 milligrams');
});

test('decimal multiples of the base units', () => {
  assert.deepEqual(['KGM', 'GRM', 'TNE', 'LTR', 'MTQ', 'HLT', 'CMK', 'KMT'].map(factor), [
    '1/1',
    '1/1000',
    '1000/1',
    '1/1000',
    '1/1',
    '1/10',
    '1/10000',
    '1000/1',
  ]);
});

test('counts', () => {
  assert.deepEqual(['NAR', 'C62', 'EA', 'PR', 'DZN', 'DPC', 'DPR', 'GRO', 'MIL'].map(factor), [
    '1/1',
    '1/1',
    '1/1',
    '2/1',
    '12/1',
    '12/1',
    '24/1',
    '144/1',
    '1000/1',
  ]);
});

test('a unit without definition is known by name and has no factor', () => {
  assert.equal(units.ZZ?.name, 'mutually defined');
  assert.equal(units.ZZ?.factor, undefined);
});

test('countries, currencies and ports', () => {
  assert.deepEqual(countries.MX, { alpha3: 'MEX', numeric: '484', name: 'Mexico' });
  assert.equal(Object.keys(countries).length, 249);
  assert.deepEqual(
    [currencies.USD?.minorUnits, currencies.JPY?.minorUnits, currencies.KWD?.minorUnits],
    [2, 0, 3],
  );
  assert.equal(currencies.DEM, undefined, 'withdrawn');
  assert.equal(portsD['2604'], 'NOGALES, AZ');
});
