import { centsOf, dollarsOfCents, shareOf, shareOfCents, wholeDollars } from '../duty/money.ts';
import type { FeeAmount, TraceStep } from '../duty/trace.ts';
import type { EntryFee } from './entry-fee.ts';
import type { FeePayer } from './payer.ts';
import { type FeeExemption, processingExemption } from './processing-exemption.ts';
import { prorate } from './prorate.ts';
import type { FeeSchedule } from './schedule.ts';

type Table = FeeSchedule['merchandiseProcessing'];
type Row = Table['rows'][number];

/**
 * Merchandise processing fee of a formal entry: each line's value times the rate to the cent; the sum raised to the
 * minimum or cut to the maximum; the fee shared over the lines so that the cents sum exactly (19 CFR 24.23(b)(1)).
 */
export function processingFee(payers: readonly FeePayer[], table: Table, row: Row): EntryFee {
  const exemptions = payers.map(processingExemption);
  const exempt = payers.flatMap(({ number }, index) => exemptStep(number, exemptions[index]));
  const due = payers.filter((_, index) => exemptions[index] === undefined);
  if (due.length === 0) return { lines: payers.map(() => undefined), trace: exempt };

  const places = new Map(due.map((payer, place) => [payer, place]));
  const assessed = assess(due, row);
  const { sum, owed, why } = assessed;
  const basis = `${dollarsOfCents(sum)} USD of ${due.length === 1 ? '1 line' : `${due.length} lines`}`;
  const total = feeOf(table, row, { basis, amount: dollarsOfCents(owed), why });
  return {
    total,
    lines: payers.map((payer) => lineFee(places.get(payer) ?? -1, assessed, table, row)),
    trace: [...exempt, total.trace],
  };
}

/** All amounts in cents. */
interface Assessment {
  readonly values: readonly bigint[];
  /** Value times rate of each line. */
  readonly reported: readonly bigint[];
  readonly sum: bigint;
  readonly owed: bigint;
  readonly why: string;
  /** What each line bears. */
  readonly shares: readonly bigint[];
}

function assess(due: readonly FeePayer[], { percent, minimum, maximum }: Row): Assessment {
  const values = due.map(feeValue);
  const share = shareOf(percent);
  const reported = values.map((cents) => shareOfCents(cents, share));
  const sum = reported.reduce((all, cents) => all + cents, 0n);
  const owed = within(sum, centsOf(minimum), centsOf(maximum));
  const base = { values, reported, sum, owed };
  if (sum === owed) return { ...base, why: 'sum of the lines', shares: reported };
  const why = owed > sum ? `raised to the minimum ${minimum}` : `cut to the maximum ${maximum}`;
  return { ...base, why, shares: prorate(owed, values) };
}

function within(cents: bigint, minimum: bigint, maximum: bigint): bigint {
  if (cents < minimum) return minimum;
  return cents > maximum ? maximum : cents;
}

/** Goods of 9802.00.60 and 9802.00.80 owe the fee on the value added abroad only (19 CFR 24.23(c)(1)(i)). */
function feeValue({ cents, treatment }: FeePayer): bigint {
  return treatment?.provision.processingFee === 'on-dutiable-value' ? treatment.dutiable : cents;
}

function lineFee(index: number, assessed: Assessment, table: Table, row: Row): FeeAmount | undefined {
  const { values, reported, shares, sum, owed, why } = assessed;
  const value = values[index];
  const computed = reported[index];
  if (value === undefined || computed === undefined) return undefined;
  const reason = sum === owed ? 'value times rate' : `share of the fee of the entry, ${why}`;
  const amount = dollarsOfCents(shares[index] ?? 0n);
  const fee = feeOf(table, row, { basis: `${wholeDollars(value)} USD entered value`, amount, why: reason });
  return { ...fee, reported: dollarsOfCents(computed) };
}

function feeOf(table: Table, row: Row, step: Pick<TraceStep, 'basis' | 'amount' | 'why'>): FeeAmount {
  const cite = `${table.cite}; ${row.source}`;
  const rate = `${row.percent}%`;
  const trace = { layer: 'merchandise-processing-fee', applied: true, ...step, rate, cite };
  return { class: table.class, code: 'MPF', amount: step.amount, trace };
}

function exemptStep(number: number, exemption: FeeExemption | undefined): TraceStep[] {
  if (exemption === undefined) return [];
  const { why, cite } = exemption;
  const basis = `line ${number}`;
  return [
    { layer: 'merchandise-processing-fee', applied: false, basis, rate: 'none', amount: '0.00', why, cite },
  ];
}
