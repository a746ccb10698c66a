import type { OriginAgreement } from '../agreement.ts';
import type { ContentResult, MaterialRow, OriginTest, PreferenceResult, RuleResult } from '../result.ts';
import { findOriginRule } from '../rule/find.ts';
import { pointed } from '../rule/range.ts';
import { contentOf, floorsOf } from './content.ts';
import { disregardDiluent } from './diluent.ts';
import { askedToChange, countsInValue, type Material, type PreferenceFacts } from './facts.ts';
import { rowOf } from './rows.ts';
import { setTest } from './set.ts';
import { anyOf, test } from './test.ts';
import { transitTest } from './transit.ts';
import { tryRule } from './try-rule.ts';

type Basis = OriginAgreement['criteria'][number]['basis'];

/** What the grounds of origin came to, before the way of transport is looked at. */
interface Ground {
  readonly outcome: PreferenceResult['outcome'];
  readonly basis?: Basis;
  readonly why: string;
  readonly rule?: RuleResult;
  readonly content?: ContentResult[];
  readonly tests: OriginTest[];
  readonly notShown?: string[];
}

/** Tries the grounds in order: wholly obtained, set, originating materials only, product rule, exception for parts. */
export function conclude(
  materials: readonly Material[],
  facts: PreferenceFacts,
  digest: string,
): PreferenceResult {
  const diluted = disregardDiluent(materials, facts);
  const ground = withDiluent(groundOf(diluted.materials, facts), diluted.tests);
  const transit = transitTest(facts);
  const lost = transit?.outcome === 'failed' && ground.outcome === 'originating';
  const open = transit?.outcome === 'undetermined' && ground.outcome === 'originating';
  const outcome = lost ? 'not-originating' : open ? 'undetermined' : ground.outcome;
  const criterion = facts.agreement.criteria.find(({ basis }) => basis === ground.basis)?.letter;
  const { good } = facts.input;
  return {
    agreement: facts.agreement.id,
    date: facts.date,
    good: { hs: pointed(facts.hs), description: good.description, madeIn: good.madeIn },
    outcome,
    ...(ground.basis ? { basis: ground.basis } : {}),
    ...(criterion ? { criterion } : {}),
    why: lost || open ? `${ground.why}; but ${transit?.why}` : ground.why,
    ...(ground.rule ? { rule: ground.rule } : {}),
    materials: rowsOf(diluted.materials, ground.rule, facts),
    content: ground.content ?? contentOfRule(ground.rule),
    tests: [
      ...ground.tests,
      ...rulings(facts),
      ...diluted.tests,
      ...accumulation(materials, facts),
      ...(transit ? [transit] : []),
    ],
    notShown: notShown(ground, facts, transit),
    reference: digest,
  };
}

/** Beyond its limit diluent is a material like others; whether blending it in is a change at all is not for an engine. */
function withDiluent(ground: Ground, tests: readonly OriginTest[]): Ground {
  const beyond = tests.find(({ outcome }) => outcome === 'failed');
  if (!beyond || ground.basis !== 'product-rule') return ground;
  const { basis: _, ...open } = ground;
  const why = `${beyond.why}; whether blending in the rest changes its classification is for the agency`;
  return { ...open, outcome: 'undetermined', why, notShown: [why] };
}

function groundOf(materials: readonly Material[], facts: PreferenceFacts): Ground {
  const whole = whollyObtained(materials, facts);
  if (whole?.outcome === 'originating') return whole;
  if (facts.input.good.set) return setGround(materials, facts);
  const own = onlyOriginating(materials, facts);
  if (own) return own;
  const byRule = productRule(materials, facts);
  const tests = [...(whole?.tests ?? []), ...byRule.tests];
  if (byRule.outcome === 'originating' || !facts.input.good.partsException) return { ...byRule, tests };
  return partsException(materials, facts, { ...byRule, tests });
}

function criterionOf({ agreement }: PreferenceFacts, basis: Basis) {
  const row = agreement.criteria.find((one) => one.basis === basis);
  return row ?? { cite: agreement.name, certainty: 'unverified' as const, content: [], meaning: basis };
}

/** The producer says so and nothing in the bill of materials contradicts it. */
function whollyObtained(materials: readonly Material[], facts: PreferenceFacts): Ground | undefined {
  const { whollyObtained: statement } = facts.input.good;
  if (statement === undefined) return undefined;
  const row = criterionOf(facts, 'wholly-obtained');
  const foreign = materials.filter(askedToChange).map(({ id }) => id);
  if (foreign.length > 0) {
    const why = `it is said to be wholly obtained (${statement}), but ${foreign.join(', ')} do not originate`;
    return { outcome: 'not-originating', why, tests: [test('wholly-obtained', 'failed', why, row)] };
  }
  const why = `wholly obtained: ${statement}`;
  return {
    outcome: 'originating',
    basis: 'wholly-obtained',
    why,
    tests: [test('wholly-obtained', 'passed', why, row)],
  };
}

function setGround(materials: readonly Material[], facts: PreferenceFacts): Ground {
  const result = setTest(materials, facts);
  const outcome = { passed: 'originating', failed: 'not-originating', undetermined: 'undetermined' } as const;
  return {
    outcome: outcome[result.outcome],
    ...(result.outcome === 'passed' ? { basis: 'product-rule' as const } : {}),
    why: result.why,
    tests: [result],
  };
}

