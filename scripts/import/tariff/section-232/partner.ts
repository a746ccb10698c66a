import type { Sources } from '../sources.ts';
import { type Row, rowMaker } from '../tables.ts';

export type Make = ReturnType<typeof rowMaker>;
const HORIZON = '2026-07-23';
const UNKNOWN = 'changes after revision 10';
export const common = { notChapters: ['98', '99'], horizon: HORIZON, unknownAfter: UNKNOWN };
export const USMCA = { conditions: [{ is: 'claims-program' as const, programs: ['S', 'S+'] }] };

/** Partners whose base duty is raised to 15 percent instead of 25 percent being added. */
export interface Partner {
  readonly origins: readonly string[];
  readonly heading: string;
  readonly nothing?: string;
  readonly from: string;
}
export const raised = (
  row: Make,
  sources: Sources,
  { origins, heading, nothing, from }: Partner,
  more: Partial<Row>,
): Row =>
  row({
    heading,
    ...(nothing === undefined ? {} : { headingIfNothing: nothing }),
    effect: 'raise-to',
    percent: sources.percentOf(heading),
    from,
    origins: [...origins],
    why: 'agreement partner: base duty and this together make the agreed rate',
    ...more,
  });

export const maker = (cite: string): Make =>
  rowMaker({ cite, source: 'HTS 2026 revisions 6 and 10, chapter 99', certainty: 'verified' });
