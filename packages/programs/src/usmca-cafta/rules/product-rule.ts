import { findOriginRule, type ProductOriginRule, type RuleResult, testKnownGoods } from '@portolan/tariff';
import type { Finding } from '../../finding.ts';
import { type Case, type Claim, isParty } from '../case/case.ts';
import { findOnClaim } from '../case/find.ts';

/** The product rule that would decide a claim, where it is at hand and the good is not wholly obtained. */
export function ruleOf(
  { agreement, line }: Claim,
  { dossier, reference }: Case,
): ProductOriginRule | undefined {
  const { origin } = reference.tariff;
  return findOriginRule(origin, agreement.id, line.hts.slice(0, 6), dossier.entry.importDate)?.rule;
}

/** What tariff numbers tell of the product rule. A rule not at hand is said, never guessed. */
export function checkProductRule(claim: Claim, { dossier, reference }: Case): Finding[] {
  const { line, agreement, good } = claim;
  const date = dossier.entry.importDate;
  // A good that its own invoice says comes from outside arrived in the agreement under the same number.
  const outside = !isParty(agreement, line.originCountry, date);
  // Goods wholly obtained (A) or made of originating materials only (C) need no product rule.
  if (!outside && ['A', 'C'].includes(good?.criterion ?? '')) return [];
  const hs = line.hts.slice(0, 6);
  const goods = { agreement: agreement.id, hs, date, ...(outside ? { cameFrom: line.originCountry } : {}) };
  const rule = testKnownGoods(goods, reference.tariff);
  if (!rule) return [findOnClaim('USMCA_RULE_NOT_AT_HAND', claim, '/hts', { params: { hs6: shown(hs) } })];
  if (rule.outcome === 'passed') return [];
  const details = { params: { why: whyNot(rule) }, cite: rule.cite };
  const code = rule.outcome === 'failed' ? 'USMCA_RULE_NOT_MET' : 'USMCA_RULE_UNDETERMINED';
  return [findOnClaim(code, claim, '/spi', details)];
}

/** The tests that stand against the rule in each of its ways. */
function whyNot({ outcome, alternatives, words }: RuleResult): string {
  const tests = alternatives.flatMap((way) => way.tests).filter((test) => test.outcome === outcome);
  const reasons = [...new Set(tests.map(({ why }) => why))];
  return reasons.length === 0 ? words : `${words}: ${reasons.join('; ')}`;
}

/** A published ruling on goods of the same subheading and country is for an officer to weigh (19 CFR 177.9). */
export function checkRulings(claim: Claim, { reference }: Case): Finding[] {
  const { agreement, line } = claim;
  return reference.tariff.origin.rulings
    .filter(
      (row) =>
        row.against?.includes(agreement.id) &&
        line.hts.startsWith(row.hs6) &&
        row.madeIn === line.exportCountry,
    )
    .map(({ number: ruling, finding, cite }) =>
      findOnClaim('USMCA_RULING_AGAINST', claim, '/spi', { params: { ruling, finding }, cite }),
    );
}

function shown(hs6: string): string {
  return `${hs6.slice(0, 4)}.${hs6.slice(4)}`;
}
