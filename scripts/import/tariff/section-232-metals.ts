import { exemptions, russia } from './section-232/metal-exemptions.ts';
import { favoured } from './section-232/metal-favoured.ts';
import { FROM, metalLists, SCOPE } from './section-232/metal-lists.ts';
import { ordinary } from './section-232/metal-ordinary.ts';
import type { Sources } from './sources.ts';
import { type Part, rowMaker } from './tables.ts';

/** Section 232 on metals since 6 April 2026: on the full customs value, one heading at most (U.S. note 16). */
export function section232Metals(sources: Sources): Part {
  const row = rowMaker({
    from: FROM,
    cite: 'U.S. note 16 to subchapter III, chapter 99; CSMS 68253075',
    source: 'HTS 2026 revisions 6 and 10; annexes of the tariff-rate-tracker, June 2026',
    certainty: 'verified',
  });
  return {
    layers: [
      {
        id: SCOPE,
        name: 'Section 232 duties on aluminum, steel and copper',
        cite: 'U.S. note 16 to subchapter III, chapter 99',
        notChapters: ['98', '99'],
        horizon: '2026-07-23',
        unknownAfter: 'changes of lists and rates after those of 8 June 2026',
        rows: [
          ...exemptions(row),
          ...russia(sources, row),
          ...favoured(sources, row),
          ...ordinary(sources, row),
        ],
      },
    ],
    scopes: metalLists(sources),
  };
}
