import { kernelCatalogue } from '../catalogue.ts';
import { ok, type Result, refused } from '../refusal/result.ts';

declare const entryNumberBrand: unique symbol;
/** CBP entry number `XXX-NNNNNNN-C`: filer code, filer's serial, check digit (19 CFR 142.3a). */
export type EntryNumber = string & { readonly [entryNumberBrand]: true };

/** Filer code formats NNN (001-999), ANN, AAN, AAA, ANA, NAN, NNA and NAA (CATAIR appendix E): every mix but 000. */
const FILER = /^(?!000)[A-Z0-9]{3}$/;
const ENTRY = /^([A-Z0-9]{3})-?(\d{7})-?(\d)$/;

export function isFilerCode(text: string): boolean {
  return FILER.test(text);
}

/** Reads an entry number with or without hyphens; refuses a wrong form or check digit. */
export function parseEntryNumber(text: unknown, path = ''): Result<EntryNumber> {
  const match = typeof text === 'string' ? ENTRY.exec(text) : null;
  const shown = String(text).slice(0, 20);
  if (!match || !FILER.test(match[1] as string)) return refused(form(shown, path));
  const [, filer, serial, check] = match as unknown as [string, string, string, string];
  if (entryCheckDigit(filer, serial) !== Number(check))
    return refused(
      kernelCatalogue.refuse('KERNEL_IDENTIFIER_CHECK', {
        path,
        params: { text: shown, name: 'entry number' },
      }),
    );
  return ok(`${filer}-${serial}-${check}` as EntryNumber);
}

/** The entry number of a filer's serial (1 to 9,999,999). Throws on a filer code or serial out of form: both are ours. */
export function formatEntryNumber(filer: string, serial: number): EntryNumber {
  if (!FILER.test(filer) || !Number.isInteger(serial) || serial < 0 || serial > 9_999_999)
    throw new Error(`no entry number for ${filer} ${serial}`);
  const digits = String(serial).padStart(7, '0');
  return `${filer}-${digits}-${entryCheckDigit(filer, digits)}` as EntryNumber;
}

/** Modulo 10 over filer code and serial, doubling from the rightmost digit (CATAIR appendix E). */
export function entryCheckDigit(filer: string, serial: string): number {
  const digits = [...(filer + serial)].map(digitOf);
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits[digits.length - 1 - index] as number;
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10;
}

/** Letters count A-I as 1-9, J-R as 1-9 and S-Z as 2-9 (CATAIR appendix E). */
function digitOf(char: string): number {
  if (char >= '0' && char <= '9') return Number(char);
  const letter = char.charCodeAt(0) - 65;
  return letter < 18 ? (letter % 9) + 1 : letter - 16;
}

function form(text: string, path: string) {
  return kernelCatalogue.refuse('KERNEL_IDENTIFIER_FORM', {
    path,
    params: {
      text,
      name: 'entry number',
      form: 'filer code, seven digits and a check digit, such as ZZ9-0000103-5',
    },
  });
}
