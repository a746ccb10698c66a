import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Decimal } from '@portolan/kernel';
import { atBase } from './density.ts';
import { type LiquidRow, liquidTables } from './facts/tables.ts';
import { measured, refusedFor } from './testing.ts';

const degrees = (value: string) => ({ value, unit: 'FAH' });
const gas = (relative: string, fahrenheit: string) => ({
  commodity: 'propane',
  density: atBase('relative-density', relative, '60F'),
  temperature: degrees(fahrenheit),
});

describe('propane, by rows alone', () => {
  it('has the factors of table 24E', () => {
    // Test values of the public implementation boredhippo/NGL_CTL, to four places.
    const four = (relative: string, fahrenheit: string) =>
      Decimal.of(measured(gas(relative, fahrenheit)).ctl)
        .round(4, 'half-up')
        .toFixed(4);
    assert.equal(four('0.45', '0'), '1.1201');
    assert.equal(four('0.45', '3'), '1.1147');
    assert.equal(four('0.45', '80'), '0.9516');
    assert.equal(four('0.67', '64'), '0.9971');
  });

  it('is found from a density read warm, and back', () => {
    const cold = measured(gas('0.5080', '60'));
    const warm = measured(gas('0.5080', '80'));
    const observed = Decimal.of(cold.densityAt60).times(Decimal.of(warm.ctl)).round(3, 'half-up').toString();
    const density = { kind: 'density', value: observed, at: { temperature: degrees('80') } } as const;
    const apart = Decimal.of(measured({ ...gas('0.5080', '80'), density }).densityAt60).minus(
      Decimal.of(cold.densityAt60),
    );
    assert.ok(apart.abs().lt(Decimal.of('0.01')));
  });

  it('needs a stated factor for pressure above its vapor, and says who stated it', () => {
    const pressed = { ...gas('0.5080', '80'), pressure: { value: '300', unit: 'PS' } };
    assert.equal(refusedFor(pressed), 'OIL_MEASURE_STATED_MISSING /stated');
    const stated = {
      cpl: '1.0042',
      computedBy: 'Sample Pipeline flow computer',
      standard: 'API MPMS 11.2.2',
    };
    const ticket = measured({ ...pressed, stated });
    assert.equal(ticket.cpl, '1.00420');
    assert.deepEqual(ticket.method, {
      standard: 'API MPMS 11.2.2',
      source: 'stated by Sample Pipeline flow computer',
    });
    assert.equal(
      refusedFor({ ...pressed, stated: { ...stated, cpl: '100.42' } }),
      'OIL_MEASURE_STATED_RANGE /stated',
    );
  });

  it('is refused outside of the reference fluids', () => {
    assert.equal(refusedFor(gas('0.70', '60')), 'OIL_MEASURE_DENSITY_RANGE /density');
    assert.equal(refusedFor(gas('0.5080', '200')), 'OIL_MEASURE_TEMPERATURE_RANGE ');
    assert.equal(refusedFor(gas('0.36', '190')), 'OIL_MEASURE_ABOVE_CRITICAL ');
  });
});

describe('a special application', () => {
  const row: LiquidRow = {
    commodity: 'mixture',
    title: 'Mixture',
    standard: 'api-11.1-2004',
    group: 'special',
    from: '2000-01-01',
    source: 'Agreement of the parties',
    certainty: 'open',
  };
  const tables = { ...liquidTables, liquids: [...liquidTables.liquids, row] };

  it('is corrected by its own expansion, within the limits of the standard', () => {
    const mixture = { commodity: 'mixture', density: atBase('density', '800', '60F') };
    // exp(−0.0005 × 40 × (1 + 0.8 × 0.0005 × 40)) is 0.97988; the shift of scale moves the seventh place.
    assert.equal(measured({ ...mixture, alpha: '0.0005' }, tables).ctl, '0.97988');
    assert.equal(refusedFor(mixture, tables), 'OIL_MEASURE_ALPHA_MISSING /alpha');
    assert.equal(refusedFor({ ...mixture, alpha: '0.002' }, tables), 'OIL_MEASURE_ALPHA_RANGE ');
    assert.equal(refusedFor({ ...mixture, alpha: '1e-4' }, tables), 'KERNEL_DECIMAL_INVALID /alpha');
  });
});
