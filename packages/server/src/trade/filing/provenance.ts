import type { Evidence } from '@portolan/documents';
import type { Refusal } from '@portolan/kernel';
import { tradeCatalogue } from '../catalogue.ts';
import type { FilingBody } from './body.ts';

/**
 * Whether each field that is said to be the signed word of its source, or to stand in a file, names a document of that
 * class and issuer in this filing: nobody passes an imported value off as a signed one. That the document really says
 * the value is for the program's rules, which derive the entry anew.
 */
export function falseProvenance({ provenance }: FilingBody, evidence: readonly Evidence[]): Refusal[] {
  const documents = new Map(evidence.map((item) => [item.digest, item]));
  return Object.entries(provenance).flatMap(([pointer, { class: kind, document, issuer }]) => {
    if (kind !== 'signed' && kind !== 'imported') return [];
    const source = documents.get(document ?? '');
    if (source?.class === kind && source.issuer === issuer) return [];
    return [
      tradeCatalogue.refuse('NODE_PROVENANCE', { path: `/body/entry${pointer}`, params: { field: pointer } }),
    ];
  });
}
