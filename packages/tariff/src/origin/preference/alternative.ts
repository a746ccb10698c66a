import type { AlternativeResult, MaterialRow, OriginTest } from '../result.ts';
import { undergoes } from '../rule/change.ts';
import { describeAlternative, describeChange } from '../rule/describe.ts';
import { pointed } from '../rule/range.ts';
import type { ProductOriginRule, RuleAlternative } from '../rule/rule.ts';
import { contentOf, floorsOf } from './content.ts';
import { askedToChange, type Material, type PreferenceFacts } from './facts.ts';
import { rowOf } from './rows.ts';
import { shareTest } from './share.ts';
import { allOf, anyOf, test } from './test.ts';
import { tolerate } from './tolerance.ts';

/** One way to meet a rule, tested in all that it names; every material shows where it passed or failed. */
export function tryAlternative(
  alternative: RuleAlternative,
  rule: ProductOriginRule,
  materials: readonly Material[],
  facts: PreferenceFacts,
): AlternativeResult {
  const group =
    rule.first === rule.last ? pointed(rule.first) : `${pointed(rule.first)} to ${pointed(rule.last)}`;
  const changed = changes(alternative, rule, materials, facts, group);
  const floors = floorsOf(alternative.content ?? [], facts);
  const content = floors.map((floor) => contentOf(floor, materials, facts));
  const tests = [
    ...kindTest(alternative, rule, facts),
    ...changed.tests,
    ...(alternative.content ? [contentTest(content, rule)] : []),
    ...(alternative.share ? [shareTest(alternative.share, materials, facts, rule)] : []),
    ...processTest(alternative, rule, facts),
    ...conditionTests(alternative, rule, facts),
  ];
  return {
    label: alternative.label,
    outcome: allOf(tests.map(({ outcome }) => outcome)),
    words: describeAlternative(alternative, group),
    tests,
    materials: changed.rows,
    content,
  };
}

interface Changed {
  readonly tests: OriginTest[];
  readonly rows: MaterialRow[];
}

function changes(
  { change }: RuleAlternative,
  rule: ProductOriginRule,
  materials: readonly Material[],
  facts: PreferenceFacts,
  group: string,
): Changed {
  if (!change) return { tests: [], rows: materials.map((material) => rowOf(material, facts)) };
  const words = describeChange(change, group);
  const asked = materials.filter(askedToChange);
  const failing = asked.filter(({ hs }) => hs === undefined || !undergoes(change, rule, facts.hs, hs));
  const tolerance = failing.length > 0 ? tolerate(failing, facts) : undefined;
  const missed = tolerance?.outcome === 'passed' ? 'tolerated' : (tolerance?.outcome ?? 'failed');
  const rows = materials.map((material) => {
    if (!asked.includes(material)) return rowOf(material, facts);
    const from = material.hs ? pointed(material.hs) : 'an unknown number';
    return failing.includes(material)
      ? rowOf(material, facts, { change: missed, why: `${from} is not ${words}: ${tolerance?.why}` })
      : rowOf(material, facts, { change: 'passed', why: `${from} to ${pointed(facts.hs)} is ${words}` });
  });
  const names = failing.map(({ id }) => id).join(', ');
  const outcome = tolerance?.outcome ?? 'passed';
  const why =
    failing.length === 0
      ? `every non-originating material makes ${words}`
      : `${names} ${missing(failing.length > 1, outcome === 'passed', words)}`;
  return { tests: [test('tariff-change', outcome, why, rule), ...(tolerance ? [tolerance] : [])], rows };
}

function missing(many: boolean, tolerated: boolean, words: string): string {
  if (tolerated) return many ? 'miss the change and are tolerated' : 'misses the change and is tolerated';
  return `${many ? 'do' : 'does'} not make ${words}`;
}

/** Goods are told apart within a number: "other" is what none of the named kinds is. */
function kindTest(
  { forKind }: RuleAlternative,
  rule: ProductOriginRule,
  { input }: PreferenceFacts,
): OriginTest[] {
  if (forKind === undefined) return [];
  const { kind } = input.good;
  if (kind === undefined)
    return [
      test('kind', 'undetermined', `this way is for ${forKind}; the good does not say what it is`, rule),
    ];
  const same = (name: string | undefined) => name?.toLowerCase() === kind.toLowerCase();
  const named = rule.alternatives.some((other) => other.forKind !== 'other' && same(other.forKind));
  const fits = same(forKind) || (forKind === 'other' && !named);
  return [test('kind', fits ? 'passed' : 'failed', `this way is for ${forKind}; the good is ${kind}`, rule)];
}

function contentTest(content: AlternativeResult['content'], rule: ProductOriginRule): OriginTest {
  const why = content.map(({ method, why: reason }) => `${method}: ${reason}`).join('; ');
  return test(
    'regional-value-content',
    content.length === 0 ? 'failed' : anyOf(content.map(({ outcome }) => outcome)),
    why === '' ? 'the rule does not allow the method chosen' : why,
    rule,
  );
}

function processTest(
  { processes }: RuleAlternative,
  rule: ProductOriginRule,
  { input }: PreferenceFacts,
): OriginTest[] {
  if (!processes) return [];
  const done = input.processes?.map((name) => name.toLowerCase());
  const found = processes.find((name) => done?.includes(name.toLowerCase()));
  const asked = processes.join(', ');
  if (found) return [test('process', 'passed', `made by ${found}`, rule)];
  if (done === undefined)
    return [test('process', 'undetermined', `the processes are not stated; asked is one of ${asked}`, rule)];
  return [test('process', 'failed', `none of ${asked} was carried out`, rule)];
}

function conditionTests(
  { conditions = [] }: RuleAlternative,
  rule: ProductOriginRule,
  { input }: PreferenceFacts,
): OriginTest[] {
  return conditions.map(({ id, words }) => {
    const answer = input.answers?.[id];
    if (answer === undefined) return test(id, 'undetermined', `not stated (${id}): ${words}`, rule);
    return test(
      id,
      answer ? 'passed' : 'failed',
      `the producer states ${answer ? '' : 'otherwise than '}: ${words}`,
      rule,
    );
  });
}
