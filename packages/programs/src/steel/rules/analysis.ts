import type { TensileTest } from '@portolan/documents';
import type { Finding } from '../../finding.ts';
import { allCertified, type Certified, type SteelCase } from '../case.ts';
import {
  type Analysis,
  absurdities,
  analysisOf,
  foundInProductAlone,
  productAnalysisOf,
} from '../chemistry/analysis.ts';
import type { MetalFacts } from '../facts/metal.ts';
import { metalNamed, type SteelTables } from '../facts/tables.ts';
import { find } from '../find.ts';
import { checkGrade } from '../grade/check-grade.ts';
import type { Checked } from '../grade/compared.ts';
import { findGrade } from '../grade/find-grade.ts';
import { meantUnit, megapascals, type Stress } from '../grade/stress.ts';

/** Chemistry and strength of each certified item: possible at all, in the unit stated, and within the grades it names. */
export function checkAnalyses(c: SteelCase): Finding[] {
  return allCertified(c).flatMap((one) => {
    const metal = metalNamed(c.reference.agreements, one.certificate.document.metal);
    return metal ? checkItem(one, metal, c) : [];
  });
}

function checkItem(one: Certified, metal: MetalFacts, c: SteelCase): Finding[] {
  const { certificate, item } = one;
  const analysis = analysisOf(item.chemistry);
  const impossible = [
    ...absurd(one, metal, analysis),
    ...item.tests.flatMap((test) => strengthFaults(one, metal, test)),
  ];
  // Figures that can't be say nothing about a grade.
  if (impossible.length > 0) return impossible;
  const { product, standards } = certificate.document;
  const specific = !certificate.document.kind.startsWith('2.1');
  return [
    ...(specific ? unanalysed(one, metal, analysis, c.reference.agreements) : []),
    ...standards.flatMap((grade) => {
      const named = `${grade.standard}${grade.edition ? `-${grade.edition}` : ''} grade ${grade.grade}`;
      const found = findGrade(grade, product, c.reference.agreements);
      if (!('row' in found))
        return [on('STEEL_GRADE_NOT_AT_HAND', one, { grade: named, why: WHY[found.missing] })];
      const groups = c.reference.agreements.sizeGroups;
      const { checks } = checkGrade(grade, found.row, product, analysis, item.tests, groups);
      const inProduct = productAnalysisOf(item.chemistry);
      const ofProduct = checkGrade(grade, found.row, product, inProduct, [], groups).checks;
      const alone = foundInProductAlone(item.chemistry);
      // A carbon equivalent is one of the heat only where each of its elements is.
      const open = ({ outcome, what }: Checked) =>
        outcome === 'not-met' && alone.size > 0 && what.startsWith('carbon equivalent');
      return [
        ...checks
          .filter((check) => !alone.has(check.what) && !open(check))
          .flatMap((check) => outside(check, named, one, found.row.source)),
        ...ofProduct
          .filter(({ outcome, what }) => inProduct.has(what) && outcome === 'not-met')
          .concat(checks.filter(open))
          .map((check) => notJudged(check, named, one, found.row.source)),
      ];
    }),
  ];
}

/** The limits of a grade are those of the heat; a product may differ by tolerances that standards give apart (ASTM A6, table B). */
function notJudged(check: Checked, grade: string, one: Certified, source: string): Finding {
  const { found = '', what } = check;
  return on('STEEL_PRODUCT_ANALYSIS_OPEN', one, { what, found, grade, limit: limitText(check) }, source);
}

const WHY = {
  standard: 'standard or grade',
  edition: 'edition',
  'edition-not-stated': 'the edition is not stated',
  shape: 'for this shape',
} as const;

function absurd(one: Certified, { base }: MetalFacts, analysis: Analysis): Finding[] {
  return absurdities(analysis, base).map(({ element, percent, why }) =>
    on('STEEL_ANALYSIS_ABSURD', one, { element, percent, why }),
  );
}

/**
 * 19 CFR 141.89 asks for carbon and every metallic element. Without carbon, or with carbon alone, there is no analysis of a
 * steel; which further elements are in it only the mill knows, so those that would decide its classification are named.
 */
function unanalysed(
  one: Certified,
  facts: MetalFacts,
  analysis: Analysis,
  { alloy }: SteelTables,
): Finding[] {
  const { base, classified } = facts;
  if (!classified) return analysis.size > 0 ? [] : [on('STEEL_ANALYSIS_MISSING', one, { missing: base })];
  const metallic = alloy.limits.map(({ element }) => element);
  const reported = metallic.filter((element) => analysis.has(element));
  if (!analysis.has('C')) return [on('STEEL_ANALYSIS_MISSING', one, { missing: 'C' })];
  if (reported.length === 0) return [on('STEEL_ANALYSIS_MISSING', one, { missing: 'any metallic element' })];
  const missing = metallic.filter((element) => !analysis.has(element));
  return missing.length > 0 ? [on('STEEL_ANALYSIS_INCOMPLETE', one, { missing: missing.join(', ') })] : [];
}

function strengthFaults(one: Certified, metal: MetalFacts, test: TensileTest): Finding[] {
  const { number, tensile, yield: low } = test;
  if (!tensile) return [];
  const meant = meantUnit(tensile, metal);
  if (meant) return [on('STEEL_UNIT_CONFUSED', one, { test: number, tensile: shown(tensile), meant })];
  if (!low || megapascals(low).lte(megapascals(tensile))) return [];
  return [on('STEEL_YIELD_ABOVE_TENSILE', one, { test: number, yield: shown(low), tensile: shown(tensile) })];
}

function outside(check: Checked, grade: string, one: Certified, source: string): Finding[] {
  const { found = '', outcome, rounded = '', unit, what } = check;
  if (outcome === 'met') return [];
  const params = { what: sentence(what), unit, rounded, found, grade, limit: limitText(check) };
  if (outcome === 'not-reported') return [on('STEEL_REQUIREMENT_UNREPORTED', one, params, source)];
  const code = unit === '%' ? 'STEEL_CHEMISTRY_OUTSIDE' : 'STEEL_STRENGTH_OUTSIDE';
  return [on(code, one, params, source)];
}

function limitText({ max, min }: Checked): string {
  if (min !== undefined && max !== undefined) return `${min} to ${max}`;
  return min === undefined ? `at most ${max}` : `at least ${min}`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function shown({ unit, value }: Stress): string {
  return `${value} ${unit}`;
}

function on(
  code: Parameters<typeof find>[0],
  { certificate, item, path }: Certified,
  params: Record<string, string>,
  cite?: string,
): Finding {
  const { number } = certificate.document;
  const at = path === '' ? '' : `${path}/lot`;
  return find(code, at, { number, item: item.number, ...params }, [certificate.digest], cite);
}
