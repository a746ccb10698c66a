import { ok, type Result, refused } from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';
import type { EntryFacts } from '../duty/check-entry.ts';
import { rowOn } from '../reference/dated.ts';
import type { EntryFee } from './entry-fee.ts';
import { harborFee } from './harbor.ts';
import { informalFee } from './informal.ts';
import type { FeePayer } from './payer.ts';
import { processingFee } from './processing.ts';
import type { FeeSchedule } from './schedule.ts';

/**
 * All fees of an entry. The processing fees go by the date of entry, the harbor maintenance fee by the date of
 * importation (CATAIR, dates for fees).
 */
export function entryFees(
  payers: readonly FeePayer[],
  entry: EntryFacts,
  fees: FeeSchedule,
  dutyOwed: boolean,
): Result<EntryFee[]> {
  const processing = processingOf(payers, entry, fees);
  if (!processing.ok) return processing;
  const { harborMaintenance: table } = fees;
  const row = rowOn(table.rows, entry.importDate);
  if (row === undefined) return refused(unknownRate(table.name, entry.importDate));
  const otherwiseOwed = dutyOwed || processing.value.total !== undefined;
  const { mode } = entry;
  return ok([
    processing.value,
    harborFee(payers, table, row, { entryType: entry.entryType.code, mode, otherwiseOwed }),
  ]);
}

function processingOf(payers: readonly FeePayer[], entry: EntryFacts, fees: FeeSchedule): Result<EntryFee> {
  if (entry.entryType.class === 'informal') {
    const row = rowOn(fees.informalEntry.rows, entry.date);
    if (row === undefined) return refused(unknownRate(fees.informalEntry.name, entry.date));
    return ok(informalFee(payers, fees.informalEntry, row, entry.mode));
  }
  const row = rowOn(fees.merchandiseProcessing.rows, entry.date);
  if (row === undefined) return refused(unknownRate(fees.merchandiseProcessing.name, entry.date));
  return ok(processingFee(payers, fees.merchandiseProcessing, row));
}

function unknownRate(fee: string, date: string) {
  return tariffCatalogue.refuse('TARIFF_FEES_UNKNOWN', { path: '/date', params: { fee, date } });
}
