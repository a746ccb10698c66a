import type { ProvenanceCounts } from '@portolan/contract';
import type { Evidence } from '@portolan/documents';
import type { ProvenanceMap } from '@portolan/filing';
import { type Instant, millisecondsBetween } from '@portolan/kernel';
import type { FilingBody } from '../filing/body.ts';

/** Fields of an entry by where they came from. */
export function provenanceCounts(provenance: ProvenanceMap): ProvenanceCounts {
  const counts = { signed: 0, imported: 0, computed: 0, assigned: 0, typed: 0 };
  for (const { class: kind } of Object.values(provenance)) counts[kind] += 1;
  return counts;
}

export interface Measured {
  readonly provenance: ProvenanceMap;
  readonly evidence: readonly Evidence[];
  readonly caught: readonly string[];
  readonly startedAt?: Instant;
  readonly filedAt: Instant;
}

/** What is recorded of a filing for the review: how much was keyed, how much came signed, what was caught in time. */
export function measuresOf({
  provenance,
  evidence,
  caught,
  startedAt,
  filedAt,
}: Measured): FilingBody['measures'] {
  const fields = Object.values(provenance);
  const signedDocuments = evidence.filter((item) => item.class === 'signed').length;
  return {
    provenance: provenanceCounts(provenance),
    // A typed value that stands in the place of a document's was keyed although a document says it.
    givenTwice: fields.filter((field) => field.class === 'typed' && field.replaces !== undefined).length,
    caught: [...caught],
    signedDocuments,
    importedDocuments: evidence.length - signedDocuments,
    preparationSeconds: startedAt ? Math.round(millisecondsBetween(startedAt, filedAt) / 1000) : null,
  };
}
