import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectOk } from '@portolan/kernel';
import { computeValue } from './compute.ts';
import type { ValueInput } from './input.ts';
import { rate, sale, tablesWith } from './testing/sale.ts';
import { worksheetTables } from './testing/tables.ts';

const worksheet = (more: Partial<ValueInput>) => expectOk(computeValue(sale(more), worksheetTables));
const notes = (more: Partial<ValueInput>) => worksheet(more).notes.map(({ note }) => note);

describe('computeValue', () => {
  it('shows each step with figure, effect, running value, rule and source', () => {
    const [line] = worksheet({
      lines: [
        { number: '1', price: '10000.00', source: { document: 'sha256:aa', pointer: '/lines/0/amount' } },
      ],
      adjustments: [
        { kind: 'packing', amount: '250.00', source: { words: 'invoice of the packer' } },
        { kind: 'buying-commission', amount: '500.00' },
        { kind: 'discount', amount: '100.00' },
      ],
    }).lines;
    assert.deepEqual(
      line?.steps.map(({ step, effect, running, cite }) => [step, effect.amount, running.amount, cite]),
      [
        ['price', '10000.00', '10000.00', '19 CFR 152.103(a)(1)'],
        ['addition', '250.00', '10250.00', '19 CFR 152.103(b)(1)(i)'],
        ['unchanged', '0.00', '10250.00', '19 CFR 152.103(b)(1); 19 U.S.C. 1401a(b)(1)'],
        ['deduction', '-100.00', '10150.00', '19 CFR 152.103(a)(1)'],
        ['rounding', '0.00', '10150.00', 'CATAIR entry summary, record 50 (value)'],
      ],
    );
    assert.deepEqual(line?.steps[0]?.source, { document: 'sha256:aa', pointer: '/lines/0/amount' });
    assert.deepEqual(line?.steps[1]?.source, { words: 'invoice of the packer' });
  });

  it('adds each of the five additions of 19 CFR 152.103(b)(1), and only when the price does not hold it', () => {
    for (const kind of ['packing', 'selling-commission', 'assist', 'royalty', 'proceeds']) {
      const value = (includedInPrice: boolean) =>
        worksheet({ adjustments: [{ kind, amount: '100.00', includedInPrice }] }).totals.enteredValue;
      assert.equal(value(false), '10100', kind);
      assert.equal(value(true), '10000', kind);
    }
  });

  it('takes international freight out of a price that holds it, by the delivery term', () => {
    const value = (code: string) => {
      const { totals } = worksheet({
        incoterm: { code },
        adjustments: [{ kind: 'international-freight', amount: '700.00' }],
      });
      return [totals.enteredValue, totals.charges];
    };
    // Beside an FOB price it was never in the value; it is reported as a charge all the same.
    for (const code of ['EXW', 'FCA', 'FAS', 'FOB', 'FOR', 'FRC'])
      assert.deepEqual(value(code), ['10000', '700'], code);
    for (const code of ['CFR', 'CIF', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'DAT', 'DDU', 'C&F', 'DES'])
      assert.deepEqual(value(code), ['9300', '700'], code);
  });

  it('takes out duties and inland freight of the United States from a DDP price', () => {
    const { totals } = worksheet({
      incoterm: { code: 'DDP' },
      adjustments: [
        { kind: 'us-duty', amount: '300.00' },
        { kind: 'us-inland-freight', amount: '200.00' },
        { kind: 'international-freight', amount: '700.00' },
      ],
    });
    assert.deepEqual([totals.enteredValue, totals.charges], ['8800', '700']);
  });

  it('reads a term as papers write it', () => {
    assert.equal(worksheet({ incoterm: { code: 'c. i. f.' } }).incoterm?.code, 'CIF');
  });

  it('leaves in the value what is inside the price and not identified', () => {
    const adjustments = [{ kind: 'international-freight', amount: '700.00', identified: false }];
    assert.equal(worksheet({ incoterm: { code: 'CIF' }, adjustments }).totals.enteredValue, '10000');
  });

  it('leaves foreign inland freight in, unless placed for through shipment (19 CFR 152.103(a)(5))', () => {
    const freight = { kind: 'foreign-inland-freight', amount: '400.00' };
    const kept = worksheet({ adjustments: [freight] });
    assert.equal(kept.totals.enteredValue, '10000');
    assert.ok(kept.notes.some(({ note }) => note === 'inland-freight-stays'));
    assert.equal(
      worksheet({ adjustments: [{ ...freight, throughShipment: true }] }).totals.enteredValue,
      '9600',
    );
  });

  it('says that a CIF price holds carriage that nobody names', () => {
    assert.deepEqual(notes({ incoterm: { code: 'CIF' } }), [
      'carriage-not-identified',
      'carriage-not-identified',
    ]);
    assert.deepEqual(notes({ incoterm: { code: 'FOB' } }), []);
  });

  it('says that a statement contradicts the term, and follows the statement', () => {
    const more = {
      adjustments: [{ kind: 'international-freight', amount: '700.00', includedInPrice: true }],
    };
    assert.deepEqual(notes(more), ['term-contradicted']);
    assert.equal(worksheet(more).totals.enteredValue, '9300');
  });

  it('spreads by value, weight, quantity or equally, to the last cent', () => {
    const lines = [
      { number: '1', price: '100.00', weight: '10', quantity: '1' },
      { number: '2', price: '300.00', weight: '10', quantity: '5' },
    ];
    const shares = (spread: 'value' | 'weight' | 'quantity' | 'equal') =>
      worksheet({ lines, adjustments: [{ kind: 'packing', amount: '0.03', spread }] }).lines.map(
        ({ value }) => value.amount,
      );
    assert.deepEqual(shares('value'), ['100.01', '300.02']);
    assert.deepEqual(shares('weight'), ['100.02', '300.01']);
    assert.deepEqual(shares('quantity'), ['100.01', '300.02']);
    assert.deepEqual(shares('equal'), ['100.02', '300.01']);
  });

  it('gives an adjustment to the line that it names', () => {
    const lines = [
      { number: 'A', price: '100.00' },
      { number: 'B', price: '300.00' },
    ];
    const result = worksheet({ lines, adjustments: [{ kind: 'royalty', amount: '50.00', line: 'B' }] });
    assert.deepEqual(
      result.lines.map(({ enteredValue }) => enteredValue),
      ['100', '350'],
    );
  });

  it('converts at the end while all is in one currency, each amount when charges are in another', () => {
    const euro = rate('quarterly', '1.1234', '2026-04-01', '2026-06-30');
    const tables = tablesWith(euro);
    const one = expectOk(computeValue(sale({ currency: 'EUR' }), tables));
    assert.deepEqual(
      [one.steps, one.totals.value.amount, one.totals.dollars],
      ['EUR', '10000.00', '11234.00'],
    );
    const adjustments = [{ kind: 'packing', amount: '100.00', currency: 'USD' }];
    const two = expectOk(computeValue(sale({ currency: 'EUR', adjustments }), tables));
    assert.deepEqual([two.steps, two.totals.dollars, two.otherExchanges.length], ['USD', '11334.00', 1]);
  });

  it('says when lines rounded each for itself differ from the sum rounded once', () => {
    const lines = ['1', '2', '3'].map((number) => ({ number, price: '0.50' }));
    const result = worksheet({ lines });
    assert.equal(result.totals.enteredValue, '3');
    assert.ok(result.notes.some(({ note }) => note === 'rounding-differs'));
  });

  it('asks related parties to show that the relationship did not influence the price (19 CFR 152.103(l))', () => {
    assert.deepEqual(notes({ relationship: { related: true } }), ['related-not-shown']);
    assert.deepEqual(notes({ relationship: { related: false } }), []);
    const shown = worksheet({
      relationship: {
        related: true,
        circumstances: { shown: 'all-costs-plus-profit', words: 'Accounts of 2025.' },
        testValues: [{ kind: 'transaction-identical', value: '10200.00', accepted: 'entry ZZ9-0000103-5' }],
      },
    });
    assert.deepEqual(
      shown.notes.map(({ note }) => note),
      ['related-shown', 'related-test-value'],
    );
    assert.match(shown.notes[1]?.text ?? '', /-1\.96 percent from it/);
    assert.ok(shown.related);
  });
});
