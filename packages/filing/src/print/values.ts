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
