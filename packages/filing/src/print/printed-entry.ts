import type { DutyResult } from '@portolan/tariff';
import type { Entry } from '../entry.ts';
import type { Address } from '../primitives.ts';

/** A party with what a form says of it. */
export interface PrintedParty {
  readonly name: string;
  readonly number?: string | undefined;
  readonly address?: Address | undefined;
}

/** All that a printed form says of an entry, beside the law. */
export interface PrintedEntry {
  readonly entry: Entry;
  readonly duty?: DutyResult;
  /** Where the parties are, as the documents say. */
  readonly addresses?: { readonly consignee?: Address; readonly importer?: Address };
  /** Parties of the sale, where one of each applies to the whole entry; the maker with its address. */
  readonly parties?: {
    readonly buyer?: PrintedParty;
    readonly seller?: PrintedParty;
    readonly maker?: PrintedParty;
  };
  /** Day the summary was filed. */
  readonly summaryDate?: string;
  /** Licence holder who signed off. */
  readonly declarant?: { readonly name: string; readonly title: string; readonly on: string };
}
