import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalize } from '@portolan/kernel';
import fc from 'fast-check';
import { onRecordOf } from '../on-record.ts';
import { assemble, changed, evidence, kg, shipment } from '../testing/papers.ts';

const POINTER = '/lines/0/invoice/quantity';
const part = (value: string, unit = 'C62') => ({ [POINTER]: { value, unit } });

describe('a part of an invoice line', () => {
  it('is entered with its share of value, net and gross weight', () => {
    const [line] = assemble(shipment, { typed: part('500') }).entry.lines;
    assert.deepEqual(line?.invoice, { number: 'INV-1', line: '1', quantity: { value: '500', unit: 'C62' } });
    assert.equal(line?.enteredValue, '2200');
  });

  it('takes weights from a packing list of just the part', () => {
    const packed = changed('PackingList', (document) => ({
      ...document,
      lines: document.lines.map((one) => ({
        ...one,
        ...{ quantity: { value: '500', unit: 'C62' }, netWeight: kg('2010'), grossWeight: kg('2200') },
      })),
    }));
    const ask = assemble(packed).asks.find(({ pointer }) => pointer === POINTER);
    assert.equal(
      ask?.question,
      'Invoice line 1 is for 1250 pieces, and 500 are packed: enter only these now?',
    );
    assert.deepEqual(ask?.proposal, { value: '500', unit: 'C62' });
    assert.equal(ask?.required, false);
    const [line] = assemble(packed, { typed: part('500') }).entry.lines;
    assert.deepEqual(line?.quantities, [{ value: '2010', unit: 'KGM' }]);
    assert.deepEqual(line?.grossWeight, { value: '2200', unit: 'KGM' });
    assert.equal(line?.enteredValue, '2200');
  });

  it('may be typed as a bare number in the unit of the invoice', () => {
    const { entry } = assemble(shipment, { typed: { [POINTER]: '500' } });
    assert.deepEqual(entry.lines[0]?.invoice?.quantity, { value: '500', unit: 'C62' });
  });

  it('is refused beyond what was invoiced, at nothing, and in a unit that does not convert', () => {
    for (const typed of [part('1251'), part('0'), part('-1'), part('10', 'LTR'), { [POINTER]: 'some' }])
      assert.ok(
        assemble(shipment, { typed }).refusals.some(
          ({ code, path }) => code === 'FILING_PART_OF_LINE' && path === POINTER,
        ),
        JSON.stringify(typed),
      );
  });

  it('is derived again to the same bytes from what the entry records', () => {
    const { complete, provenance } = assemble(shipment, { typed: part('500') });
    assert.ok(complete);
    const given = onRecordOf(complete, provenance, evidence(shipment));
    const again = assemble(shipment, { ...given, typed: part('500') });
    assert.equal(canonicalize(again.complete as never), canonicalize(complete as never));
  });

  it('and its rest come to the whole, within a dollar', () => {
    const whole = Number(assemble().entry.lines[0]?.enteredValue);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1249 }), (first) => {
        const dollars = [first, 1250 - first].map((count) =>
          Number(assemble(shipment, { typed: part(String(count)) }).entry.lines[0]?.enteredValue),
        );
        assert.ok(Math.abs((dollars[0] ?? 0) + (dollars[1] ?? 0) - whole) <= 1);
      }),
      { numRuns: 25 },
    );
  });
});
