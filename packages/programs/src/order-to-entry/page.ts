import type { Page } from '../page.ts';

/** What the portal shows about an order on its way. */
export const page: Page = {
  title: 'Order to entry',
  lead: 'From the purchase order on every paper adds to one graph; entry, summary and advance data are derived from it and nothing is keyed that a paper says.',
  sections: [
    {
      kind: 'lines',
      heading: 'Lines of this entry',
      columns: [
        { label: 'Line', of: 'entry', pointer: '/number' },
        { label: 'Goods', of: 'entry', pointer: '/description' },
        { label: 'Invoice', of: 'entry', pointer: '/invoice/number' },
        { label: 'Origin', of: 'entry', pointer: '/originCountry' },
        { label: 'Value, US dollars', of: 'entry', pointer: '/enteredValue' },
      ],
    },
    { kind: 'findings', heading: 'What the papers say differently' },
    {
      kind: 'text',
      heading: 'The product, not the code',
      paragraphs: [
        'Goods are known by facts: identifiers, materials, form and use. The tariff number follows from them on a day, with its reasons, and can change without the order changing.',
      ],
    },
    { kind: 'rules', heading: 'Rules and their sources' },
    { kind: 'stories', heading: 'Stories' },
  ],
};
