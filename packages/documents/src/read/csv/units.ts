import { unitInfo } from '@portolan/kernel';

/** Units as people write them in spreadsheets, to UNECE Recommendation 20. */
const written: Readonly<Record<string, string>> = {
  kg: 'KGM',
  kgs: 'KGM',
  kilo: 'KGM',
  kilos: 'KGM',
  kilogram: 'KGM',
  kilograms: 'KGM',
  g: 'GRM',
  gram: 'GRM',
  grams: 'GRM',
  t: 'TNE',
  mt: 'TNE',
  tonne: 'TNE',
  tonnes: 'TNE',
  lb: 'LBR',
  lbs: 'LBR',
  pound: 'LBR',
  pounds: 'LBR',
  oz: 'ONZ',
  l: 'LTR',
  lt: 'LTR',
  liter: 'LTR',
  liters: 'LTR',
  litre: 'LTR',
  litres: 'LTR',
  gal: 'GLL',
  gallon: 'GLL',
  gallons: 'GLL',
  m: 'MTR',
  m2: 'MTK',
  bbl: 'BLL',
  bbls: 'BLL',
  barrel: 'BLL',
  barrels: 'BLL',
  m3: 'MTQ',
  cbm: 'MTQ',
  pc: 'C62',
  pcs: 'C62',
  piece: 'C62',
  pieces: 'C62',
  unit: 'C62',
  units: 'C62',
  each: 'C62',
  ea: 'C62',
  dozen: 'DZN',
  doz: 'DZN',
};

/** The Recommendation 20 code of a unit as written in a cell or in the brackets of a heading. */
export function unitCode(text: string): string | undefined {
  const word = text.trim().toLowerCase().replace(/\.$/, '').replace('³', '3').replace('²', '2');
  const code = written[word] ?? text.trim().toUpperCase();
  return unitInfo(code) ? code : undefined;
}
