import { unitInfo } from '@portolan/kernel';

/** A unit that the tariff counts in (UNECE Rec 20) and, where it is not the whole goods, what it counts. */
export interface Measure {
  readonly unit: string;
  readonly of?: string;
}

const plain: Record<string, string> = {
  kg: 'KGM',
  g: 'GRM',
  t: 'TNE',
  carat: 'CTM',
  liter: 'LTR',
  liters: 'LTR',
  'pf.liter': 'PFL',
  'pf.liters': 'PFL',
  bbl: 'BLL',
  m: 'MTR',
  'lin.m': 'MTR',
  thousandm: 'KMT',
  m2: 'MTK',
  'm²': 'MTK',
  cm2: 'CMK',
  m3: 'MTQ',
  thousandm3: 'R9',
  square: 'SQR',
  no: 'NAR',
  'no.': 'NAR',
  each: 'NAR',
  head: 'NAR',
  article: 'NAR',
  pcs: 'H87',
  'pr.': 'PR',
  'prs.': 'PR',
  'doz.': 'DZN',
  dzpcs: 'DPC',
  'doz.prs.': 'DPR',
  gross: 'GRO',
  hundreds: 'CEN',
  thousand: 'MIL',
  thousands: 'MIL',
  '1000': 'MIL',
  jewel: 'JWL',
  'jwls.': 'JWL',
  pack: 'NMP',
  doses: 'E27',
  w: 'WTT',
  mwh: 'MWH',
  gbq: 'GBQ',
};

/** Printed words whose unit counts only a part of the goods; the same words on unit and rate must give the same `of`. */
const partial: Record<string, Measure> = {
  kgcmsc: { unit: 'KGM', of: "cow's milk solids content" },
  kgmsc: { unit: 'KGM', of: 'milk solids content' },
  kgamc: { unit: 'KGM', of: 'anhydrous morphine content' },
  kgttlsug: { unit: 'KGM', of: 'total sugars' },
  cykg: { unit: 'KGM', of: 'clean yield' },
  cleankg: { unit: 'KGM', of: 'clean yield' },
  tadw: { unit: 'TNE', of: 'air-dry weight' },
  tdwb: { unit: 'TNE', of: 'dry weight' },
  fiberm: { unit: 'MTR', of: 'fiber' },
  'gr.lines': { unit: 'GRO', of: 'lines' },
  'line/gross': { unit: 'GRO', of: 'lines' },
  '1000pins': { unit: 'MIL', of: 'pins' },
};

const contents: Record<string, string> = {
  Ag: 'silver',
  Au: 'gold',
  Co: 'cobalt',
  Cr: 'chromium',
  Cr2O3: 'chromic oxide',
  Cu: 'copper',
  Ir: 'iridium',
  Mg: 'magnesium',
  Mn: 'manganese',
  Mo: 'molybdenum',
  NH3: 'ammonia',
  NaOH: 'sodium hydroxide',
  Ni: 'nickel',
  Os: 'osmium',
  Pb: 'lead',
  Pd: 'palladium',
  Pt: 'platinum',
  Rh: 'rhodium',
  Ru: 'ruthenium',
  Sb: 'antimony',
  Si: 'silicon',
  Sn: 'tin',
  V: 'vanadium',
  V2O5: 'vanadium pentoxide',
  W: 'tungsten',
  Zn: 'zinc',
};

/** The measure that the schedule prints as `text`: "kg", "doz. prs.", "Cu kg", "1,000 pins"; undefined if unknown. */
export function measureOf(text: string): Measure | undefined {
  const [element = '', unit = '', ...rest] = text.trim().split(/\s+/);
  const substance = contents[element];
  const mass = plain[unit];
  if (substance !== undefined && mass !== undefined && rest.length === 0)
    return { unit: mass, of: `${substance} content` };
  const word = text.toLowerCase().replace(/[\s,]/g, '').replace(/-/g, '');
  const unitOnly = plain[word];
  return unitOnly === undefined ? partial[word] : { unit: unitOnly };
}

/** All measures of a units column; a cell such as "No. and kg" names two. Blank cells and "X" name none. */
export function measuresOf(cells: readonly string[]): { measures: Measure[]; unknown: string[] } {
  const words = cells.flatMap((cell) => cell.split(' and ')).map((word) => word.trim());
  const printed = words.filter((word) => word !== '' && word !== 'X');
  const read = printed.map((word) => ({ word, measure: measureOf(word) }));
  return {
    measures: read.flatMap(({ measure }) => (measure === undefined ? [] : [measure])),
    unknown: read.filter(({ measure }) => measure === undefined).map(({ word }) => word),
  };
}

/** "kilogram", "kilogram of lead content": for people. */
export function describeMeasure({ unit, of }: Measure): string {
  const name = unitInfo(unit)?.name ?? unit;
  return of === undefined ? name : `${name} of ${of}`;
}
