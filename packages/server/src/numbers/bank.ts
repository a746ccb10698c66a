import type { EntryNumberBank } from '@portolan/contract';
import { formatEntryNumber, ok, parseEntryNumber, type Result, refused } from '@portolan/kernel';
import type { Tenant } from '../platform/tenant.ts';
import { tradeCatalogue } from '../trade/catalogue.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import { numbersCatalogue } from './catalogue.ts';
import { freeSerial } from './draw.ts';
import { countNumbers, type HeldNumber, heldNumbers, readBank } from './store.ts';

/** The filer code of an organization; refuses one that may not file. */
export function filerCodeOf({ filerCode, name }: Tenant): Result<string> {
  return filerCode
    ? ok(filerCode)
    : refused(tradeCatalogue.refuse('NODE_FILER_CODE_MISSING', { params: { name } }));
}

/** The bank as its filer sees it. */
export async function bankView(
  db: Queryable,
  tenantId: string,
  filerCode: string,
  { words = '', limit = 50 }: { readonly words?: string; readonly limit?: number } = {},
): Promise<EntryNumberBank> {
  const bank = await readBank(db, tenantId, filerCode);
  const { first, last, next, warnBelow } = bank;
  const [counts, serial, numbers] = await Promise.all([
    countNumbers(db, tenantId, filerCode, bank),
    freeSerial(db, tenantId, filerCode, bank),
    heldNumbers(db, tenantId, { filerCode, words, limit }),
  ]);
  const free = Math.max(0, last - Math.max(first, next) + 1 - counts.ahead);
  return {
    filerCode,
    first: formatEntryNumber(filerCode, first),
    last: formatEntryNumber(filerCode, last),
    ...(serial === undefined ? {} : { next: formatEntryNumber(filerCode, serial) }),
    ...{ used: counts.used, voided: counts.voided, free, warnBelow, low: free < warnBelow },
    numbers: numbers.map(numberView),
  };
}

function numberView({ entry_number, state, about, at, by, draft, loose }: HeldNumber) {
  return {
    number: entry_number,
    state,
    about: loose ? `${about} (draft discarded)` : about,
    at,
    ...(by === null ? {} : { by }),
    ...(draft === null ? {} : { draft }),
  };
}

/** The serial of a number of the own series, however it was written: whole, without hyphens, or the serial alone. */
export function serialOf(text: string, filerCode: string): Result<number> {
  const plain = text.trim().toUpperCase();
  if (/^\d{1,7}$/.test(plain) && Number(plain) > 0) return ok(Number(plain));
  const open = new RegExp(`^${filerCode}-?(\\d{7})$`).exec(plain);
  if (open) return ok(Number(open[1]));
  const number = parseEntryNumber(plain, '/number');
  if (!number.ok) return number;
  if (number.value.startsWith(`${filerCode}-`)) return ok(Number(number.value.slice(4, 11)));
  const params = { number: plain, filer: filerCode };
  return refused(numbersCatalogue.refuse('NODE_ENTRY_NUMBER_OTHER', { path: '/number', params }));
}
