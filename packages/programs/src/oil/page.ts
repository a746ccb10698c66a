import type { Page } from '../page.ts';

/** What the portal shows about oil in a case. */
export const page: Page = {
  title: 'Oil by pipeline',
  lead: 'What crosses, whose it is, and whether its free-trade status holds, however often it was sold: from tickets and transfers that were signed where they happened.',
  sections: [
    {
      kind: 'lines',
      heading: 'Lines of this entry',
      columns: [
        { label: 'Line', of: 'entry', pointer: '/number' },
        { label: 'Goods', of: 'entry', pointer: '/description' },
        { label: 'Batch', of: 'entry', pointer: '/lot' },
        { label: 'Tariff number', of: 'entry', pointer: '/hts' },
        { label: 'Origin', of: 'entry', pointer: '/originCountry' },
        { label: 'Duty', of: 'duty', pointer: '/duty' },
      ],
    },
    { kind: 'findings', heading: 'What the rules found' },
    {
      kind: 'text',
      heading: 'Imported every day',
      paragraphs: [
        'Oil in a continuous stream is imported each day that it crosses. One entry covers a month only where every day of it is free of duty; else each day is entered.',
        'The owner at the moment of crossing has the right to make entry. A sale in the pipe counts from the moment it names, and when it was signed is known from the log.',
      ],
    },
    {
      kind: 'text',
      heading: 'Nobody shows its deals',
      paragraphs: [
        'Price and contract of a sale are read by its two parties and the agency alone. Origin and status stay provable for everyone after them.',
      ],
    },
    { kind: 'rules', heading: 'Rules and their sources' },
    { kind: 'stories', heading: 'Stories' },
  ],
};
