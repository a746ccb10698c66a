/** What can be imported beside what comes with the program. */
export const dataKinds = ['edition', 'cases', 'measures', 'exchange-rates'] as const;
export type DataKind = (typeof dataKinds)[number];

export const kindNames: Readonly<Record<DataKind, string>> = {
  edition: 'edition of the Harmonized Tariff Schedule',
  cases: 'antidumping and countervailing duty cases',
  measures: 'rates and exclusions of additional duties',
  'exchange-rates': 'rates of exchange',
};

export function isDataKind(text: string): text is DataKind {
  return (dataKinds as readonly string[]).includes(text);
}
