import type { SampleTenant } from './sample-community.ts';

type Actor = SampleTenant['slug'];

/** One step of a story: who does what, and what must be true after it. */
export type StoryStep =
  | {
      readonly do: 'issue';
      readonly by: Actor;
      readonly type: string;
      readonly file: string;
      readonly at: string;
    }
  | {
      readonly do: 'send';
      readonly by: Actor;
      readonly to: Actor;
      readonly files: readonly string[];
      readonly at: string;
    }
  | { readonly do: 'draft'; readonly by: Actor; readonly files: readonly string[]; readonly at: string }
  | { readonly do: 'find'; readonly code: string; readonly path: string }
  | {
      readonly do: 'fix';
      readonly by: Actor;
      readonly code: string;
      readonly path: string;
      readonly at: string;
    }
  | {
      readonly do: 'file';
      readonly by: Actor;
      readonly to: Actor;
      readonly at: string;
      readonly expect: StoryOutcome;
    }
  | {
      readonly do: 'ask';
      readonly by: Actor;
      readonly template: string;
      readonly line: number;
      readonly routedTo: readonly Actor[];
      readonly at: string;
    }
  | {
      readonly do: 'answer';
      readonly by: Actor;
      readonly disclosedTo: readonly Actor[];
      readonly text: string;
      /** Evidence shown only to those to whom the answer is disclosed. */
      readonly confidential?: string;
      readonly at: string;
    }
  | { readonly do: 'close'; readonly by: Actor; readonly at: string; readonly finding: string };

export interface StoryOutcome {
  readonly outcome: 'accept' | 'refer' | 'refuse';
  readonly codes: readonly string[];
  readonly duty?: string;
  readonly fees?: string;
  readonly total?: string;
}

/** A replayable example with named sample actors and its own date. */
export interface Story {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Folder below `examples/`. */
  readonly folder: string;
  readonly date: string;
  readonly steps: readonly StoryStep[];
}
