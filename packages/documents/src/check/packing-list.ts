import type { Quantity, Refusal } from '@portolan/kernel';
import { documentsCatalogue } from '../catalogue.ts';
import type { PackingList } from '../schema/packing-list.ts';
import { sentencePlace } from '../words.ts';
import { checkLineNumbers } from './lines.ts';
import { checkWeights, sameWeight, sumOf } from './weights.ts';

/** Lines named once, weights that agree, and totals that the lines add up to where every line states its part. */
export function checkPackingList(list: PackingList): Refusal[] {
  const weights = [
    ...list.lines.flatMap((line, index) => checkWeights(line, `/lines/${index}`)),
    ...checkWeights(list, ''),
  ];
  const totals =
    weights.length > 0 ? [] : [...checkTotal(list, 'netWeight'), ...checkTotal(list, 'grossWeight')];
  return [...checkLineNumbers(list.lines), ...weights, ...totals, ...checkPackages(list)];
}

function checkTotal(list: PackingList, field: 'netWeight' | 'grossWeight'): Refusal[] {
  const total = list[field];
  const parts = list.lines
    .map((line) => line[field])
    .filter((weight): weight is Quantity => weight !== undefined);
  if (!total || parts.length < list.lines.length || sameWeight([total], parts)) return [];
  const params = {
    field: sentencePlace(`/${field}`),
    stated: `${total.value} ${total.unit}`,
    computed: `${sumOf(parts)} KGM`,
  };
  return [documentsCatalogue.refuse('DOC_WEIGHT_TOTAL', { path: `/${field}`, params })];
}

function checkPackages({ packages, lines }: PackingList): Refusal[] {
  const counts = lines.flatMap((line) => (line.packages ? [line.packages] : []));
  if (!packages || counts.length < lines.length) return [];
  // Cartons on pallets are not added up: only lines counted in the same kind as the whole say the same thing.
  if (counts.some(({ kind }) => kind !== packages.kind)) return [];
  const computed = counts.reduce((sum, { count }) => sum + count, 0);
  if (computed === packages.count) return [];
  const params = { stated: packages.count, computed };
  return [documentsCatalogue.refuse('DOC_PACKAGES_TOTAL', { path: '/packages/count', params })];
}
