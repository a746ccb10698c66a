import { formatEntryNumber, ok, type Result, refused } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { Queryable } from '../trade/store/bulk.ts';
import { numbersCatalogue } from './catalogue.ts';
import { type Bank, lockBank, takenNumbers, writeBank } from './store.ts';

/** Numbers looked at with one query. */
const WINDOW = 64;

/**
 * Draws the next free entry number of a filer's series. `wanted` is a number that the filer gave beforehand; it is taken where
 * nobody holds it. The bank stays locked until the transaction ends, so no number is ever given twice, filed or not. Refuses when
 * the series is at its end.
 */
export async function drawNumber(
  tx: PoolClient,
  tenantId: string,
  filerCode: string,
  wanted?: string,
): Promise<Result<string>> {
  const bank = await lockBank(tx, tenantId, filerCode);
  if (wanted !== undefined && !(await takenNumbers(tx, tenantId, [wanted])).has(wanted)) return ok(wanted);
  const serial = await freeSerial(tx, tenantId, filerCode, bank);
  if (serial === undefined) {
    const last = formatEntryNumber(filerCode, bank.last);
    return refused(
      numbersCatalogue.refuse('NODE_ENTRY_NUMBERS_NONE', { params: { filer: filerCode, last } }),
    );
  }
  await writeBank(tx, tenantId, filerCode, { ...bank, next: serial + 1 });
  return ok(formatEntryNumber(filerCode, serial));
}

/** The first serial from the next one on that nobody holds and that is not void; undefined at the end of the series. */
export async function freeSerial(
  db: Queryable,
  tenantId: string,
  filerCode: string,
  { first, last, next }: Bank,
): Promise<number | undefined> {
  for (let from = Math.max(first, next); from <= last; from += WINDOW) {
    const serials = Array.from({ length: Math.min(WINDOW, last - from + 1) }, (_, index) => from + index);
    const numbers = serials.map((serial) => formatEntryNumber(filerCode, serial));
    const taken = await takenNumbers(db, tenantId, numbers);
    const free = serials.find((_, index) => !taken.has(numbers[index] ?? ''));
    if (free !== undefined) return free;
  }
  return undefined;
}
