import type { Refusal } from '@portolan/kernel';
import type { Ask } from './ask.ts';
import type { CrossCheck } from './cross-check.ts';
import type { DraftEntry, Entry } from './entry.ts';
import type { ProvenanceMap } from './provenance.ts';

/** An entry as far as the documents give it. */
export interface Assembly {
  /** Every field known so far. */
  readonly entry: DraftEntry;
  /** The whole entry, present when nothing required is missing and nothing was refused. */
  readonly complete?: Entry;
  /** Provenance of every field, by JSON pointer into the entry. */
  readonly provenance: ProvenanceMap;
  /** What no document says, each once. */
  readonly asks: readonly Ask[];
  readonly refusals: readonly Refusal[];
  /** Fields on which two documents differ. */
  readonly crossChecks: readonly CrossCheck[];
}
