import type { Evidence } from '@portolan/documents';
import type { Refusal } from '@portolan/kernel';
import type { Finding } from '@portolan/programs';
import { tradeCatalogue } from '../catalogue.ts';
import { unfounded } from '../evidence/taken.ts';
import type { Assembled } from './assemble.ts';

/** Why a draft can't be filed yet, everything at once; empty when it can. */
export function obstacles(assembled: Assembled, evidence: readonly Evidence[]): Refusal[] {
  const { assembly, evaluation } = assembled;
  const asked = assembly.asks
    .filter(({ required }) => required)
    .map(({ pointer, question, cite }) =>
      tradeCatalogue.refuse('NODE_DRAFT_INCOMPLETE', {
        path: pointer,
        params: { question },
        ...(cite ? { cite } : {}),
      }),
    );
  const findings = (evaluation?.findings ?? [])
    .filter(({ severity }) => severity === 'refuse')
    .map(findingRefusal);
  return [...findings, ...furtherObstacles(assembled, evidence), ...asked];
}

/** What is neither a finding of the rules nor an open question: evidence that doesn't hold, documents that can't be entered. */
export function furtherObstacles({ assembly }: Assembled, evidence: readonly Evidence[]): Refusal[] {
  const failing = evidence.flatMap((item, index) => unfounded(item, `/evidence/${index}`));
  return [...failing, ...assembly.refusals];
}

/** A finding as a refusal: the same code, field, fault and mend. */
export function findingRefusal({ code, path, fault, message, mend, cite, params }: Finding): Refusal {
  return { code, path, fault, message, mend, ...(params ? { params } : {}), ...(cite ? { cite } : {}) };
}
