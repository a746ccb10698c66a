import { Decimal } from '@portolan/kernel';
import type { SizeGroupFacts } from '../facts/size-groups.ts';

const DESIGNATION = /^(W|HP|S|M|C|MC)\s*(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)$/i;
const KILOGRAMS_A_METRE = Decimal.of('1.48816');
/** From here on the first figure is millimetres: no shape is 100 inches deep. */
const METRIC_FROM = Decimal.of(80);

/**
 * The group of ASTM A6 to which a rolled shape belongs, by its designation: `W14x233` in inches and pounds a foot, or `W360x347`
 * in millimetres and kilograms a metre. Undefined for other designations and for shapes that no row names.
 */
export function sizeGroup(designation: string | undefined, facts: SizeGroupFacts): number | undefined {
  const [, name, first, second] = DESIGNATION.exec(designation?.trim() ?? '') ?? [];
  if (name === undefined || first === undefined || second === undefined) return undefined;
  const metric = Decimal.of(first).gte(METRIC_FROM);
  const depth = metric ? facts.metricDepths[first] : first;
  const mass = metric ? Decimal.of(second).dividedBy(KILOGRAMS_A_METRE, 0, 'half-even') : Decimal.of(second);
  return facts.rows.find(
    (row) =>
      row.shape === name.toUpperCase() &&
      (row.depth === undefined || row.depth === depth) &&
      mass.gte(Decimal.of(row.from)) &&
      mass.lte(Decimal.of(row.upTo)),
  )?.group;
}
