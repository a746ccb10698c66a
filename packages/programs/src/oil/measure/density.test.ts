import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Decimal, expectOk } from '@portolan/kernel';
import fc from 'fast-check';
import { apiAt60, apiOfDensity, atBase, densityAt, densityOfApi } from './density.ts';
import { codeOf, contextOf } from './testing.ts';
import { convertBase, factorBetween, sumVolumes } from './volume.ts';

const crude = contextOf('crude-oil');
const rounded = (value: Decimal, places: number) => value.round(places, 'half-up').toFixed(places);

describe('gravity and density', () => {
  it('are 25.0 API, 903.264 kg/m³ at 60 °F and 903.641 at 15 °C', () => {
    // Computed by the standard and checked in the facts of this program.
    assert.equal(rounded(expectOk(densityOfApi('25.0', '60F', crude)), 3), '903.264');
    assert.equal(rounded(expectOk(densityOfApi('25.0', '15C', crude)), 3), '903.641');
  });

  it('never take a density at 15 °C for one at 60 °F', () => {
    const api = (base: '15C' | '60F') => rounded(expectOk(apiOfDensity({ value: '903.45', base }, crude)), 2);
    assert.equal(api('15C'), '25.03');
    assert.equal(api('60F'), '24.97');
  });

  it('give 0.9265 kg/L 21.1 API, with water of 999.016 kg/m³', () => {
    // HQ H328199.
    const density = { ...atBase('density', '0.9265', '60F'), unit: 'B34' };
    assert.equal(rounded(expectOk(apiAt60(density, crude)), 1), '21.1');
  });

  it('reduce a hydrometer reading of 40.5 API at 83 °F to 38.7 by table 5B', () => {
    // Appendix I of a public gauging manual, "Volume conversion, ASTM/API/IP table 5A/B", step 2.
    const reading = {
      kind: 'api-gravity',
      value: '40.5',
      at: { temperature: { value: '83', unit: 'FAH' } },
      instrument: 'hydrometer',
    } as const;
    assert.equal(rounded(expectOk(apiAt60(reading, contextOf('refined-products'))), 1), '38.7');
  });

  it('come back from any temperature and pressure', () => {
    const density = fc.integer({ min: 6500, max: 11500 }).map((tenths) => (tenths / 10).toFixed(1));
    const fahrenheit = fc.integer({ min: -40, max: 290 });
    const groups = fc.constantFrom('crude-oil', 'refined-products');
    fc.assert(
      fc.property(groups, density, fahrenheit, (group, value, degrees) => {
        const context = contextOf(group);
        const there = { temperature: { value: String(degrees), unit: 'FAH' } };
        const base = densityAt({ kind: 'density', value, at: there }, '60F', context);
        if (!base.ok) return;
        const factor = factorBetween('60F', '15C', atBase('density', base.value.toString(), '60F'), context);
        const at15 = expectOk(densityAt({ kind: 'density', value, at: there }, '15C', context));
        const again = expectOk(densityAt(atBase('density', at15.toString(), '15C'), '60F', context));
        assert.ok(again.minus(base.value).abs().lt(Decimal.of('0.01')));
        assert.ok(factor.ok && factor.value.lt(Decimal.of('1')));
      }),
      { numRuns: 60 },
    );
  });

  it('refuse figures of another kind or unit', () => {
    const code = (kind: 'density' | 'api-gravity' | 'relative-density', value: string) =>
      codeOf(apiAt60(atBase(kind, value, '60F'), crude));
    assert.equal(code('density', '25'), 'OIL_MEASURE_DENSITY_ABSURD /value');
    assert.equal(code('api-gravity', '903.45'), 'OIL_MEASURE_DENSITY_ABSURD /value');
    assert.equal(code('relative-density', '903.45'), 'OIL_MEASURE_DENSITY_ABSURD /value');
    assert.equal(code('density', 'NaN'), 'KERNEL_DECIMAL_INVALID /value');
    assert.equal(code('density', '9e2'), 'KERNEL_DECIMAL_INVALID /value');
    const unit = { ...atBase('density', '900', '60F'), unit: 'KGM' };
    assert.equal(codeOf(apiAt60(unit, crude)), 'OIL_MEASURE_UNIT /unit');
  });
});

describe('base conditions', () => {
  const heavy = atBase('density', '926.5', '15C');

  it('make one cubic metre at 15 °C of heavy crude 6.292 barrels at 60 °F', () => {
    // The Canadian regulator prints 6.292; the units alone give 6.28981.
    const volume = { value: '1', unit: 'MTQ', base: '15C' };
    const barrels = expectOk(convertBase(volume, { unit: 'BLL', base: '60F' }, heavy, crude));
    assert.equal(barrels.value, '6.292312');
    const same = expectOk(
      convertBase({ ...volume, base: '60F' }, { unit: 'BLL', base: '60F' }, heavy, crude),
    );
    assert.equal(same.value, '6.289811');
  });

  it('convert there and back', () => {
    const there = convertBase(
      { value: '9500', unit: 'MTQ', base: '15C' },
      { unit: 'BLL', base: '60F' },
      heavy,
      crude,
    );
    const back = expectOk(convertBase(expectOk(there), { unit: 'MTQ', base: '15C' }, heavy, crude));
    assert.equal(Decimal.of(back.value).round(5, 'half-up').toString(), '9500');
  });

  it('are refused where they are missing, unknown or mixed', () => {
    const to = { unit: 'BLL', base: '60F' } as const;
    assert.equal(
      codeOf(convertBase({ value: '1', unit: 'MTQ' }, to, heavy, crude)),
      'OIL_MEASURE_BASE_MISSING /base',
    );
    assert.equal(
      codeOf(convertBase({ value: '1', unit: 'MTQ', base: '25C' }, to, heavy, crude)),
      'OIL_MEASURE_BASE_UNKNOWN /base',
    );
    assert.equal(
      codeOf(convertBase({ value: '1', unit: 'KGM', base: '15C' }, to, heavy, crude)),
      'OIL_MEASURE_UNIT /unit',
    );
    const at60 = { value: '1', unit: 'BLL', base: '60F' } as const;
    const at15 = { value: '1', unit: 'BLL', base: '15C' } as const;
    assert.equal(codeOf(sumVolumes([at60, at15], 'BLL', '60F')), 'OIL_MEASURE_BASES_MIXED /1');
    assert.equal(expectOk(sumVolumes([at60, at60], 'BLL', '60F')).value, '2');
  });
});
