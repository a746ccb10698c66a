import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DensityReading } from '@portolan/documents';
import { Decimal } from '@portolan/kernel';
import fc from 'fast-check';
import { exp, fixed, ln, ONE } from './fixed.ts';
import {
  apiOfDensity60,
  correction,
  decimal,
  density60OfApi,
  densityAt15,
  densityAt60,
  densityAtSixty,
  factorFrom,
  measureTicket,
  rounded,
} from './index.ts';
import { lightCorrection } from './light-hydrocarbon.ts';

const shown = (value: bigint | undefined, places: number) =>
  value === undefined ? 'none' : decimal(rounded(value, places)).toFixed(places);

const read = (
  kind: DensityReading['kind'],
  value: string,
  temperature: string,
  unit: string,
): DensityReading => ({
  kind,
  value,
  at: { temperature: { value: temperature, unit } },
});

function density60(reading: DensityReading, group: 'crude' | 'light-hydrocarbon' = 'crude'): bigint {
  const found = densityAt60(reading, group);
  if (!found.ok) throw new Error(JSON.stringify(found.refusals));
  return found.value;
}

const codeOf = (result: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  result.ok ? 'ok' : result.refusals?.[0]?.code;

describe('published figures', () => {
  it('30 degrees API at 100 °F: 0.98210 (API MPMS 11.1, table 6A)', () => {
    assert.equal(shown(correction('crude', density60OfApi(fixed('30')), fixed('100'), 0n).ctl, 5), '0.98210');
  });

  it('25.0 degrees API are 903.264 kg/m³ at 60 °F and 903.641 at 15 °C (water 999.016 kg/m³)', () => {
    const at60 = density60OfApi(fixed('25'));
    assert.equal(shown(at60, 3), '903.264');
    const at15 = densityAt15(at60, 'crude');
    assert.equal(shown(at15.ok ? at15.value : undefined, 3), '903.641');
  });

  it('903.45 kg/m³ at 15 °C are 25.03 degrees; taken as 60 °F a false 24.97', () => {
    assert.equal(shown(apiOfDensity60(density60(read('density', '903.45', '15', 'CEL'))), 2), '25.03');
    assert.equal(shown(apiOfDensity60(density60(read('density', '903.45', '60', 'FAH'))), 2), '24.97');
  });

  it('0.9265 kg/L is 21.1 degrees API (HQ H328199)', () => {
    assert.equal(shown(apiOfDensity60(density60(read('density', '926.5', '60', 'FAH'))), 1), '21.1');
  });

  it('a cubic metre at 15 °C of heavy crude is about 6.292 barrels at 60 °F (Canada Energy Regulator prints 6.292)', () => {
    const factor = factorFrom('15C', density60(read('density', '926.5', '60', 'FAH')), 'crude');
    const barrels = factor.ok ? Decimal.of('6.28981077').times(decimal(factor.value)) : Decimal.zero;
    assert.equal(barrels.round(3, 'half-up').toString(), '6.292');
  });

  it('propane at 100 °F has 0.9305 of its density at 60 °F (saturated liquid: NIST chemistry webbook, 471.5 of 506.7 kg/m³)', () => {
    assert.equal(shown(lightCorrection(fixed('0.507025'), fixed('60')), 8), '1.00000000');
    const ctl = Number(shown(lightCorrection(fixed('0.508'), fixed('100')), 5));
    assert.ok(Math.abs(ctl - 471.5 / 506.7) < 0.001, String(ctl));
  });
});

describe('a ticket', () => {
  const readings = {
    open: { value: '999990', unit: 'BLL' },
    close: { value: '23990', unit: 'BLL' },
    rollsAt: '1000000',
    meterFactor: '1.0012',
    temperature: { value: '86', unit: 'FAH' },
    pressure: { value: '120', unit: 'PS' },
    density: read('api-gravity', '21.1', '60', 'FAH'),
    sedimentAndWater: '0.25',
  };

  it('comes to gross and net standard volume, over a rollover of its totalizer', () => {
    const measured = measureTicket(readings, 'crude');
    assert.ok(measured.ok && measured.value);
    const { api, cpl, ctl, grossStandardVolume: gross, indicated, netStandardVolume: net } = measured.value;
    assert.equal(indicated.toString(), '24000');
    assert.equal(api.reported.toString(), '21.1');
    const product = Decimal.of('24000').times(Decimal.of('1.0012')).times(ctl).times(cpl);
    assert.equal(gross.toString(), product.round(2, 'half-up').toString());
    assert.equal(net.toString(), product.times(Decimal.of('0.9975')).round(2, 'half-up').toString());
    assert.ok(ctl.lt(Decimal.of('1')) && cpl.gt(Decimal.of('1')));
  });

  it('without temperature or density comes to nothing, and is not wrong for it', () => {
    const { density: _, ...bare } = readings;
    assert.deepEqual(measureTicket(bare, 'crude'), { ok: true, value: undefined });
  });

  it('is refused for what cannot be, each for its own reason', () => {
    const { rollsAt: _, ...backward } = readings;
    const { open: _open, ...halfOpen } = readings;
    const cases: readonly (readonly [object, string])[] = [
      [backward, 'OIL_MEASURE_TOTALIZER'],
      [halfOpen, 'OIL_MEASURE_NO_VOLUME'],
      [{ ...readings, sedimentAndWater: '101' }, 'OIL_MEASURE_WATER'],
      [{ ...readings, sedimentAndWater: '-1' }, 'OIL_MEASURE_WATER'],
      [{ ...readings, temperature: { value: '86', unit: 'KEL' } }, 'OIL_MEASURE_UNIT'],
      [{ ...readings, temperature: { value: '160', unit: 'CEL' } }, 'OIL_MEASURE_TEMPERATURE'],
      [{ ...readings, temperature: { value: '-500', unit: 'FAH' } }, 'OIL_MEASURE_TEMPERATURE'],
      [{ ...readings, pressure: { value: '8000', unit: 'PS' } }, 'OIL_MEASURE_PRESSURE'],
      [{ ...readings, pressure: { value: '1', unit: 'MTR' } }, 'OIL_MEASURE_UNIT'],
      [{ ...readings, density: read('density', '21.1', '60', 'FAH') }, 'OIL_MEASURE_DENSITY'],
      [{ ...readings, density: read('api-gravity', '926.5', '60', 'FAH') }, 'OIL_MEASURE_DENSITY'],
      [{ ...readings, density: read('api-gravity', '-131.5', '60', 'FAH') }, 'OIL_MEASURE_DENSITY'],
      [{ ...readings, density: read('api-gravity', '21.1', '15', 'CEL') }, 'OIL_MEASURE_BASE'],
      [{ ...readings, density: read('relative-density', '926.5', '60', 'FAH') }, 'OIL_MEASURE_DENSITY'],
    ];
    for (const [given, code] of cases) assert.equal(codeOf(measureTicket(given, 'crude')), code, code);
  });
});

describe('properties', () => {
  const api = fc.integer({ min: 100, max: 600 }).map((tenths) => fixed(String(tenths / 10)));
  const degrees = fc.integer({ min: -40, max: 250 }).map((whole) => fixed(String(whole)));

  it('a density brought to 60 °F gives back the one that was observed', () => {
    fc.assert(
      fc.property(api, degrees, (gravity, at) => {
        const base = density60OfApi(gravity);
        const observed = (base * correction('crude', base, at, 0n).ctpl) / ONE;
        const back = densityAtSixty('crude', observed, at, 0n);
        assert.equal(shown(back, 6), shown(base, 6));
      }),
      { numRuns: 60 },
    );
  });

  it('warmer liquid takes more room, and the lighter the more', () => {
    fc.assert(
      fc.property(api, degrees, (gravity, at) => {
        const [base, lighter] = [density60OfApi(gravity), density60OfApi(gravity + ONE)];
        const here = correction('crude', base, at, 0n).ctl;
        assert.ok(correction('crude', base, at + ONE, 0n).ctl < here);
        const other = correction('crude', lighter, at, 0n).ctl;
        if (at > fixed('61')) assert.ok(other < here);
        if (at < fixed('59')) assert.ok(other > here);
      }),
      { numRuns: 60 },
    );
  });

  it('the exponential and its inverse agree to the last digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400_000, max: 400_000 }), (millionths) => {
        const value = fixed(String(millionths / 100_000));
        const apart = ln(exp(value)) - value;
        assert.ok(apart < 10_000n && apart > -10_000n);
      }),
      { numRuns: 60 },
    );
  });
});
