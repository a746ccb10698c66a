/** What can be imported beside the tables that come with the program. */
export const dataKinds = ['edition', 'adcvd-cases', 'exclusions', 'currency-rates'] as const;
export type DataKind = (typeof dataKinds)[number];

export const kindNames: Readonly<Record<DataKind, string>> = {
  edition: 'edition of the Harmonized Tariff Schedule',
  'adcvd-cases': 'antidumping and countervailing duty cases',
  exclusions: 'section 301 exclusions',
  'currency-rates': 'rates of exchange',
};

export function isDataKind(text: string): text is DataKind {
  return (dataKinds as readonly string[]).includes(text);
}
