import type { Story } from '../../story.ts';
import type { ExampleFolder } from './file.ts';
import { juiceStory, juiceVessel } from './juice-vessel.ts';
import { nextTruck } from './next-truck.ts';
import { nogalesStory, nogalesTruck } from './nogales-truck.ts';
import { variants } from './variants.ts';

/** Every folder of `examples/`, as data. */
export const exampleFolders: readonly ExampleFolder[] = [nogalesTruck, juiceVessel, nextTruck, ...variants];

export const stories: readonly Story[] = [nogalesStory, juiceStory, ...variants.map(variantStory)];

/** A variant is a story of one refusal. */
function variantStory({ folder, title, files, filing, expected }: ExampleFolder): Story {
  const { reasons, totals, outcome } = expected.draft;
  return {
    id: folder.replace('/', '-'),
    title,
    summary: `Refused: ${reasons.join(', ')}.`,
    folder,
    date: filing.storyAt.slice(0, 10),
    steps: [
      { do: 'draft', by: filing.filer, files: files.map(({ file }) => file), at: filing.storyAt },
      {
        do: 'file',
        by: filing.filer,
        to: 'agency',
        at: filing.storyAt,
        expect: { outcome, codes: reasons, ...totals },
      },
    ],
  };
}
