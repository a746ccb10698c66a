import type { TraceStep } from '../duty/trace.ts';
import type { EntryFee } from './entry-fee.ts';
import type { FeePayer } from './payer.ts';
import { processingExemption } from './processing-exemption.ts';
import type { FeeSchedule } from './schedule.ts';

type Table = FeeSchedule['informalEntry'];

const MAIL = '50';

/**
 * Fee of an informal entry: one amount for the whole entry, unless every line is exempt or the goods come by mail
 * (CATAIR conditions 635 and 636).
 */
export function informalFee(
  payers: readonly FeePayer[],
  table: Table,
  row: Table['rows'][number],
  mode: string,
): EntryFee {
  const lines = payers.map(() => undefined);
  const step = (applied: boolean, amount: string, why: string): TraceStep => ({
    layer: 'informal-entry-fee',
    applied,
    basis: 'entry',
    rate: `${row.amount} USD`,
    amount,
    why,
    cite: `${table.cite}; ${row.source}`,
  });
  if (mode === MAIL) return { lines, trace: [step(false, '0.00', 'not on mail')] };
  if (payers.every((payer) => processingExemption(payer) !== undefined))
    return { lines, trace: [step(false, '0.00', 'every line is exempt')] };
  const trace = step(true, row.amount, 'informal entry');
  return {
    lines,
    total: { class: table.class, code: 'MPF-INFORMAL', amount: row.amount, trace },
    trace: [trace],
  };
}
