import { Decimal, sumDecimals } from '@portolan/kernel';
import { centsOf, dollars, dollarsOfCents, percentOf } from '../duty/money.ts';
import type { FeeAmount, TraceStep } from '../duty/trace.ts';
import type { FeePayer } from './payer.ts';
import { processingExemption } from './processing-exemption.ts';
import { prorate } from './prorate.ts';
import type { FeeSchedule } from './schedule.ts';

type Table = FeeSchedule['merchandiseProcessing'];

/** Fee of an entry and its part on each line, in the order of the lines; undefined where a line owes none. */
export interface EntryFee {
  readonly total?: FeeAmount;
  readonly lines: readonly (FeeAmount | undefined)[];
  readonly trace: readonly TraceStep[];
}

/**
 * Merchandise processing fee of a formal entry: each line's value times the rate to the cent; the sum raised to the
 * minimum or cut to the maximum; the fee shared over the lines so that the cents sum exactly (19 CFR 24.23(b)(1)).
 */
export function processingFee(
  payers: readonly FeePayer[],
  table: Table,
  row: Table['rows'][number],
): EntryFee {
  const exemptions = payers.map(processingExemption);
  const computed = payers.map(({ value }, index) =>
    exemptions[index] === undefined ? percentOf(value, row.percent).round(2, 'half-up') : undefined,
  );
  const trace = payers.flatMap(({ number }, index) => exemptStep(number, exemptions[index]));
  const due = computed.filter((amount) => amount !== undefined);
  if (due.length === 0) return { lines: payers.map(() => undefined), trace };

  const sum = sumDecimals(due);
  const owed = Decimal.min(Decimal.max(sum, Decimal.of(row.minimum)), Decimal.of(row.maximum));
  const weights = payers.map(({ value }, index) =>
    computed[index] === undefined ? 0n : BigInt(value.toString()),
  );
  const shares = sum.eq(owed)
    ? computed.map((amount) => centsOf(dollars(amount ?? Decimal.zero)))
    : prorate(centsOf(dollars(owed)), weights);
  const why = owed.gt(sum)
    ? `raised to the minimum ${row.minimum}`
    : owed.lt(sum)
      ? `cut to the maximum ${row.maximum}`
      : 'sum of the lines';
  const step = (basis: string, amount: string, reason: string): TraceStep => ({
    layer: 'merchandise-processing-fee',
    applied: true,
    basis,
    rate: `${row.percent}%`,
    amount,
    why: reason,
    cite: `${table.cite}; ${row.source}`,
  });
  const fee = (amount: string, trace: TraceStep): FeeAmount => ({
    class: table.class,
    code: 'MPF',
    amount,
    trace,
  });

  const total = fee(dollars(owed), step(`${dollars(sum)} USD of ${due.length} lines`, dollars(owed), why));
  const lines = payers.map(({ value }, index): FeeAmount | undefined => {
    const reported = computed[index];
    if (reported === undefined) return undefined;
    const amount = dollarsOfCents(shares[index] ?? 0n);
    const reason = sum.eq(owed) ? 'value times rate' : `share of the fee of the entry, ${why}`;
    return {
      ...fee(amount, step(`${value} USD entered value`, amount, reason)),
      reported: dollars(reported),
    };
  });
  return { total, lines, trace: [...trace, total.trace] };
}

function exemptStep(number: number, exemption: ReturnType<typeof processingExemption>): TraceStep[] {
  if (exemption === undefined) return [];
  const { why, cite } = exemption;
  const basis = `line ${number}`;
  return [
    { layer: 'merchandise-processing-fee', applied: false, basis, rate: 'none', amount: '0.00', why, cite },
  ];
}
