import type { DocumentType, Evidence } from '@portolan/documents';
import type { Refusal } from '@portolan/kernel';
import type { ToleranceRow, TraceEvent } from '@portolan/traceability';

/** What one signed document says of lots. */
export interface TracedDocument {
  readonly digest: string;
  readonly events: readonly TraceEvent[];
  /** Why it says nothing, although it should. */
  readonly refusals: readonly Refusal[];
}

/**
 * How a program's documents tell of lots. The node keeps the events in the ledger of each organization that holds the documents;
 * of goods and papers it knows nothing.
 */
export interface Tracing {
  /** Types of documents that it looks at. */
  readonly reads: readonly DocumentType[];
  /**
   * Names by which documents belong together: what one says may depend on another with which it shares a name (a lot that both
   * make, a document that one replaces, itself), and on no other. A document without a name tells of no lot.
   */
  readonly names: (evidence: Evidence) => readonly string[];
  /** The events of documents that are handed in together. Pure; the order of documents changes nothing. */
  readonly eventsOf: (evidence: readonly Evidence[]) => readonly TracedDocument[];
  /** How far measured stocks and the sides of steps may lie apart. Without a row nothing is tolerated. */
  readonly tolerances?: readonly ToleranceRow[];
}
