import type { Finding } from '../../finding.ts';
import { type Case, type Claim, isParty } from '../case/case.ts';
import { findOnClaim } from '../case/find.ts';
import { checkRule, type Material } from '../product-rules/check-rule.ts';
import { findRule } from '../product-rules/find-rule.ts';
import type { ProductRule } from '../product-rules/product-rule.ts';

/** The product rule that would decide a claim, where it is at hand and the good is not wholly obtained. */
export function ruleOf({ agreement, line }: Claim, { dossier, reference }: Case): ProductRule | undefined {
  return findRule(
    reference.agreements.productRules,
    agreement.id,
    line.hts.slice(0, 6),
    dossier.entry.importDate,
  );
}

/** The non-originating materials that the evidence names meet the product rule. A rule not at hand is said, never guessed. */
export function checkProductRule(claim: Claim, c: Case): Finding[] {
  const hs6 = claim.line.hts.slice(0, 6);
  const rule = ruleOf(claim, c);
  const materials = knownMaterials(claim, c);
  // Goods wholly obtained (A) or made of originating materials only (C) need no product rule.
  const needed = materials.length > 0 || !['A', 'C'].includes(claim.good?.criterion ?? '');
  if (!needed) return [];
  if (!rule) return [findOnClaim('USMCA_RULE_NOT_AT_HAND', claim, '/hts', { params: { hs6: shown(hs6) } })];
  const answer = checkRule(rule, hs6, materials);
  const details = { params: { why: answer.why }, cite: rule.source };
  if (answer.state === 'not-met') return [findOnClaim('USMCA_RULE_NOT_MET', claim, '/spi', details)];
  if (answer.state === 'undetermined')
    return [findOnClaim('USMCA_RULE_UNDETERMINED', claim, '/spi', details)];
  return [];
}

/** A published ruling on goods of the same subheading and country is for an officer to weigh (19 CFR 177.9). */
export function checkRulings(claim: Claim, { reference }: Case): Finding[] {
  const { agreement, line } = claim;
  return reference.agreements.rulings
    .filter(
      (row) =>
        row.agreement === agreement.id && line.hts.startsWith(row.hs6) && row.madeIn === line.exportCountry,
    )
    .map(({ number: ruling, finding, source: cite }) =>
      findOnClaim('USMCA_RULING_AGAINST', claim, '/spi', { params: { ruling, finding }, cite }),
    );
}

/** A good that its own invoice says comes from outside arrived in the agreement under the same number: no change at all. */
function knownMaterials({ line, agreement }: Claim, { dossier }: Case): Material[] {
  if (isParty(agreement, line.originCountry, dossier.entry.importDate)) return [];
  return [{ hs6: line.hts.slice(0, 6), originCountry: line.originCountry }];
}

function shown(hs6: string): string {
  return `${hs6.slice(0, 4)}.${hs6.slice(4)}`;
}
