/**
 * Writes origin-rules.json: the product-specific rules of USMCA (general note 11(o)) and CAFTA-DR (general note 29(n))
 * as data, from transcriptions of their words. A rule that is not understood is listed with the reason, never guessed.
 *
 *   node --conditions=portolan-source scripts/import/origin-rules.ts <folder with rules-of-origin/> [<data folder>]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Alternative, digits, readRuleText } from './origin-rule-text.ts';

const [source, target = 'packages/tariff/data'] = process.argv.slice(2);
if (source === undefined) throw new Error('usage: origin-rules.ts <folder> [<data folder>]');

interface Row {
  readonly agreement: 'USMCA' | 'CAFTA-DR';
  readonly cite: string;
  readonly hs: string;
  readonly kind: string;
  readonly text: string;
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string | null;
}

const folder = join(source, 'rules-of-origin');
const rows = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .flatMap((name): Row[] => JSON.parse(readFileSync(join(folder, name), 'utf8')));

interface Rule {
  set: Row['agreement'];
  first: string;
  last: string;
  alternatives: Alternative[];
  cite: string;
  from: string;
  to?: string;
  source: string;
  certainty: 'unverified';
}

const rules: Rule[] = [];
const notRead: { set: string; hs: string; cite: string; why: string }[] = [];
const reason = (row: Row, why: string) =>
  notRead.push({ set: row.agreement, hs: row.hs, cite: row.cite, why });

for (const row of rows) {
  const [first = '', last = first] = digits(row.hs).split('-');
  const alternatives = readRuleText(row.text.replace(/[.;]$/, ''), row.hs);
  if (row.kind === 'pattern') reason(row, 'a standard clause without the headings that it is for');
  else if (row.kind === 'deMinimisMethod') reason(row, 'changes the tolerance: in origin-agreements.json');
  else if (/^For the purposes of/.test(row.text))
    reason(row, 'a definition: in origin-agreements.json or in the rule itself');
  else if (alternatives === undefined) reason(row, 'a clause is not understood');
  else rules.push(ruleOf(row, first, last, alternatives));
}

function ruleOf(row: Row, first: string, last: string, alternatives: Alternative[]): Rule {
  return {
    set: row.agreement,
    first,
    last,
    alternatives: alternatives.map((clause) => withExceptions(clause, row.text)),
    cite: row.cite,
    // Since when each rule of CAFTA-DR has read so is not at hand: this year's schedule is as far back as it is used.
    from: row.effectiveFrom ?? '2026-01-01',
    ...(row.effectiveTo ? { to: row.effectiveTo } : {}),
    source: `${row.cite}, 2026 revision 15, transcribed at third hand`,
    certainty: 'unverified',
  };
}

/** "Except from compound alcoholic preparations of 2106.90" excludes part of a subheading: a condition, no number. */
function withExceptions(clause: Alternative, text: string): Alternative {
  if (!/compound alcoholic preparations/.test(text) || !clause.change) return clause;
  const { except: _, ...change } = clause.change;
  const conditions = [
    { id: 'no-compound-preparation', words: 'not from compound alcoholic preparations of 2106.90' },
  ];
  return { ...clause, change, conditions };
}

/** Rules for the same numbers and days that differ by what the goods are for stand as alternatives of one rule. */
function joined(): Rule[] {
  const byNumbers = new Map<string, Rule>();
  for (const rule of rules) {
    const key = [rule.set, rule.first, rule.last, rule.from, rule.to].join(' ');
    const known = byNumbers.get(key);
    if (known) known.alternatives.push(...rule.alternatives);
    else byNumbers.set(key, rule);
  }
  return [...byNumbers.values()];
}

writeFileSync(
  join(target, 'origin-rules.json'),
  `${JSON.stringify({ rules: joined(), notRead }, null, 2)}\n`,
);
console.log(`origin-rules.json: ${joined().length} rules, ${notRead.length} not read`);
for (const { set, hs, why } of notRead) console.log(`  ${set} ${hs}: ${why}`);
