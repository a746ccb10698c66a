import { expectOk } from '@portolan/kernel';
import { computeValue } from '../compute.ts';
import type { ValueInput } from '../input.ts';
import type { ExchangeRate } from '../tables.ts';
import { rate, sale, tablesWith } from './sale.ts';
import type { Vector } from './vector.ts';

const entered =
  (input: ValueInput, ...rates: ExchangeRate[]) =>
  () =>
    expectOk(computeValue(input, tablesWith(...rates))).totals.enteredValue;

const dollars =
  (input: ValueInput, ...rates: ExchangeRate[]) =>
  () =>
    expectOk(computeValue(input, tablesWith(...rates))).totals.dollars;

/** A mold that serves 10,000 units, shared over first shipment, units made so far, or all units ordered. */
const mold = (over: string) =>
  dollars(
    sale({
      lines: [{ number: '1', price: '1000.00' }],
      adjustments: [{ kind: 'assist', amount: '10000.00', apportion: { units: '1000', over } }],
    }),
  );

const euros = (exportDate: string) => sale({ currency: 'EUR', exportDate });
const QUARTER = rate('quarterly', '1.00', '2026-04-01', '2026-06-30');

/** Published and computed cases of customs value. */
export const valueVectors: readonly Vector[] = [
  {
    title: 'pays 10,000, packed ready for shipment, no commission, assist or royalty',
    source: '19 CFR 152.103(a)(1), example 1',
    certainty: 'published',
    expected: '10000',
    computed: entered(sale()),
  },
  {
    title: 'agreed at 100 a unit; the list price rises to 110 before export',
    source: '19 CFR 152.103(a)(1), example 2',
    certainty: 'published',
    expected: '100',
    computed: entered(sale({ lines: [{ number: '1', price: '100.00' }] })),
  },
  {
    title: 'mold of 10,000 over a first shipment of 1,000 units at 1,000',
    source: '19 CFR 152.103(e)(1): over the first shipment',
    certainty: 'computed',
    expected: '11000.00',
    computed: mold('1000'),
  },
  {
    title: 'the same mold over the 4,000 units made so far',
    source: '19 CFR 152.103(e)(1): over units produced',
    certainty: 'computed',
    expected: '3500.00',
    computed: mold('4000'),
  },
  {
    title: 'the same mold over the 10,000 units ordered',
    source: '19 CFR 152.103(e)(1): over the entire anticipated production',
    certainty: 'computed',
    expected: '2000.00',
    computed: mold('10000'),
  },
  {
    title: 'CIF 10,000 with freight 800 and insurance 45.50 identified',
    source: '19 CFR 152.102(f): international freight and insurance are no part of the price',
    certainty: 'computed',
    expected: '9154.50',
    computed: dollars(
      sale({
        incoterm: { code: 'CIF' },
        adjustments: [
          { kind: 'international-freight', amount: '800.00' },
          { kind: 'international-insurance', amount: '45.50' },
        ],
      }),
    ),
  },
  {
    title: 'half a dollar rounds up: 9,154.50',
    source: 'CATAIR entry summary, record 50; domain: whole dollars',
    certainty: 'computed',
    expected: '9155',
    computed: entered(sale({ lines: [{ number: '1', price: '9154.50' }] })),
  },
  {
    title: 'daily rate 4.99 percent above the quarterly one: the quarterly rate',
    source: '19 CFR 159.34(b)',
    certainty: 'computed',
    expected: '10000.00',
    computed: dollars(euros('2026-06-01'), QUARTER, rate('daily', '1.0499', '2026-06-01')),
  },
  {
    title: 'daily rate exactly 5 percent above the quarterly one: the daily rate',
    source: '19 CFR 159.34(b)(2): "5 percent or more"',
    certainty: 'computed',
    expected: '10500.00',
    computed: dollars(euros('2026-06-01'), QUARTER, rate('daily', '1.05', '2026-06-01')),
  },
  {
    title: 'exported on Saturday 6 June 2026: the rate of Friday',
    source: '31 U.S.C. 5151(a)(2): the last prior business day',
    certainty: 'computed',
    expected: '12000.00',
    computed: dollars(euros('2026-06-06'), rate('daily', '1.20', '2026-06-05')),
  },
  {
    title: 'exported on Juneteenth, Friday 19 June 2026: the rate of Thursday',
    source: '31 U.S.C. 5151(a)(2); Federal Reserve holidays',
    certainty: 'computed',
    expected: '13000.00',
    computed: dollars(euros('2026-06-19'), rate('daily', '1.30', '2026-06-18')),
  },
];
