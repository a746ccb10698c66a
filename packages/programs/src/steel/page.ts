import type { Page } from '../page.ts';

/** What the portal shows about metal goods in a case. */
export const page: Page = {
  title: 'Steel, aluminum and copper',
  lead: 'The mill signs the heat and its certificate when the goods are made; everything after that adds to them and changes nothing.',
  sections: [
    {
      kind: 'lines',
      heading: 'Lines of this entry',
      columns: [
        { label: 'Line', of: 'entry', pointer: '/number' },
        { label: 'Goods', of: 'entry', pointer: '/description' },
        { label: 'Tariff number', of: 'entry', pointer: '/hts' },
        { label: 'Origin', of: 'entry', pointer: '/originCountry' },
        { label: 'Lot', of: 'entry', pointer: '/lot' },
        { label: 'Duty', of: 'duty', pointer: '/duty' },
      ],
    },
    { kind: 'findings', heading: 'What the rules found' },
    {
      kind: 'text',
      heading: 'Melt and pour are not origin',
      paragraphs: [
        'The country of melt and pour is where the steel was first liquid and first took a solid shape. Rolling elsewhere changes it never, though it may change the country of origin. It is stated by the mill and never filled in from the origin.',
        'For aluminum the countries of smelt and most recent cast are stated, for copper likewise.',
      ],
    },
    {
      kind: 'text',
      heading: 'Sold once, certified once',
      paragraphs: [
        'What certificates take out of a heat is added up against what its mill poured, for everyone who holds certificates of it. Only masses are told to others: no customer sees the orders of another.',
      ],
    },
    { kind: 'rules', heading: 'Rules and their sources' },
    { kind: 'stories', heading: 'Stories' },
  ],
};
