import type { DutyResult } from '@portolan/tariff';
import type { Entry } from '../entry.ts';
import type { Address } from '../primitives.ts';

/** All that a printed form says of an entry, beside the law. */
export interface PrintedEntry {
  readonly entry: Entry;
  readonly duty?: DutyResult;
  /** Where the parties are, as the documents say. */
  readonly addresses?: { readonly consignee?: Address; readonly importer?: Address };
  /** Day the summary was filed. */
  readonly summaryDate?: string;
  /** The filer's own number for the job. */
  readonly fileNumber?: string;
  /** Licence holder who signed off. */
  readonly declarant?: { readonly name: string; readonly title: string; readonly on: string };
}
