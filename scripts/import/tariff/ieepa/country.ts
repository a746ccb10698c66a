import { countries } from '../../../../packages/kernel/src/tables/countries.ts';

/** Names that chapter 99 prints otherwise than ISO 3166. */
const NAMES: Record<string, string> = {
  "Côte d'Ivoire": 'CI',
  'Democratic Republic of the Congo': 'CD',
  Laos: 'LA',
  Moldova: 'MD',
  'Myanmar (Burma)': 'MM',
  Syria: 'SY',
  Taiwan: 'TW',
  Turkey: 'TR',
  'United Kingdom': 'GB',
  Venezuela: 'VE',
  Vietnam: 'VN',
  Bolivia: 'BO',
  'Falkland Islands': 'FK',
  'South Korea': 'KR',
  Brunei: 'BN',
};

/** The ISO code of a country as chapter 99 names it. */
export function isoOf(name: string): string {
  const plain = name.replaceAll(/[`’]/g, "'");
  const known = NAMES[plain] ?? Object.entries(countries).find(([, country]) => country.name === plain)?.[0];
  if (known === undefined) throw new Error(`country "${name}" is not known`);
  return known;
}