/** Packing and indirect materials need not originate for this. */
function onlyOriginating(materials: readonly Material[], facts: PreferenceFacts): Ground | undefined {
  const counted = materials.filter(({ role }) => role === 'material' || role === 'diluent');
  const all = counted.length > 0 && counted.every((row) => row.originating || row.disregarded !== undefined);
  if (!all) return undefined;
  const why = 'made exclusively of originating materials';
  const row = criterionOf(facts, 'originating-materials');
  return {
    outcome: 'originating',
    basis: 'originating-materials',
    why,
    tests: [test('originating-materials', 'passed', why, row)],
  };
}

function productRule(materials: readonly Material[], facts: PreferenceFacts): Ground {
  const row = criterionOf(facts, 'product-rule');
  if (materials.length === 0) {
    const why = 'no material is listed and it is not said to be wholly obtained';
    return {
      outcome: 'undetermined',
      why,
      tests: [],
      notShown: ['the bill of materials, or how it was wholly obtained'],
    };
  }
  const found = findOriginRule(facts.tables, facts.agreement.id, facts.hs, facts.date);
  if (!found) {
    const why = `no rule in the table for heading ${facts.hs.slice(0, 4)} (${pointed(facts.hs)}) in agreement ${facts.agreement.id} on ${facts.date}`;
    return {
      outcome: 'undetermined',
      why,
      tests: [test('product-rule', 'undetermined', why, row)],
      notShown: [`the product rule for ${pointed(facts.hs)}`],
    };
  }
  const rule = tryRule(found, materials, facts);
  const best = rule.alternatives.find(({ outcome }) => outcome === rule.outcome);
  const reasons = best?.tests.filter(({ outcome }) => outcome === rule.outcome).map(({ why }) => why) ?? [];
  const words = { passed: 'meets', failed: 'does not meet', undetermined: 'can not be told to meet' };
  const why = `it ${words[rule.outcome]} the rule for ${rule.range}: ${reasons.join('; ') || rule.words}`;
  const outcome = { passed: 'originating', failed: 'not-originating', undetermined: 'undetermined' } as const;
  return {
    outcome: outcome[rule.outcome],
    ...(rule.outcome === 'passed' ? { basis: 'product-rule' as const } : {}),
    why,
    rule,
    tests: [test('product-rule', rule.outcome, why, found.rule)],
  };
}

/** Goods that are unassembled, or classified with their parts, can not change classification: content alone decides. */
function partsException(materials: readonly Material[], facts: PreferenceFacts, byRule: Ground): Ground {
  const row = criterionOf(facts, 'parts-exception');
  const content = floorsOf(row.content, facts).map((floor) => contentOf(floor, materials, facts));
  const outcome = content.length === 0 ? 'failed' : anyOf(content.map((one) => one.outcome));
  const why = `exception for parts: ${content.map((one) => `${one.method} ${one.why}`).join('; ')}`;
  const tests = [...byRule.tests, test('parts-exception', outcome, why, row)];
  if (outcome === 'failed') return { ...byRule, tests, content };
  return {
    outcome: outcome === 'passed' ? 'originating' : 'undetermined',
    ...(outcome === 'passed' ? { basis: 'parts-exception' as const } : {}),
    why,
    ...(byRule.rule ? { rule: byRule.rule } : {}),
    tests,
    content,
  };
}

/** Rows as the deciding way of the rule saw them; the first way where none decided. */
function rowsOf(
  materials: readonly Material[],
  rule: RuleResult | undefined,
  facts: PreferenceFacts,
): MaterialRow[] {
  const way = rule?.alternatives.find(({ outcome }) => outcome === rule.outcome) ?? rule?.alternatives[0];
  return way?.materials ?? materials.map((material) => rowOf(material, facts));
}

function contentOfRule(rule: RuleResult | undefined): ContentResult[] {
  const way = rule?.alternatives.find(
    ({ outcome, content }) => outcome === rule.outcome && content.length > 0,
  );
  return way?.content ?? [];
}

/** Published rulings on goods of the subheading and country: for an officer to weigh, not for this engine. */
function rulings({ tables, hs, input }: PreferenceFacts): OriginTest[] {
  return tables.rulings
    .filter(({ hs6, madeIn }) => hs.startsWith(hs6) && madeIn === input.good.madeIn)
    .map((row) => test('ruling', 'undetermined', `${row.number}: ${row.finding}`, row));
}

/** Originating materials of other parties count like one's own; the worksheet says where that was used. */
function accumulation(materials: readonly Material[], { agreement, input }: PreferenceFacts): OriginTest[] {
  const others = materials.filter(
    (row) =>
      row.originating && countsInValue(row) && row.input.country && row.input.country !== input.good.madeIn,
  );
  if (others.length === 0) return [];
  const named = others.map((row) => `${row.id} of ${row.input.country}`).join(', ');
  return [test('accumulation', 'passed', `counted as originating: ${named}`, agreement.accumulation)];
}

function notShown(ground: Ground, { input }: PreferenceFacts, transit: OriginTest | undefined): string[] {
  const open = (ground.rule?.alternatives ?? [])
    .filter(() => ground.outcome === 'undetermined')
    .flatMap(({ tests }) => tests)
    .filter(({ outcome }) => outcome === 'undetermined')
    .map(({ why }) => why);
  const way =
    input.transit === undefined
      ? ['the way of transport (direct shipment or transit under customs control)']
      : [];
  const papers = transit?.outcome === 'undetermined' ? [transit.why] : [];
  return [...new Set([...(ground.notShown ?? []), ...open, ...papers, ...way])];
}
