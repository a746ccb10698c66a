import type { DocumentMap, DocumentType } from '@portolan/documents';
import type { Commitment } from '../trace/committed.ts';
import type { SteelActor } from './parties.ts';

/** A document of the story: who signs it, when the log first knew it, and what was changed afterwards. */
export interface StoryPaper {
  readonly name: string;
  readonly content: {
    [T in DocumentType]: { readonly type: T; readonly document: DocumentMap[T] };
  }[DocumentType];
  /** Told to somebody along the way, and no document of the entry. */
  readonly told?: true;
  /** Absent where nobody signed. */
  readonly by?: SteelActor;
  readonly at: string;
  /** A figure that was altered after signing: pointer into the document, and its new text. */
  readonly altered?: { readonly pointer: string; readonly value: string };
}

/** One message of the demonstration of 2023, in its order. Credentials that no rule reads are named by the vocabulary's type. */
export type SteelStep =
  | { readonly do: 'issue'; readonly by: SteelActor; readonly what: string; readonly at: string }
  | {
      readonly do: 'present';
      readonly by: SteelActor;
      readonly to: readonly SteelActor[];
      readonly what: readonly string[];
      readonly at: string;
    };

export interface SteelStory {
  readonly id: string;
  readonly title: string;
  /** Day and hour on which the entry is looked at. */
  readonly at: string;
  readonly papers: readonly StoryPaper[];
  /** Masses that others took of the same heat, as a node tells them: quantities only. */
  readonly commitments?: readonly Commitment[];
  readonly steps: readonly SteelStep[];
  readonly expect: { readonly outcome: 'accept' | 'refer' | 'refuse'; readonly reasons: readonly string[] };
}
