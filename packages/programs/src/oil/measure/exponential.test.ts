import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { exp, ln, toPower } from './exponential.ts';
import { fixed, one, over, times, toPlaces } from './fixed.ts';
import { on1968 } from './its90.ts';

const small = fc.integer({ min: -4_000_000, max: 4_000_000 }).map((n) => fixed((n / 1_000_000).toFixed(6)));
const apart = (left: bigint, right: bigint) => (left > right ? left - right : right - left);
const TINY = fixed('0.0000000000000000000000001');

describe('numbers of a measurement', () => {
  it('have the known digits of e and ln 2', () => {
    // e and ln 2 to 24 places, OEIS A001113 and A002162.
    assert.equal(toPlaces(exp(one), 24), '2.718281828459045235360287');
    assert.equal(toPlaces(ln(2n * one), 24), '0.693147180559945309417232');
    assert.equal(toPlaces(exp(fixed('-1')), 20), '0.36787944117144232160');
    assert.equal(toPlaces(toPower(fixed('2'), fixed('0.5')), 20), '1.41421356237309504880');
    assert.equal(toPower(0n, fixed('0.35')), 0n);
  });

  it('keep decimals as they are and round half away from zero', () => {
    // API MPMS 11.1-2004, 11.1.5.4.
    assert.equal(toPlaces(fixed('24.95'), 1), '25.0');
    assert.equal(toPlaces(fixed('-24.95'), 1), '-25.0');
    assert.equal(toPlaces(fixed('24.949999999999999999999'), 1), '24.9');
    assert.equal(toPlaces(fixed('-0.04'), 1), '0.0');
    assert.equal(toPlaces(fixed('12.5'), 0), '13');
  });

  it('hold the laws of powers', () => {
    fc.assert(
      fc.property(small, small, (left, right) => {
        const product = times(exp(left), exp(right));
        assert.ok(apart(over(product, exp(left + right)), one) < TINY);
        assert.ok(apart(ln(exp(left)), left) < TINY);
      }),
    );
  });

  it('read 100 °C of 1968 where the scale of 1990 reads 99.974', () => {
    // Table of t90 − t68 of the ITS-90: −0.026 at 100 °C, 0 at 0 °C.
    const celsius = over(on1968(fixed('211.9532')) - fixed('32'), fixed('1.8'));
    assert.equal(toPlaces(celsius, 3), '100.000');
    assert.equal(on1968(fixed('32')), fixed('32'));
    // API MPMS 11.1-2004, 11.1.5.3: 60 °F.
    assert.equal(toPlaces(on1968(fixed('60')), 7), '60.0068749');
  });
});
