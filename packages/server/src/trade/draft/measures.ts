import type { ProvenanceCounts } from '@portolan/contract';
import type { Evidence } from '@portolan/documents';
import { type Entry, type Provenance, type ProvenanceMap, sameJson } from '@portolan/filing';
import { type Instant, millisecondsBetween, resolvePointer } from '@portolan/kernel';
import type { FilingBody } from '../filing/body.ts';

/** Fields of an entry by where they came from. */
export function provenanceCounts(provenance: ProvenanceMap): ProvenanceCounts {
  const counts = { signed: 0, imported: 0, computed: 0, assigned: 0, typed: 0 };
  for (const { class: kind } of Object.values(provenance)) counts[kind] += 1;
  return counts;
}

export interface Measured {
  readonly entry: Entry;
  readonly provenance: ProvenanceMap;
  readonly evidence: readonly Evidence[];
  readonly caught: readonly string[];
  readonly startedAt?: Instant;
  readonly filedAt: Instant;
}

/** What is recorded of a filing for the review: how much was keyed, how much came signed, what was caught in time. */
export function measuresOf({
  entry,
  provenance,
  evidence,
  caught,
  startedAt,
  filedAt,
}: Measured): FilingBody['measures'] {
  const signedDocuments = evidence.filter((item) => item.class === 'signed').length;
  return {
    provenance: provenanceCounts(provenance),
    givenTwice: Object.entries(provenance).filter(([field, from]) =>
      isGivenTwice(entry, field, from, evidence),
    ).length,
    caught: [...caught],
    signedDocuments,
    importedDocuments: evidence.length - signedDocuments,
    preparationSeconds: startedAt ? Math.round(millisecondsBetween(startedAt, filedAt) / 1000) : null,
  };
}

/** A value keyed although a document already says the same; one that differs from the document corrects it. */
function isGivenTwice(
  entry: Entry,
  field: string,
  { class: kind, replaces }: Provenance,
  evidence: readonly Evidence[],
): boolean {
  if (kind !== 'typed' || !replaces) return false;
  const document = evidence.find(({ digest }) => digest === replaces.document)?.document;
  const said = resolvePointer(document, replaces.pointer);
  return said !== undefined && sameJson(said, resolvePointer(entry, field));
}
