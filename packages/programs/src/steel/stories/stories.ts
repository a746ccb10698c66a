import { steelStory } from './sequence.ts';
import type { SteelStory } from './story.ts';
import { countersigned, oversoldElsewhere, steelVariants } from './variants.ts';

/** The good story first, then the variants. */
export const steelStories: readonly SteelStory[] = [
  steelStory,
  countersigned,
  oversoldElsewhere,
  ...steelVariants,
];
