import { convertQuantity, expectOk } from '@portolan/kernel';
import { computeDuty } from '../../duty/compute.ts';
import type { DutyInput, DutyLineInput } from '../../duty/input.ts';
import { loadEmbeddedReference } from '../../node.ts';
import type { Vector } from '../../value/testing/vector.ts';
import { recompute } from '../../what-if/recompute.ts';
import { entry, line } from '../entry.ts';

const reference = loadEmbeddedReference();
const KNOWN = '2026-11-22';

function inputOf(goods: Partial<DutyLineInput>, date: string, more: Partial<DutyInput>): DutyInput {
  return entry([line({ quantities: [], ...goods })], { date, importDate: date, knownAt: KNOWN, ...more });
}

function resultOf(goods: Partial<DutyLineInput>, date: string, more: Partial<DutyInput> = {}) {
  return computeDuty(inputOf(goods, date, more), reference);
}

/** Duty of the line, or the codes of its refusals. */
const duty =
  (goods: Partial<DutyLineInput>, date = '2026-06-15', more: Partial<DutyInput> = {}) =>
  (): string => {
    const result = resultOf(goods, date, more);
    return result.ok
      ? (result.value.lines[0]?.duty ?? '')
      : result.refusals.map(({ code }) => code).join(', ');
  };

const total =
  (goods: Partial<DutyLineInput>, date = '2026-06-15') =>
  (): string =>
    expectOk(resultOf(goods, date)).totals.total;

const STEEL = { hts: '7326.90.8688', originCountry: 'CN', enteredValue: '14172' };
const barrels = [{ value: '100000', unit: 'BLL' }];
const crude = (hts: string, originCountry: string) => ({
  hts,
  originCountry,
  quantities: barrels,
  enteredValue: '7000000',
});
const CHILE = { hts: '7326.90.8688', originCountry: 'CL', enteredValue: '1000' };
const NOTE_16 = 'HTS chapter 99, U.S. note 16 to subchapter III';

