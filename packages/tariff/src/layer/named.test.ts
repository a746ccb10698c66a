import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeDuty } from '../duty/compute.ts';
import type { DutyInput, DutyLineInput } from '../duty/input.ts';
import { loadEmbeddedReference } from '../node.ts';
import { entry, line } from '../testing/entry.ts';

const reference = loadEmbeddedReference();

function named(more: Partial<DutyLineInput>, whole: Partial<DutyInput> = {}): string[] {
  const result = computeDuty(entry([line(more)], whole), reference);
  assert.ok(result.ok, JSON.stringify(result.ok || result.refusals));
  return result.value.notComputed.map(({ layer }) => layer);
}

test('goods of Mexico without other measures: nothing is named', () => assert.deepEqual(named({}), []));

test('steel articles of China: antidumping and countervailing, until the filer says enough', () => {
  const steel = { hts: '7326.90.86.88', originCountry: 'CN', quantities: [], enteredValue: '14172' };
  assert.deepEqual(named(steel), ['antidumping', 'countervailing']);
  assert.deepEqual(named({ ...steel, outsideCases: 'scope ruling of a test' }), []);
});

test('mangoes: a promotion assessment may be due', () => {
  assert.deepEqual(named({ hts: '0804.50.60.65', spi: 'S' }), ['promotion-108']);
});

test('wine: excise tax by the words of the footnote', () => {
  const wine = { hts: '2204.21.50.40', originCountry: 'CL', quantities: [{ value: '900', unit: 'LTR' }] };
  assert.ok(named(wine).includes('excise'));
});

test('crude of Russia under a licence: the prohibition is named', () => {
  const crude = { hts: '2709.00.20.90', originCountry: 'RU', quantities: [{ value: '100', unit: 'BLL' }] };
  assert.ok(named({ ...crude, license: 'licence of a test' }).includes('embargo-energy'));
});

test('beyond the horizon, under an override: the edition and what followed are named', () => {
  const override = { reason: 'estimate for the client', by: 'Sample Filer' };
  const late = { date: '2026-10-05', importDate: '2026-10-05', override };
  assert.deepEqual(named({ hts: '0709.60.20.70', originCountry: 'CA' }, late), [
    'edition',
    'section-301-2026',
    'section-338',
    'section-338-canada',
  ]);
});
