import type { DocumentOfType } from '../../usmca-cafta/stories/file.ts';
import type { OilActor } from './parties.ts';

/** A signed paper of a line: who signs it, when the log first knew it, and whom it is sent to. */
export interface OilPaper {
  readonly name: string;
  readonly content: DocumentOfType;
  /** Absent where nobody signed. */
  readonly by?: OilActor;
  readonly at: string;
  readonly to: readonly OilActor[];
}

/** What one owner enters of the month, and what the rules must say of it. */
export interface OilFiling {
  readonly owner: OilActor;
  readonly at: string;
  readonly papers: readonly OilPaper[];
  readonly expect: {
    readonly outcome: 'accept' | 'refer' | 'refuse';
    readonly reasons: readonly string[];
    readonly totals?: { readonly duty: string; readonly fees: string; readonly total: string };
  };
}
