import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { atBase } from './density.ts';
import { liquidTables } from './facts/tables.ts';
import { fixed } from './fixed.ts';
import { crudeBy, measured, refusedFor } from './testing.ts';

describe('a ticket', () => {
  it('of 30 API at 100 °F has a factor of 0.98210, by the standard of 2004 and by that of 1980', () => {
    // API MPMS 11.1, crude, K0 = 341.0957; table 6A of 1980 prints 0.9821.
    assert.equal(measured({}).ctl, '0.98210');
    assert.equal(measured({}, crudeBy('api-11.1-1980')).ctl, '0.98210');
    assert.equal(measured({}).gsv.value, '98210.00');
    assert.equal(measured({}, crudeBy('api-11.1-1980')).densityAt60, '875.295');
    assert.equal(measured({}).densityAt60, '875.299');
  });

  it('comes to gross, net and mass by the printed figures', () => {
    // GSV = indicated × MF × CTL × CPL, NSV = GSV × (1 − S&W): 43 CFR 3174.12.
    const ticket = measured({ meterFactor: '1.0012', sedimentAndWater: '0.3' });
    assert.deepEqual(ticket.gsv, { value: '98327.85', unit: 'BLL', base: '60F' });
    assert.deepEqual(ticket.nsv, { value: '98032.87', unit: 'BLL', base: '60F' });
    // 98,032.87 × 0.158987294928 m³ × 141.5/161.5 × 999.016 kg/m³.
    assert.deepEqual(ticket.mass, { value: '13642391', unit: 'KGM' });
    assert.deepEqual(ticket.remarks, []);
  });

  it('keeps 24.96 API raw and reports it as 25.0, by a dated policy', () => {
    const ticket = measured({ density: atBase('api-gravity', '24.96', '60F') });
    assert.deepEqual(ticket.apiAt60, {
      raw: '24.96',
      reported: '25.0',
      decides: 'reported',
      decided: '25.0',
    });
    assert.deepEqual(
      ticket.remarks.map(({ code }) => code),
      ['OIL_MEASURE_API_STRADDLES'],
    );
    const api = liquidTables.api.map((row) => ({ ...row, decides: 'raw' as const }));
    const other = measured({ density: atBase('api-gravity', '24.96', '60F') }, { ...liquidTables, api });
    assert.equal(other.apiAt60.decided, '24.96');
  });

  it('counts pressure above the vapor of the liquid only', () => {
    const at = (value: string, unit: string) => measured({ pressure: { value, unit } }).cpl;
    const pressed = at('500', 'PS');
    assert.equal(at('3447.3785', 'KPA'), pressed);
    assert.equal(at('34.473785', 'BAR'), pressed);
    assert.equal(at('514.696', '80'), pressed);
    assert.equal(
      measured({ pressure: { value: '520', unit: 'PS' }, equilibriumPressure: { value: '20', unit: 'PS' } })
        .cpl,
      pressed,
    );
    assert.equal(at('-5', 'PS'), '1.00000');
  });

  it('reads a counter, also one that begins again, and a tank by its table', () => {
    const counter = {
      indicated: undefined,
      open: { value: '999000', unit: 'BLL' },
      close: { value: '4000', unit: 'BLL' },
    };
    assert.equal(measured({ ...counter, rollsAt: '1000000' }).indicated.value, '5000.00');
    assert.equal(refusedFor(counter), 'OIL_MEASURE_TOTALIZER /close');
    assert.equal(refusedFor({ ...counter, rollsAt: '500000' }), 'OIL_MEASURE_TOTALIZER_RANGE /open');
    const tank = {
      gaugeUnit: 'FOT',
      unit: 'BLL',
      points: [
        { gauge: '0', volume: '0' },
        { gauge: '40', volume: '80000' },
      ],
    };
    const gauges = {
      indicated: undefined,
      open: { value: '30', unit: 'FOT' },
      close: { value: '10.5', unit: 'FOT' },
      tank,
    };
    assert.equal(measured(gauges).indicated.value, '39000.00');
    assert.equal(refusedFor({ ...gauges, open: { value: '41', unit: 'FOT' } }), 'OIL_MEASURE_GAUGE /tank');
    assert.equal(refusedFor({ indicated: undefined }), 'OIL_MEASURE_INDICATION ');
  });

  it('stands with a remark where water is over the limit', () => {
    const codes = (percent: string) =>
      measured({ sedimentAndWater: percent }).remarks.map(({ code }) => code);
    assert.deepEqual(codes('0.5'), []);
    assert.deepEqual(codes('0.501'), ['OIL_MEASURE_WATER_OVER_LIMIT']);
  });

  it('refuses hostile figures', () => {
    const hot = (value: string, unit: string) => refusedFor({ temperature: { value, unit } });
    assert.equal(hot('NaN', 'FAH'), 'KERNEL_DECIMAL_INVALID /temperature/value');
    assert.equal(hot('-500', 'CEL'), 'OIL_MEASURE_TEMPERATURE_RANGE ');
    assert.equal(hot('180', 'CEL'), 'OIL_MEASURE_TEMPERATURE_RANGE ', '180 °F read as °C');
    assert.equal(hot('100', 'BLL'), 'OIL_MEASURE_UNIT /temperature/unit');
    assert.equal(hot('100', 'constructor'), 'OIL_MEASURE_UNIT /temperature/unit');
    assert.equal(
      refusedFor({ pressure: { value: '4000', unit: 'PS' } }),
      'OIL_MEASURE_PRESSURE_RANGE ',
      'kPa as psi',
    );
    assert.equal(
      refusedFor({ indicated: { value: '9'.repeat(39), unit: 'BLL' } }),
      'OIL_MEASURE_VOLUME /indicated',
    );
    assert.equal(
      refusedFor({ indicated: { value: '9'.repeat(60), unit: 'BLL' } }),
      'KERNEL_DECIMAL_INVALID /indicated/value',
    );
    assert.equal(refusedFor({ indicated: { value: '0', unit: 'BLL' } }), 'OIL_MEASURE_VOLUME /indicated');
    assert.equal(refusedFor({ meterFactor: '0' }), 'OIL_MEASURE_METER_FACTOR /meterFactor');
    assert.equal(refusedFor({ sedimentAndWater: '100' }), 'OIL_MEASURE_WATER /sedimentAndWater');
    assert.equal(refusedFor({ commodity: 'milk' }), 'OIL_MEASURE_LIQUID_UNKNOWN /commodity');
  });

  it('grows lighter by heat and denser by pressure', () => {
    const degrees = fc.integer({ min: -50, max: 290 });
    fc.assert(
      fc.property(
        degrees,
        fc.integer({ min: 10, max: 1400 }),
        fc.integer({ min: 10, max: 60 }),
        (at, psi, api) => {
          const density = atBase('api-gravity', String(api), '60F');
          const reading = (f: number, p: number) =>
            measured({
              density,
              temperature: { value: String(f), unit: 'FAH' },
              pressure: { value: String(p), unit: 'PS' },
            });
          assert.ok(fixed(reading(at, psi).ctl) > fixed(reading(at + 5, psi).ctl));
          assert.ok(fixed(reading(at, psi).cpl) < fixed(reading(at, psi + 50).cpl));
        },
      ),
      { numRuns: 60 },
    );
  });
});
