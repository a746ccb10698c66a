import type { Evidence } from '@portolan/documents';
import type { Refusal } from '@portolan/kernel';
import type { Finding } from '@portolan/programs';
import { tradeCatalogue } from '../catalogue.ts';
import { unfounded } from '../evidence/taken.ts';
import type { Assembled } from './assemble.ts';

/** Why a draft can't be filed yet, everything at once; empty when it can. */
export function obstacles({ assembly, evaluation }: Assembled, evidence: readonly Evidence[]): Refusal[] {
  const asked = assembly.asks
    .filter(({ required }) => required)
    .map(({ pointer, question, cite }) =>
      tradeCatalogue.refuse('NODE_DRAFT_INCOMPLETE', {
        path: pointer,
        params: { question },
        ...(cite ? { cite } : {}),
      }),
    );
  const failing = evidence.flatMap((item, index) => unfounded(item, `/evidence/${index}`));
  const findings = (evaluation?.findings ?? [])
    .filter(({ severity }) => severity === 'refuse')
    .map(findingRefusal);
  return [...findings, ...failing, ...assembly.refusals, ...asked];
}

/** A finding as a refusal: the same code, field, fault and mend. */
export function findingRefusal({ code, path, fault, message, mend, cite, params }: Finding): Refusal {
  return { code, path, fault, message, mend, ...(params ? { params } : {}), ...(cite ? { cite } : {}) };
}
