import { Decimal } from '@portolan/kernel';
import type { ValueKind } from './filed.ts';

/** As many digits as a summary can carry. */
const DECIMAL = /^-?\d{1,15}(\.\d{1,6})?$/;

/**
 * A value as it is compared: letters in capitals, codes and numbers without hyphens, points and blanks, dates as
 * YYYY-MM-DD, dollars with two places, whole dollars and kilograms rounded, other numbers without leading or closing zeros. Text that isn't of its kind stays.
 */
export function normalised(kind: ValueKind, text: string): string {
  const plain = text.trim();
  switch (kind) {
    case 'code':
      return plain.toUpperCase().replace(/[^A-Z0-9+]/g, '');
    case 'hts':
      return plain.replace(/\D/g, '');
    case 'date':
      return dateOf(plain) ?? plain;
    case 'money':
      return numberOf(plain)?.toFixed(2) ?? plain;
    case 'whole':
      return numberOf(plain)?.round(0, 'half-up').toString() ?? plain;
    case 'number':
      return numberOf(plain)?.toString() ?? plain;
    case 'flag':
      return flagOf(plain);
    case 'text':
      return plain.toUpperCase().replace(/\s+/g, ' ');
  }
}

/** YYYY-MM-DD of MMDDYY, MM/DD/YY, MM/DD/YYYY or YYYY-MM-DD; undefined for a day that no calendar has. */
export function dateOf(text: string): string | undefined {
  const written = /^(\d{2})[/-]?(\d{2})[/-]?(?:20)?(\d{2})$/.exec(text);
  const [, month, day, year] = written ?? [];
  const iso = written ? `20${year}-${month}-${day}` : text;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
  const at = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso ? undefined : iso;
}

function numberOf(text: string): Decimal | undefined {
  const plain = text.replace(/[$,\s]/g, '').replace(/^(-?)0+(?=\d)/, '$1');
  return DECIMAL.test(plain) ? Decimal.of(plain) : undefined;
}

function flagOf(text: string): string {
  const first = text.slice(0, 1).toUpperCase();
  return first === '' ? '' : first === 'Y' || first === 'T' ? 'Y' : 'N';
}
