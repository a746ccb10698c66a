import { parseInstant, type Refusal } from '@portolan/kernel';
import type { MillTestReport } from '../schema/mill-test-report.ts';
import type { SteelImportLicense } from '../schema/steel-import-license.ts';
import { checkDateOrder } from './dates.ts';
import { checkLineNumbers } from './lines.ts';

/** Items are numbered once, and goods leave after they were made; what the figures come to is for the program. */
export function checkMillTestReport({ items, producedAt, dispatchedAt }: MillTestReport): Refusal[] {
  return [
    ...checkLineNumbers(items, '/items'),
    ...checkDateOrder(
      { path: '/producedAt', date: plain(producedAt) },
      { path: '/dispatchedAt', date: plain(dispatchedAt) },
    ),
  ];
}

/** Lines are numbered once, and the licence ends after it began. */
export function checkSteelImportLicense({ lines, issuedOn, validUntil }: SteelImportLicense): Refusal[] {
  return [
    ...checkLineNumbers(lines),
    ...checkDateOrder({ path: '/issuedOn', date: issuedOn }, { path: '/validUntil', date: validUntil }),
  ];
}

/** Moments in one form, so that text order is time order. */
function plain(moment: string | undefined): string | undefined {
  const read = parseInstant(moment);
  return read.ok ? read.value : undefined;
}
