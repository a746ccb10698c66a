import type { Edition } from '../edition/edition.ts';
import { type HeadingWords, indexHeadings } from './heading-words.ts';
import { type Requirement, readRequirement } from './requirement.ts';
import type { ClassificationTables } from './tables.ts';
import { type ScheduleTree, scheduleTree } from './tree.ts';

/** An edition made ready for classification; built once and kept. */
export interface Classifier {
  readonly edition: Edition;
  readonly tables: ClassificationTables;
  readonly tree: ScheduleTree;
  readonly headings: HeadingWords;
  /** What a row asks, read when it is first looked at. */
  requirement(at: number): Requirement;
}

const opened = new WeakMap<ClassificationTables, WeakMap<Edition, Classifier>>();

/** The classifier of an edition; the same one for the same edition and tables. */
export function classifierOf(edition: Edition, tables: ClassificationTables): Classifier {
  const ofTables = opened.get(tables) ?? new WeakMap<Edition, Classifier>();
  opened.set(tables, ofTables);
  const classifier = ofTables.get(edition) ?? openClassifier(edition, tables);
  ofTables.set(edition, classifier);
  return classifier;
}

function openClassifier(edition: Edition, tables: ClassificationTables): Classifier {
  const tree = scheduleTree(edition);
  const requirements: Requirement[] = [];
  return {
    edition,
    tables,
    tree,
    headings: indexHeadings(tree),
    requirement: (at) => {
      const known = requirements[at] ?? readRequirement(tree.nodes[at]?.text ?? '', tables.traits);
      requirements[at] = known;
      return known;
    },
  };
}
