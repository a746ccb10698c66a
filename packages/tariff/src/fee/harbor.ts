import { Decimal, sumDecimals } from '@portolan/kernel';
import { dollars, percentOf } from '../duty/money.ts';
import type { FeeAmount, TraceStep } from '../duty/trace.ts';
import type { EntryFee } from './entry-fee.ts';
import type { FeePayer } from './payer.ts';
import type { FeeSchedule } from './schedule.ts';

type Table = FeeSchedule['harborMaintenance'];
type Row = Table['rows'][number];

export interface HarborCase {
  readonly entryType: string;
  readonly mode: string;
  /** Whether the entry owes duty, tax or another fee. */
  readonly otherwiseOwed: boolean;
}

/**
 * Harbor maintenance fee: each line's value times the rate to the cent, for cargo that comes by vessel, on no zone,
 * informal or warehouse-withdrawal type; an entry that owes no more than the small amount, and nothing else, pays none.
 */
export function harborFee(payers: readonly FeePayer[], table: Table, row: Row, entry: HarborCase): EntryFee {
  const none = (why: string): EntryFee => ({
    lines: payers.map(() => undefined),
    trace: [{ ...stepOf(table, row), why }],
  });
  if (!row.modes.includes(entry.mode)) return none(`mode of transport ${entry.mode} is not a vessel`);
  if (row.notTypes.includes(entry.entryType)) return none(`not on entry type ${entry.entryType}`);
  const computed = payers.map(({ value }) => percentOf(value, row.percent).round(2, 'half-up'));
  const sum = sumDecimals(computed);
  if (!entry.otherwiseOwed && sum.lte(Decimal.of(row.smallAmount)))
    return none(`${dollars(sum)} is not more than ${row.smallAmount} and nothing else is owed`);

  const fee = (amount: Decimal, basis: string, why: string): FeeAmount => ({
    class: table.class,
    code: 'HMF',
    amount: dollars(amount),
    trace: { ...stepOf(table, row), applied: true, basis, amount: dollars(amount), why },
  });
  const total = fee(sum, `${payers.length} lines`, `sum of the lines; ${table.unknown}`);
  const lines = computed.map((amount, index): FeeAmount => {
    const basis = `${payers[index]?.value ?? ''} USD entered value`;
    return { ...fee(amount, basis, 'cargo unladen from a vessel'), reported: dollars(amount) };
  });
  return { total, lines, trace: [total.trace] };
}

function stepOf(table: Table, row: Row): TraceStep {
  return {
    layer: 'harbor-maintenance-fee',
    applied: false,
    basis: 'entry',
    rate: `${row.percent}%`,
    amount: '0.00',
    why: '',
    cite: `${table.cite}; ${row.source}`,
  };
}
