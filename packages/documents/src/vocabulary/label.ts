/** Words that are not written as their letters stand in the name of a field. */
const WORDS: Readonly<Record<string, string>> = {
  id: 'ID',
  uwi: 'UWI',
  co2e: 'CO2e',
  gln: 'GLN',
  gtin: 'GTIN',
  lei: 'LEI',
  hts: 'HTS',
  uom: 'unit',
  iban: 'IBAN',
  no: 'number',
  url: 'link',
  epa: 'EPA',
  fsvp: 'FSVP',
  duns: 'D-U-N-S',
  ctpat: 'CTPAT',
  cbp: 'CBP',
  usmca: 'USMCA',
  gs1: 'GS1',
  gpc: 'GPC',
  bol: 'bill of lading',
  spdx: 'SPDX',
};

/** The name of a field as words: `billOfLadingNumber` becomes "Bill of lading number". A prefix of a namespace is left out. */
export function fieldLabel(name: string): string {
  const words = name
    .slice(name.lastIndexOf(':') + 1)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_-]+/)
    .map((word) => WORDS[word.toLowerCase()] ?? (/^[A-Z0-9]{2,}$/.test(word) ? word : word.toLowerCase()));
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
