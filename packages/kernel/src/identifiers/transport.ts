import { identifierCheck, weighted } from './checks.ts';

/** Container number (ISO 6346): owner, category U, J or Z, serial, check digit. */
export const checkContainer = identifierCheck({
  name: 'container number',
  form: '4 letters and 7 digits, such as CSQU3054383',
  pattern: /^[A-Z]{3}[UJZ]\d{7}$/,
  check: containerCheck,
});

/** IMO ship number: seven digits, the last one a check digit. */
export const checkImo = identifierCheck({
  name: 'IMO number',
  form: '7 digits',
  pattern: /^\d{7}$/,
  check: (text) => weighted(text, [7, 6, 5, 4, 3, 2]) % 10 === Number(text[6]),
});

/** Air waybill (IATA resolution 600a): three digits of the airline, seven of serial, one check digit modulo 7. */
export const checkAirWaybill = identifierCheck({
  name: 'air waybill number',
  form: '123-12345675',
  pattern: /^\d{3}-?\d{8}$/,
  check: (text) => Number(text.slice(-8, -1)) % 7 === Number(text.at(-1)),
});

/** Postal item (UPU S10): two letters, eight digits, check digit, country. */
export const checkS10 = identifierCheck({
  name: 'postal item identifier',
  form: 'RR473124829US',
  pattern: /^[A-Z]{2}\d{9}[A-Z]{2}$/,
  check: (text) => s10CheckDigit(text.slice(2, 10)) === Number(text[10]),
});

/** UPU S10 section 3.3: weights 8 6 4 2 3 5 9 7; 10 becomes 0 and 11 becomes 5. */
export function s10CheckDigit(serial: string): number {
  const digit = 11 - (weighted(serial, [8, 6, 4, 2, 3, 5, 9, 7]) % 11);
  if (digit === 10) return 0;
  return digit === 11 ? 5 : digit;
}

/** ISO 6346 annex A: letters count 10 to 38 without multiples of 11, weights are powers of two. */
function containerCheck(text: string): boolean {
  let sum = 0;
  for (let index = 0; index < 10; index += 1) sum += containerValue(text[index] as string) * 2 ** index;
  return (sum % 11) % 10 === Number(text[10]);
}

function containerValue(char: string): number {
  if (char >= '0' && char <= '9') return Number(char);
  const value = Number.parseInt(char, 36);
  return value + Math.floor((value - 1) / 10);
}
