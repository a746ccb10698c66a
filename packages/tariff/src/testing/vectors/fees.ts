import { harborFee } from '../../fee/harbor.ts';
import type { FeePayer } from '../../fee/payer.ts';
import { processingFee } from '../../fee/processing.ts';
import { loadEmbeddedReference } from '../../node.ts';
import { rowOn } from '../../reference/dated.ts';
import type { Vector } from '../../value/testing/vector.ts';

const { fees } = loadEmbeddedReference();

const payer = (dollars: number): FeePayer => ({
  number: 1,
  hts: '9506628060',
  cents: BigInt(dollars) * 100n,
  headings: [],
});

/** Merchandise processing fee of one line on a date. */
function processing(dollars: number, date: string): string {
  const row = rowOn(fees.merchandiseProcessing.rows, date);
  if (row === undefined) throw new Error(`no rate on ${date}`);
  return processingFee([payer(dollars)], fees.merchandiseProcessing, row).total?.amount ?? '0.00';
}

/** Harbor maintenance fee of one line that also owes duty. */
function harbor(dollars: number, entryType: string, mode: string, otherwiseOwed = true): string {
  const row = rowOn(fees.harborMaintenance.rows, '2026-06-12');
  if (row === undefined) throw new Error('no rate');
  const entry = { entryType, mode, otherwiseOwed };
  return harborFee([payer(dollars)], fees.harborMaintenance, row, entry).total?.amount ?? '0.00';
}

/** Smallest and largest fee of fiscal years, as the domain gives them. */
const LIMITS: [string, string, string, string][] = [
  ['2018-06-01', '25.67', '497.99', 'CBP notice, fiscal year 2018'],
  ['2019-06-01', '26.22', '508.70', 'CBP notice, fiscal year 2019'],
  ['2020-06-01', '26.79', '519.76', 'CBP notice, fiscal year 2020'],
  ['2021-06-01', '27.23', '528.33', 'CBP notice, fiscal year 2021'],
  ['2022-06-01', '27.75', '538.40', 'secondary, fiscal year 2022'],
  ['2023-06-01', '29.66', '575.35', 'secondary, fiscal year 2023'],
  ['2024-06-01', '31.67', '614.35', 'secondary, fiscal year 2024'],
  ['2025-06-01', '32.71', '634.62', 'CBP notice, fiscal year 2025'],
];

const FY26 = '90 FR 34665, fiscal year 2026';
const FY27 = 'secondary account of the notice, fiscal year 2027';
const HMF = '19 CFR 24.24; CATAIR conditions 480 to 482 and 602';

/** Fees: published rates and limits, and amounts worked out from them. */
export const feeVectors: readonly Vector[] = [
  ...LIMITS.map(
    ([date, least, most, source]): Vector => ({
      title: `merchandise processing fee of 1,000 and of 1,000,000 on ${date}`,
      source,
      certainty: 'published',
      expected: `${least} and ${most}`,
      computed: () => `${processing(1_000, date)} and ${processing(1_000_000, date)}`,
    }),
  ),
  ...(
    [
      [9_000, '33.58'],
      [10_000, '34.64'],
      [188_000, '651.23'],
      [200_000, '651.50'],
    ] as const
  ).map(
    ([dollars, expected]): Vector => ({
      title: `merchandise processing fee of ${dollars} in June 2026`,
      source: FY26,
      certainty: 'computed',
      expected,
      computed: () => processing(dollars, '2026-06-12'),
    }),
  ),
  {
    title: '31 entries at the maximum',
    source: FY26,
    certainty: 'computed',
    expected: '20196.50',
    computed: () => ((Number(processing(200_000, '2026-06-12').replace('.', '')) * 31) / 100).toFixed(2),
  },
  ...(
    [
      [9_000, '34.58'],
      [200_000, '670.86'],
    ] as const
  ).map(
    ([dollars, expected]): Vector => ({
      title: `merchandise processing fee of ${dollars} in October 2026`,
      source: FY27,
      certainty: 'published',
      expected,
      computed: () => processing(dollars, '2026-10-15'),
    }),
  ),
  {
    title: 'informal entry and dutiable mail in June 2026',
    source: FY26,
    certainty: 'published',
    expected: '2.69 and 7.39',
    computed: () => `${informal('2026-06-12')} and ${mail('2026-06-12')}`,
  },
  {
    title: 'informal entry and dutiable mail in October 2026',
    source: FY27,
    certainty: 'published',
    expected: '2.77 and 7.61',
    computed: () => `${informal('2026-10-15')} and ${mail('2026-10-15')}`,
  },
  {
    title: 'harbor maintenance fee of 24,600 by vessel',
    source: HMF,
    certainty: 'computed',
    expected: '30.75',
    computed: () => harbor(24_600, '01', '11'),
  },
  ...['06', '11', '12'].map(
    (type): Vector => ({
      title: `harbor maintenance fee of 24,600 on entry type ${type}`,
      source: HMF,
      certainty: 'published',
      expected: '0.00',
      computed: () => harbor(24_600, type, '11'),
    }),
  ),
  {
    title: 'harbor maintenance fee of 24,600 by truck',
    source: HMF,
    certainty: 'published',
    expected: '0.00',
    computed: () => harbor(24_600, '01', '30'),
  },
  {
    title: 'harbor maintenance fee of 3.00, and of 3.01, where nothing else is owed',
    source: HMF,
    certainty: 'computed',
    expected: '0.00 and 3.01',
    computed: () => `${harbor(2_400, '01', '11', false)} and ${harbor(2_408, '01', '11', false)}`,
  },
];

function informal(date: string): string {
  return rowOn(fees.informalEntry.rows, date)?.amount ?? '';
}

function mail(date: string): string {
  return rowOn(fees.dutiableMail.rows, date)?.amount ?? '';
}
