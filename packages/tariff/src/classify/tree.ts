import type { Edition } from '../edition/edition.ts';

/** The rows of an edition that goods are classified in, as a tree: headings at the top, ten-digit lines at the ends. */
export interface ScheduleTree {
  readonly nodes: readonly TreeNode[];
  /** Places of the rows at the top. */
  readonly tops: readonly number[];
  /** Complete numbers in the schedule's order. */
  readonly leaves: readonly string[];
}

export interface TreeNode {
  /** Digits; empty for a row without number. */
  readonly hts: string;
  readonly text: string;
  readonly children: readonly number[];
  /** Its complete numbers: from this place of `leaves` to before that one. */
  readonly from: number;
  readonly to: number;
}

/** Chapters of goods; 98 and 99 are about circumstances of importation. */
const LAST_CHAPTER = '98';

/** Builds the tree from the edition's rows as printed; what stands above a row is told by its indent. */
export function scheduleTree(edition: Edition): ScheduleTree {
  const rows = edition.outline('').filter(({ hts }) => hts === '' || hts < LAST_CHAPTER);
  const nodes: { hts: string; text: string; children: number[]; from: number; to: number }[] = [];
  const tops: number[] = [];
  const leaves: string[] = [];
  const open: { at: number; indent: number }[] = [];
  for (const { hts, indent, description, complete } of rows) {
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= indent) open.pop();
    const at = nodes.length;
    const above = open.at(-1);
    if (above) nodes[above.at]?.children.push(at);
    else tops.push(at);
    nodes.push({ hts, text: description, children: [], from: leaves.length, to: leaves.length });
    open.push({ at, indent });
    if (!complete) continue;
    leaves.push(hts);
    for (const row of open) {
      const node = nodes[row.at];
      if (node) node.to = leaves.length;
    }
  }
  return { nodes, tops: tops.filter((at) => (nodes[at]?.to ?? 0) > (nodes[at]?.from ?? 0)), leaves };
}

/** Digits of the heading that a node belongs to. */
export function headingOf({ nodes, leaves }: ScheduleTree, at: number): string {
  return (leaves[nodes[at]?.from ?? 0] ?? '').slice(0, 4);
}
