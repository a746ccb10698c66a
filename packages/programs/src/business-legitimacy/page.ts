import type { Page } from '../page.ts';

/** What the portal shows about standings in a case. */
export const page: Page = {
  title: 'Business legitimacy',
  lead: 'Who is this? Independent parties attest what they checked; a published policy says what that comes to; anybody with the evidence computes the same.',
  sections: [
    { kind: 'findings', heading: 'What the standings mean for this filing' },
    {
      kind: 'text',
      heading: 'How a standing comes about',
      paragraphs: [
        'Attestations count when their attester is accredited for the type at the time of signing, they are fresh, and their attester is independent of the organization and of the other attesters.',
        'A level asks for so many attestations of distinct kinds from distinct controlling owners. Rings of trading partners that vouch for each other, attesters under one owner and bought age are set aside, and shown.',
        'The agency accredits and suspends attesters, publishes policies, hears appeals and may override with its reasons; it does not compute standings that others could not compute as well.',
      ],
    },
    { kind: 'rules', heading: 'Rules and their sources' },
    { kind: 'stories', heading: 'Stories' },
  ],
};
