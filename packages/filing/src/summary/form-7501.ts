import { Decimal, sumDecimals } from '@portolan/kernel';
import type { DutyResult, LineDuty } from '@portolan/tariff';

/** One tariff number or case of a line, as blocks 29, 33 and 34 and records 50 and 53 carry it. */
export interface SummaryNumber {
  readonly kind: 'number' | 'case' | 'tax';
  /** Digits of a tariff number, a case number, or the accounting class of a tax. */
  readonly code: string;
  readonly rate: string;
  /** US dollars. */
  readonly amount: string;
}

/** A line of the entry summary with all that is reported and owed on it beside fees. */
export interface SummaryLine {
  readonly number: number;
  /** In the order in which they are reported: chapter 98, chapter 99, the goods' own number, then cases and taxes. */
  readonly numbers: readonly SummaryNumber[];
}

/**
 * The numbers of a line in the order that the summary reports them (condition 852), each with its own rate and duty;
 * cases (block 29 B, 33 B) and taxes (block 33 C) follow.
 */
export function summaryLine(line: LineDuty): SummaryLine {
  const { number, hts, headings = [hts], layers, deposits = [], taxes = [] } = line;
  return {
    number,
    numbers: [
      ...headings.map((code) => ({ kind: 'number' as const, code, ...stepOf(code, line, layers) })),
      ...deposits.map(({ case: code, amount, trace: { rate } }) => ({
        ...{ kind: 'case' as const, code, rate, amount },
      })),
      ...taxes.map(({ class: code, amount, trace: { rate } }) => ({
        ...{ kind: 'tax' as const, code, rate, amount },
      })),
    ],
  };
}

/** The base duty stands on the goods' own number, each additional duty on its heading. */
function stepOf(
  code: string,
  { hts, rateText }: LineDuty,
  [base, ...additional]: LineDuty['layers'],
): Pick<SummaryNumber, 'rate' | 'amount'> {
  if (code === hts) return { rate: rateText, amount: base?.amount ?? '0.00' };
  const own = additional.find(({ heading }) => heading?.replaceAll('.', '') === code);
  return { rate: own?.rate ?? '', amount: own?.amount ?? '0.00' };
}

/**
 * The totals of an entry summary in the order of the form (blocks 37 to 40 of the form before October 2025). Cash deposits under
 * cases count among the other fees, as the summary of block 39 has them, and are named beside. `block` is undefined for what has
 * no block of its own.
 */
export function summaryTotals({
  totals,
}: Pick<DutyResult, 'totals'>): { label: string; amount: string; block?: number }[] {
  const { duty, tax, fees, antidumping, countervailing, total } = totals;
  const other = [fees, antidumping ?? '0', countervailing ?? '0'].map((amount) => Decimal.of(amount));
  return [
    { label: 'Duty', amount: duty, block: 37 },
    { label: 'Tax', amount: tax, block: 38 },
    { label: 'Other', amount: sumDecimals(other).toFixed(2), block: 39 },
    ...(antidumping ? [{ label: 'Antidumping duty, cash deposit (in Other)', amount: antidumping }] : []),
    ...(countervailing
      ? [{ label: 'Countervailing duty, cash deposit (in Other)', amount: countervailing }]
      : []),
    { label: 'Total', amount: total, block: 40 },
  ];
}
