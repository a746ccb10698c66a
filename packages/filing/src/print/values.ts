import { unitInfo } from '@portolan/kernel';
import type { Address } from '../primitives.ts';

/** A calendar date as forms of the United States print it: month, day, year. */
export function formDate(date: string | undefined): string {
  if (date === undefined) return '';
  const [year, month, day] = date.split('-');
  return `${month}/${day}/${year}`;
}

/** Ten digits as the tariff prints them. */
export function formHts(digits: string): string {
  return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8), digits.slice(8)]
    .filter((part) => part !== '')
    .join('.');
}

/** A name above its address, one line each. */
export function formParty(name: string | undefined, address?: Address): string {
  const { street, city, region, postalCode, country } = address ?? {};
  const place = [city, [region, postalCode].filter(Boolean).join(' '), country].filter(Boolean).join(', ');
  return [name, street, place].filter(Boolean).join('\n');
}

/** Collection classes with the abbreviations that the trade prints. */
const CLASSES: Readonly<Record<string, string>> = {
  '012': 'AD',
  '013': 'CVD',
  '311': 'INF',
  '496': 'DUT MAIL',
  '499': 'MPF',
  '501': 'HMF',
};

/** A collection class with its abbreviation: "499 MPF". */
export function formClass(code: string): string {
  const name = CLASSES[code];
  return name ? `${code} ${name}` : code;
}

/** A quantity with its unit as the tariff abbreviates it: "5500 KG", "12 NO". */
export function formQuantity({ value, unit }: { readonly value: string; readonly unit: string }): string {
  const symbol = unit === PIECE ? 'NO' : (unitInfo(unit)?.symbol ?? '').toUpperCase();
  return `${value} ${/^[A-Z0-9]{1,4}$/.test(symbol) ? symbol : unit}`;
}

const PIECE = 'C62';

/** Money or a count with its thousands apart. */
export function formAmount(decimal: string): string {
  return decimal.replace(
    /^(-?)(\d+)/,
    (_, sign, whole) => `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}`,
  );
}