/** Duty by layers: a public filed summary, rates of the schedule, and amounts worked out from them. */
export const dutyVectors: readonly Vector[] = [
  {
    title: '7326.90.8688 of China, 14,172, 15 June 2026, no exclusion claimed: 2.9 + 25 + 50 percent',
    source: 'a public filed summary',
    certainty: 'published',
    expected: '11039.99',
    computed: duty(STEEL),
  },
  {
    title: 'the same with exclusion 9903.88.69 claimed',
    source: 'HTS 9903.88.69, to 9 November 2026',
    certainty: 'computed',
    expected: '7496.99',
    computed: duty({ ...STEEL, headings: ['9903.88.69'] }),
  },
  {
    title: 'the same from Chile: 2.9 + 50 percent',
    source: NOTE_16,
    certainty: 'computed',
    expected: '529.00',
    computed: duty(CHILE),
  },
  {
    title: 'crude under 25 degrees, 100,000 barrels',
    source: 'HTS 2709.00.10',
    certainty: 'published',
    expected: '5250.00',
    computed: duty(crude('2709.00.10.00', 'SA')),
  },
  {
    title: 'crude of 25 degrees or more, 100,000 barrels',
    source: 'HTS 2709.00.20',
    certainty: 'published',
    expected: '10500.00',
    computed: duty(crude('2709.00.20.90', 'SA')),
  },
  {
    title: 'crude of a column 2 country, 100,000 barrels',
    source: 'HTS 2709.00.10, column 2; goods of Belarus',
    certainty: 'published',
    expected: '21000.00',
    computed: duty(crude('2709.00.10.00', 'BY')),
  },
  {
    title: 'crude of Russia without licence: a prohibition is a refusal, not a rate',
    source: 'Executive Order 14066',
    certainty: 'published',
    expected: 'TARIFF_PROHIBITED',
    computed: duty(crude('2709.00.10.00', 'RU')),
  },
  {
    title: '9,500 cubic metres in barrels, whole barrels',
    source: '158.987294928 litres a barrel, exact',
    certainty: 'computed',
    expected: '59753',
    computed: () =>
      expectOk(convertQuantity({ value: '9500', unit: 'MTQ' }, 'BLL')).value.split('.')[0] ?? '',
  },
  {
    title: 'derivative steel of annex I-B from Chile, 10,000: free + 25 percent on the full value',
    source: NOTE_16,
    certainty: 'computed',
    expected: '2500.00',
    computed: duty({ hts: '8426.20.00.00', originCountry: 'CL', enteredValue: '10000' }),
  },
  {
    title: 'the same of steel melted and poured in the United States to 95 percent: 10 percent',
    source: `${NOTE_16}, subdivision (e)`,
    certainty: 'computed',
    expected: '1000.00',
    computed: duty({
      hts: '8426.20.00.00',
      originCountry: 'CL',
      enteredValue: '10000',
      metals: [{ metal: 'steel', meltedIn: 'US', percentFrom: '95' }],
    }),
  },
  {
    title: 'the same where the steel weighs less than 15 percent: the section 122 surcharge instead',
    source: 'HTS 9903.82.03 and 9903.03.01',
    certainty: 'computed',
    expected: '1000.00',
    computed: duty({
      hts: '8426.20.00.00',
      originCountry: 'CL',
      enteredValue: '10000',
      metals: [{ metal: 'steel', weightPercent: '14.9' }],
    }),
  },
  {
    title: 'equipment of annex III, base rate 2.5 percent: both together make 15 percent',
    source: `${NOTE_16}, subdivision (f), to 31 December 2027`,
    certainty: 'computed',
    expected: '1500.00',
    computed: duty({ hts: '8477.90.25.40', originCountry: 'CL', enteredValue: '10000' }),
  },
  {
    title: 'sports balls of Thailand, 24,600: 4.8 percent and the section 122 surcharge',
    source: 'HTS 9506.62.80; 9903.03.01',
    certainty: 'computed',
    expected: '3640.80',
    computed: duty({ hts: '9506.62.80.60', originCountry: 'TH', enteredValue: '24600' }),
  },
  {
    title: 'the same on 24 July 2026, when the surcharge had ended, under a recorded override',
    source: 'CSMS 67844987; the heading prints no end',
    certainty: 'published',
    expected: '1180.80',
    computed: duty({ hts: '9506.62.80.60', originCountry: 'TH', enteredValue: '24600' }, '2026-07-24', {
      override: { reason: 'estimate', by: 'Sample Filer' },
    }),
  },
  {
    title: 'the same on that date without an override: not current',
    source: 'edition 2026 revision 10 is known to 30 June 2026',
    certainty: 'published',
    expected: 'TARIFF_NOT_CURRENT',
    computed: duty({ hts: '9506.62.80.60', originCountry: 'TH', enteredValue: '24600' }, '2026-07-24'),
  },
  {
    title: 'cucumbers of Mexico under the USMCA by truck: duty and fees',
    source: '19 CFR 182.11 and 24.23(c)(3)',
    certainty: 'published',
    expected: '0.00',
    computed: total({ spi: 'S', quantities: [{ value: '10000', unit: 'KGM' }] }, '2026-06-12'),
  },
  {
    title: 'balls of China, 10,000, 10 December 2025, as known then: 4.8 + 7.5 + 10 + 10 percent',
    source: 'HTS 2025 revision 32, 9903.88.15, 9903.01.24, 9903.01.25',
    certainty: 'computed',
    expected: '3230.00',
    computed: duty({ hts: '9506.62.80.60', originCountry: 'CN', enteredValue: '10000' }, '2025-12-10', {
      knownAt: '2025-12-10',
    }),
  },
  {
    title: 'refund of the same entry as known since 24 February 2026: both duties under IEEPA',
    source: 'Learning Resources v. Trump, 20 February 2026; CSMS 67834313',
    certainty: 'published',
    expected: '-2000.00',
    computed: () => {
      const goods = { hts: '9506.62.80.60', originCountry: 'CN', enteredValue: '10000' };
      const paid = inputOf(goods, '2025-12-10', { knownAt: '2025-12-10' });
      return expectOk(recompute(paid, reference, KNOWN)).difference.duty;
    },
  },
  {
    title: 'goods assembled abroad, 10,000 with 4,000 of U.S. parts, 4.8 percent and the surcharge on 6,000',
    source: 'HTS 9802.00.80; U.S. note 2(aa)(i)',
    certainty: 'computed',
    expected: '888.00',
    computed: duty({
      hts: '9506.62.80.60',
      originCountry: 'TH',
      enteredValue: '10000',
      headings: ['9802.00.80.69'],
      partValues: [{ of: 'products of the United States', value: '4000' }],
    }),
  },
  {
    title: 'goods of the United States returned',
    source: 'HTS 9801.00.10',
    certainty: 'published',
    expected: '0.00',
    computed: duty({
      hts: '9506.62.80.60',
      originCountry: 'US',
      enteredValue: '10000',
      headings: ['9801.00.10.98'],
    }),
  },
];
