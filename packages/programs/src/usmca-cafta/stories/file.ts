import type { DocumentMap } from '@portolan/documents';
import type { SampleTenant } from '../../sample-community.ts';

export type Slug = SampleTenant['slug'];

/** A credential of a story: who signs which document, when, for how long. */
export interface CredentialFile {
  readonly form: 'credential';
  readonly file: string;
  readonly issuer: Slug;
  readonly subject: DocumentOfType;
  readonly validFrom: string;
  readonly validUntil?: string;
  /** Bit of the issuer's sample status lists. */
  readonly statusIndex: number;
  /** A change made after signing, by pointer into the subject: such a credential no longer verifies. */
  readonly altered?: Readonly<Record<string, string>>;
}

/** A document that nobody signed: UBL XML, CSV, or JSON. */
export interface PlainFile {
  readonly form: 'ubl-order' | 'csv-packing-list' | 'json';
  readonly file: string;
  readonly subject: DocumentOfType;
}

export type StoryFile = CredentialFile | PlainFile;

export type DocumentOfType = {
  [T in keyof DocumentMap]: { readonly type: T; readonly document: DocumentMap[T] };
}[keyof DocumentMap];

/** What the broker's request to file says beside the documents. */
export interface StoryFiling {
  readonly importer: Slug;
  readonly filer: Slug;
  /** The story happens at this instant, whatever the day is. */
  readonly storyAt: string;
  readonly typed: Readonly<Record<string, unknown>>;
}

/** What the rules must come to, as drafted and, where something is mended first, as filed. */
export interface Expected {
  readonly draft: ExpectedOutcome;
  readonly fix?: Readonly<Record<string, null | string>>;
  readonly filed?: ExpectedOutcome;
}

export interface ExpectedOutcome {
  readonly outcome: 'accept' | 'refer' | 'refuse';
  /** Codes that decide the outcome, heaviest first. */
  readonly reasons: readonly string[];
  readonly totals?: { readonly duty: string; readonly fees: string; readonly total: string };
  /** Without any claim. */
  readonly withoutClaim?: { readonly duty: string; readonly fees: string; readonly total: string };
}

/** One folder of `examples/`, as data. */
export interface ExampleFolder {
  readonly folder: string;
  readonly title: string;
  readonly files: readonly StoryFile[];
  readonly filing: StoryFiling;
  readonly expected: Expected;
  /** How the expected numbers were computed, by hand. */
  readonly arithmetic: readonly string[];
}
