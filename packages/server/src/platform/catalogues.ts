import { type Catalogue, kernelCatalogue, type Refusal } from '@portolan/kernel';
import { nodeCatalogue } from './catalogue.ts';

const defaultStatus = 422;

const statuses = new Map<string, number>();

/** Makes the statuses of an area's codes known to the one place that answers refusals. */
export function registerCatalogue(catalogue: Catalogue): void {
  for (const [code, entry] of Object.entries(catalogue.entries)) {
    if (entry.status !== undefined) statuses.set(code, entry.status);
  }
}

/** HTTP status of an answer with these refusals: that of the first, 422 when its catalogue names none. */
export function statusOf(refusals: readonly Refusal[]): number {
  return statuses.get(refusals[0]?.code ?? '') ?? defaultStatus;
}

for (const catalogue of [kernelCatalogue, nodeCatalogue]) registerCatalogue(catalogue);
