import { type Assembly, assembleEntry, type Given } from '@portolan/filing';
import { canonicalize, type JsonValue, type Refusal, resolvePointer } from '@portolan/kernel';
import { tradeCatalogue } from '../catalogue.ts';
import type { GatheredFiling } from './gather.ts';

/** The entry as the agency derives it itself from the documents and from what the filer typed. */
export function deriveAgain({ body, received, documents, running, entryNumber }: GatheredFiling): Assembly {
  const given: Given = {
    filer: body.entry.filer,
    typed: body.typed as Given['typed'],
    entryNumber,
    at: received.envelope.sentAt,
    ...(body.typedBy ? { typedBy: body.typedBy } : {}),
    ...(body.override ? { override: body.override } : {}),
  };
  const evidence = documents.map((document) => document.evidence);
  return assembleEntry(evidence, given, running.reference.tariff);
}

/**
 * Whether each field that is said to come from a document does come from it: nobody passes a typed value off as the
 * signed word of its source. Fields that were computed or typed are the filer's own statement.
 */
export function falseProvenance({ body }: GatheredFiling, derived: Assembly): Refusal[] {
  return Object.entries(body.provenance).flatMap(([pointer, { class: kind }]) => {
    if (kind !== 'signed' && kind !== 'imported') return [];
    const same =
      derived.provenance[pointer]?.class === kind &&
      sameValue(resolvePointer(body.entry, pointer), resolvePointer(derived.entry, pointer));
    return same ? [] : [notFromDocument(pointer)];
  });
}

function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === undefined || right === undefined) return false;
  return canonicalize(left as JsonValue) === canonicalize(right as JsonValue);
}

function notFromDocument(pointer: string): Refusal {
  return tradeCatalogue.refuse('NODE_PROVENANCE', {
    path: `/body/entry${pointer}`,
    params: { field: pointer },
  });
}
