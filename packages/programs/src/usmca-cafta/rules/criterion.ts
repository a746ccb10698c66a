import { Decimal, parseDecimal } from '@portolan/kernel';
import type { Finding } from '../../finding.ts';
import type { Case, CertifiedClaim } from '../case/case.ts';
import { findOnClaim } from '../case/find.ts';
import { ruleOf } from './product-rule.ts';

/** The criterion exists under the agreement and may be used for the chapter; D never for chapters 61 to 63. */
export function checkCriterion(claim: CertifiedClaim): Finding[] {
  const { agreement, good, line } = claim;
  const criterion = good?.criterion;
  if (criterion === undefined) return [];
  const row = agreement.origin.criteria.find(({ letter }) => letter === criterion);
  if (!row) return [findOnClaim('USMCA_CRITERION_ILLEGAL', claim, '/certificate', { params: { criterion } })];
  const chapter = line.hts.slice(0, 2);
  if (!row.notForChapters.includes(chapter)) return [];
  const params = { criterion, chapter };
  return [findOnClaim('USMCA_CRITERION_CHAPTER', claim, '/certificate', { params, cite: row.cite })];
}

/** Regional value content reaches the floor of its method, by criterion D or by the product rule. */
export function checkRegionalValue(claim: CertifiedClaim, c: Case): Finding[] {
  const { good } = claim;
  if (!good) return [];
  const floors = floorsOf(claim, c);
  const content = good.regionalValueContent;
  if (!content)
    return good.criterion === 'D' ? [findOnClaim('USMCA_REGIONAL_VALUE_MISSING', claim, '/certificate')] : [];
  const percent = parseDecimal(content.percent);
  const asked = floors.filter(({ method }) => method === content.method);
  const lowest = asked.toSorted((a, b) => Decimal.of(a.minimum).cmp(Decimal.of(b.minimum)))[0];
  if (!lowest || !percent.ok || percent.value.gte(Decimal.of(lowest.minimum))) return [];
  const params = { percent: content.percent, method: content.method, minimum: lowest.minimum };
  return [findOnClaim('USMCA_REGIONAL_VALUE_LOW', claim, '/certificate', { params, cite: lowest.cite })];
}

interface Floor {
  readonly method: string;
  readonly minimum: string;
  readonly cite: string;
}

/** What is asked; where a rule asks different things of different goods, only the lowest can be held against all. */
function floorsOf(claim: CertifiedClaim, c: Case): Floor[] {
  const { good, agreement } = claim;
  const own = agreement.origin.criteria.find(
    ({ letter, content }) => letter === good?.criterion && content.length > 0,
  );
  if (own) return own.content.map((floor) => ({ ...floor, cite: own.cite }));
  const rule = ruleOf(claim, c);
  const floors = rule?.alternatives.flatMap(({ content }) => content ?? []) ?? [];
  return floors.map((floor) => ({ ...floor, cite: rule?.cite ?? '' }));
}
