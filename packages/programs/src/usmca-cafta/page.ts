import type { Page } from '../page.ts';
import type { AgreementTerms } from './facts/agreement.ts';
import { caftaDr } from './facts/cafta-dr.ts';
import { usmca } from './facts/usmca.ts';

/** What the portal shows about claims under the two agreements. */
export const page: Page = {
  title: 'Origin claims: USMCA and CAFTA-DR',
  lead: 'A good that originates enters free or at a lower rate, and without the processing fee. Its producer, exporter or importer certifies that, once, at the source.',
  sections: [
    {
      kind: 'lines',
      heading: 'Claims of this entry',
      columns: [
        { label: 'Line', of: 'entry', pointer: '/number' },
        { label: 'Goods', of: 'entry', pointer: '/description' },
        { label: 'Tariff number', of: 'entry', pointer: '/hts' },
        { label: 'Origin', of: 'entry', pointer: '/originCountry' },
        { label: 'Claim', of: 'entry', pointer: '/spi' },
        { label: 'State', of: 'evaluation', pointer: '/claim/state' },
        { label: 'Certification', of: 'evaluation', pointer: '/claim/certificate' },
        { label: 'Duty', of: 'duty', pointer: '/duty' },
      ],
    },
    { kind: 'savings', heading: 'What the claims save' },
    { kind: 'findings', heading: 'What the rules found' },
    {
      kind: 'elements',
      heading: 'What a certification must say',
      agreements: [elementsOf(usmca), elementsOf(caftaDr)],
    },
    {
      kind: 'text',
      heading: 'Disclosure to the agency alone',
      paragraphs: [
        'Exporter or producer may send supporting evidence directly to the agency (19 CFR 182.13(a)(3)). The importer then sees that the question was answered, not the answer.',
      ],
    },
    { kind: 'rules', heading: 'Rules and their sources' },
    { kind: 'stories', heading: 'Stories' },
  ],
};

function elementsOf({ id, elements }: AgreementTerms) {
  return {
    agreement: id,
    elements: elements.map(({ number, label, source }) => ({ number, label, cite: source })),
  };
}
