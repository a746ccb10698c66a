import type { Story, StoryStep } from '../../story.ts';
import { fileNameOf, statusIndexes, storyFileOf } from '../../story-files.ts';
import type { ExampleFolder } from '../../usmca-cafta/stories/file.ts';
import { mayFilings } from './filings.ts';
import { type OilActor, oilSlug } from './parties.ts';
import { propane } from './propane.ts';
import type { OilFiling, OilPaper } from './story.ts';
import { type OilVariant, oilVariants } from './variants.ts';

/** Bits of the sample status lists from which those of oil are given. */
const indexOf = statusIndexes(4000);

const filed = ({ at, by, content, name }: OilPaper) => ({
  ...{ name, content, at },
  ...(by ? { by: oilSlug(by) } : {}),
});

function folderOf(
  filing: OilFiling,
  folder: string,
  title: string,
  arithmetic: readonly string[],
): ExampleFolder {
  const { at, expect, owner, papers } = filing;
  const lines = new Set(
    papers.flatMap(({ content }) =>
      content.type === 'CommercialInvoice' ? content.document.lines.map(({ lot }) => lot) : [],
    ),
  );
  const related = [...lines].map((_, index) => [`/lines/${index}/relatedParties`, false] as const);
  return {
    folder,
    title,
    files: papers.map((paper) => storyFileOf(filed(paper), indexOf)),
    filing: {
      importer: oilSlug(owner),
      filer: 'broker',
      storyAt: at,
      typed: { '/bond': { type: '8', surety: '999' }, ...Object.fromEntries(related) },
    },
    expected: { draft: { ...expect, reasons: [...expect.reasons] } },
    arithmetic,
  };
}

const SHARES: Readonly<Record<string, readonly string[]>> = {
  aurora: [
    'Batch 1: four days of 24,000; on the fifth 12,000 before noon and 132/192 of 12,000 after; three days of 16,500: 165,750 barrels.',
    'USMCA: free, and exempt from the processing fee.',
  ],
  coulee: [
    'Batch 1: 60/192 of 12,000 and of three days of 24,000: 26,250 barrels. Batch 2: 192,000. Batch 3: three days of 24,000 and five of 12,000: 132,000.',
    'USMCA: free, and exempt from the processing fee.',
  ],
  prairie: [
    'Batch 3: five days of 12,000: 60,000 barrels. Batch 4: seven days of 24,000: 168,000.',
    'USMCA: free, and exempt from the processing fee.',
  ],
};

const may = mayFilings.map((filing) => ({
  filing,
  example: folderOf(
    filing,
    `oil-may-${filing.owner}`,
    `May at the meter: what ${filing.owner} enters`,
    SHARES[filing.owner] ?? [],
  ),
}));

const variants = [...oilVariants, propane].map((variant) => ({
  variant,
  example: folderOf(variant, `oil-variants/${variant.id.replace('oil-', '')}`, variant.title, []),
}));

export const oilFolders: readonly ExampleFolder[] = [
  ...may.map(({ example }) => example),
  ...variants.map(({ example }) => example),
];

/** Who sends what to whom before it is filed: one envelope for each sender and receiver, nothing twice. */
function sendings(filings: readonly OilFiling[], at: string): StoryStep[][] {
  const sent = new Set<string>();
  return filings.map(({ papers }) => {
    const files = new Map<string, { by: OilActor; to: OilActor; names: string[] }>();
    for (const paper of papers)
      for (const to of paper.to) {
        const file = fileNameOf(filed(paper));
        const once = `${file} ${to}`;
        if (!paper.by || paper.by === to || sent.has(once)) continue;
        sent.add(once);
        const key = `${paper.by} ${to}`;
        const known = files.get(key) ?? { by: paper.by, to, names: [] };
        known.names.push(file);
        files.set(key, known);
      }
    return [...files.values()].map(
      ({ by, names, to }): StoryStep => ({ do: 'send', by: oilSlug(by), to: oilSlug(to), files: names, at }),
    );
  });
}

function filingSteps({ at, expect, papers }: OilFiling): StoryStep[] {
  const { outcome, reasons, totals } = expect;
  return [
    { do: 'draft', by: 'broker', files: papers.map((paper) => fileNameOf(filed(paper))), at },
    { do: 'file', by: 'broker', to: 'agency', at, expect: { outcome, codes: reasons, ...totals } },
  ];
}

const told = sendings(mayFilings, '2026-06-02T18:00:00Z');

/** The stories as a node plays them when it starts with the sample community. */
export const oilStories: readonly Story[] = [
  ...may.map(({ example, filing }, index) => ({
    id: `oil-may-${filing.owner}`,
    title: example.title,
    summary: 'Four batches, three owners, one sale in the pipe that was signed two days later.',
    folder: example.folder,
    date: '2026-06-09',
    steps: [...(told[index] ?? []), ...filingSteps(filing)],
  })),
  ...variants.map(({ example, variant }: { example: ExampleFolder; variant: OilVariant }) => ({
    id: variant.id,
    title: variant.title,
    summary: `${variant.expect.outcome}: ${variant.expect.reasons.join(', ')}.`,
    folder: example.folder,
    date: variant.at.slice(0, 10),
    steps: filingSteps(variant),
  })),
];
