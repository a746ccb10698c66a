import { centsOf, dollarsOfCents, shareOf, shareOfCents, wholeDollars } from '../duty/money.ts';
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
  const share = shareOf(row.percent);
  const computed = payers.map(({ cents }) => shareOfCents(cents, share));
  const sum = computed.reduce((all, cents) => all + cents, 0n);
  if (!entry.otherwiseOwed && sum <= centsOf(row.smallAmount))
    return none(`${dollarsOfCents(sum)} is not more than ${row.smallAmount} and nothing else is owed`);

  const step = stepOf(table, row);
  const fee = (cents: bigint, basis: string, why: string): FeeAmount => {
    const amount = dollarsOfCents(cents);
    return { class: table.class, code: 'HMF', amount, trace: { ...step, applied: true, basis, amount, why } };
  };
  const total = fee(
    sum,
    payers.length === 1 ? '1 line' : `${payers.length} lines`,
    `sum of the lines; ${table.unknown}`,
  );
  const lines = computed.map((cents, index): FeeAmount => {
    const basis = `${wholeDollars(payers[index]?.cents ?? 0n)} USD entered value`;
    return { ...fee(cents, basis, 'cargo unladen from a vessel'), reported: dollarsOfCents(cents) };
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
