import type { SampleTenant } from '../../sample-community.ts';
import type { Story, StoryStep } from '../../story.ts';
import type { DocumentOfType, ExampleFolder, StoryFile } from '../../usmca-cafta/stories/file.ts';
import { aluminumStory, copperStory } from './other-metals.ts';
import { type SteelActor, sampleSlug } from './parties.ts';
import { steelStory } from './sequence.ts';
import type { SteelStory, StoryPaper } from './story.ts';
import { countersigned, steelVariants } from './variants.ts';

/** Bits of the sample status lists from which those of steel are given; each distinct credential has its own. */
const FIRST_INDEX = 1000;

const indexes = new Map<string, number>();

function statusIndex(said: string): number {
  const known = indexes.get(said) ?? FIRST_INDEX + indexes.size;
  indexes.set(said, known);
  return known;
}

/** `MillTestReport, second signature` becomes `mill-test-report-second-signature`. */
function slugOf(name: string): string {
  return name
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase();
}

function fileName({ by, name }: StoryPaper): string {
  return by === undefined ? `${slugOf(name)}.json` : `${slugOf(name)}.vc.json`;
}

function fileOf(paper: StoryPaper): StoryFile {
  const { altered, at, by, content } = paper;
  const file = fileName(paper);
  const subject = content as DocumentOfType;
  if (by === undefined) return { form: 'json', file, subject };
  const issuer = sampleSlug(by);
  return {
    ...{ form: 'credential', file, issuer, subject, validFrom: at.replace('Z', '.000Z') },
    statusIndex: statusIndex(JSON.stringify([issuer, at, subject, altered])),
    ...(altered ? { altered: { [altered.pointer]: altered.value } } : {}),
  };
}

/** Of the story of steel and its next truck. */
const TOTALS = { duty: '9000.00', fees: '62.35', total: '9062.35' } as const;

const ARITHMETIC: readonly string[] = [
  'H sections of 80 mm or more are free of duty (7216.33.00, HTS 2026 revision 10).',
  'Section 232 on steel melted and poured in Mexico: 50% of 18,000 = 9,000.00 (9903.82.02).',
  'Processing fee 18,000 x 0.3464% = 62.35, between minimum and maximum (fiscal year 2026).',
];

/** One folder of `examples/`: the papers of the entry, and those that were told along the way. */
function folderOf(story: SteelStory, folder: string, arithmetic: readonly string[] = []): ExampleFolder {
  const { at, expect, papers, title } = story;
  const { outcome, reasons } = expect;
  return {
    folder,
    title,
    files: papers.filter(({ told }) => !told || story === steelStory).map(fileOf),
    filing: {
      importer: sampleSlug('buyer'),
      filer: 'broker',
      storyAt: at,
      typed: { '/bond': { type: '8', surety: '999' }, '/lines/0/relatedParties': false },
    },
    expected: {
      draft: { outcome, reasons: [...reasons], ...(arithmetic.length > 0 ? { totals: TOTALS } : {}) },
    },
    arithmetic,
  };
}

const good = folderOf(steelStory, 'steel-laredo-truck', ARITHMETIC);
const twice = folderOf(countersigned, 'steel-next-truck', ARITHMETIC);
const bad = steelVariants.map((story) => ({
  story,
  example: folderOf(story, `steel-variants/${story.id.replace('steel-', '')}`),
}));

export const steelFolders: readonly ExampleFolder[] = [
  good,
  twice,
  folderOf(aluminumStory, 'steel-aluminum'),
  folderOf(copperStory, 'steel-copper'),
  ...bad.map(({ example }) => example),
];

function fileNamesOf({ papers }: SteelStory, only?: readonly string[]): string[] {
  return papers.filter(({ name, told }) => (only ? only.includes(name) : !told)).map(fileName);
}

/** The messages of the demonstration as steps that are played. What the agency itself signed needs no presenting. */
function messages(story: SteelStory): StoryStep[] {
  const slug = (actor: SteelActor): SampleTenant['slug'] => sampleSlug(actor);
  return story.steps.flatMap((step): StoryStep[] => {
    if (step.do === 'issue') {
      const paper = story.papers.find(({ name }) => name === step.what);
      if (!paper) return [];
      const { content, at } = paper;
      return [{ do: 'issue', by: slug(step.by), type: content.type, file: fileName(paper), at }];
    }
    const files = fileNamesOf(story, step.what);
    if (files.length === 0) return [];
    return step.to.map((to) => ({ do: 'send', by: slug(step.by), to: slug(to), files, at: step.at }));
  });
}

function filing(story: SteelStory, { expected, filing: { storyAt } }: ExampleFolder): StoryStep[] {
  const { outcome, reasons, totals } = expected.draft;
  return [
    { do: 'draft', by: 'broker', files: fileNamesOf(story), at: storyAt },
    {
      do: 'file',
      by: 'broker',
      to: 'agency',
      at: storyAt,
      expect: { outcome, codes: reasons, ...totals },
    },
  ];
}

/** The stories as a node plays them when it starts with the sample community: the good one whole, of the others the filing. */
export const playedStories: readonly Story[] = [
  {
    id: steelStory.id,
    title: steelStory.title,
    summary:
      'The mill signs heat and certificate, the office its licence, the carrier its bill; the broker files at Laredo.',
    folder: good.folder,
    date: steelStory.at.slice(0, 10),
    steps: [...messages(steelStory), ...filing(steelStory, good)],
  },
  ...bad.map(({ example, story }) => ({
    id: story.id,
    title: story.title,
    summary: `Refused: ${story.expect.reasons.join(', ')}.`,
    folder: example.folder,
    date: story.at.slice(0, 10),
    steps: filing(story, example),
  })),
];
