import { Decimal } from '@portolan/kernel';
import type { ClassificationReason } from './classification.ts';
import type { Classifier } from './classifier.ts';
import { meetsShare, meetsValue, type NumericCondition, type ShareCondition } from './conditions.ts';
import { type Answer, hasOneOf, type Reading } from './reading.ts';
import type { Requirement } from './requirement.ts';
import type { Trait } from './traits.ts';

/** Places in the list of a classifier's rows with the score of each for a product. */
export function scoreRows(classifier: Classifier, rows: readonly number[], reading: Reading): number[] {
  const shares = voteShares(classifier, rows, reading);
  return rows.map((at, index) => scoreRow(classifier, at, reading, shares?.[index]));
}

/**
 * How the product's votes for places below these rows are spread over them; undefined where none is so exact as to
 * tell the rows apart.
 */
function voteShares({ tree }: Classifier, rows: readonly number[], { votes }: Reading): number[] | undefined {
  const ranges = rows.map((at) => {
    const node = tree.nodes[at];
    return { first: tree.leaves[node?.from ?? 0] ?? '', last: tree.leaves[(node?.to ?? 1) - 1] ?? '' };
  });
  const [first = '', last = ''] = [ranges[0]?.first, ranges.at(-1)?.last];
  const telling = votes.filter(({ hs }) => !(first.startsWith(hs) && last.startsWith(hs)));
  const weights = ranges.map((range) =>
    telling.reduce((sum, { hs, weight }) => sum + (overlaps(hs, range.first, range.last) ? weight : 0), 0),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total === 0 ? undefined : weights.map((weight) => weight / total);
}

/** Whether some number from first to last begins with the digits. */
export function overlaps(hs: string, first: string, last: string): boolean {
  return first.slice(0, hs.length) <= hs && hs <= last.slice(0, hs.length);
}

function scoreRow(classifier: Classifier, at: number, reading: Reading, share: number | undefined): number {
  const { row } = classifier.tables.weights;
  const node = classifier.tree.nodes[at];
  const requirement = classifier.requirement(at);
  const size = Math.log(Math.max(1, (node?.to ?? 1) - (node?.from ?? 0)));
  const specific = requirement.residual ? 0 : row.specific;
  const votes = share === undefined ? 0 : row.terms * Math.log(row.floor + share);
  return (
    size * row.size +
    specific +
    votes +
    traitScore(requirement, reading, row) +
    wordScore(requirement, reading) * row.words +
    conditionScore(requirement, reading, row) +
    (requirement.parts ? (reading.part ? row.parts : -row.parts) : 0)
  );
}

type RowWeights = Classifier['tables']['weights']['row'];

function traitScore(
  { traits, excluded, residual }: Requirement,
  { traits: known }: Reading,
  row: RowWeights,
): number {
  let score = 0;
  for (const asked of groupsOf(traits)) {
    const { answer, by } = hasOneOf(known, asked);
    const weight = by?.weight ?? 1;
    if (answer === 'yes') score += row.yes * weight * (residual ? 0.3 : 1);
    else if (answer === 'no') score += row.no * weight;
    else score += row.unknown;
  }
  for (const asked of groupsOf(excluded)) if (hasOneOf(known, asked).answer === 'yes') score += row.excluded;
  return score;
}

/** Traits of one group are alternatives; groups are asked one by one. */
export function groupsOf(traits: readonly Trait[]): Trait[][] {
  return [...Map.groupBy(traits, ({ group }) => group).values()];
}

/** Share of what the row names that the product says, with more words worth more. */
function wordScore({ words, not }: Requirement, { words: said }: Reading): number {
  if (words.length === 0) return 0;
  const found = words.reduce((sum, stem) => sum + (said.get(stem)?.weight ?? 0), 0);
  const excluded = not.reduce((sum, stem) => sum + (said.get(stem)?.weight ?? 0), 0);
  return found / Math.sqrt(words.length) - (words.includes('other') ? 0 : excluded * 0.3);
}

function conditionScore({ conditions }: Requirement, reading: Reading, row: RowWeights): number {
  return conditions.reduce((sum, condition) => {
    const answer = answerTo(condition, reading);
    if (answer === 'unknown') return sum + (condition.kind === 'share' ? row.unmet / 2 : 0);
    return sum + (answer === 'yes' ? row.met : row.unmet);
  }, 0);
}

/** Whether the product meets a numeric condition; decided in exact decimals. */
export function answerTo(condition: NumericCondition, reading: Reading): Answer {
  if (condition.kind === 'share') return shareAnswer(condition, reading);
  if (reading.unitValue === undefined) return 'unknown';
  return meetsValue(condition, reading.unitValue) ? 'yes' : 'no';
}

const WHOLE = Decimal.of('100');

function shareAnswer(condition: ShareCondition, { traits }: Reading): Answer {
  const materials = traits.filter(({ trait }) => trait.group === 'material');
  const inside = materials.filter(({ trait }) => trait.includedIn.has(condition.trait.name));
  const stated = inside.flatMap(({ percent }) => percent ?? []);
  if (stated.length > 0) {
    const sum = stated.reduce((total, percent) => total.plus(percent), Decimal.zero);
    return meetsShare(condition, sum) ? 'yes' : 'no';
  }
  if (materials.length === 0) return 'unknown';
  if (inside.length === 0) return meetsShare(condition, Decimal.zero) ? 'yes' : 'no';
  const only = materials.every((material) => inside.includes(material));
  return only ? (meetsShare(condition, WHOLE) ? 'yes' : 'no') : 'unknown';
}

/** What of the product speaks for and against a row. */
export function reasonsFor(requirement: Requirement, line: string, reading: Reading): ClassificationReason[] {
  const reasons: ClassificationReason[] = [];
  for (const asked of groupsOf(requirement.traits)) {
    const { answer, by } = hasOneOf(reading.traits, asked);
    if (by && answer !== 'unknown')
      reasons.push({ speaks: answer === 'yes' ? 'for' : 'against', fact: by.text, from: by.from, line });
    else if (!requirement.residual)
      reasons.push({ speaks: 'missing', fact: asked[0]?.group ?? '', from: 'facts', line });
  }
  for (const condition of requirement.conditions) {
    const answer = answerTo(condition, reading);
    const fact =
      condition.kind === 'value' ? (reading.unitValue?.toString() ?? 'value of one piece') : 'materials';
    const speaks = answer === 'yes' ? 'for' : answer === 'no' ? 'against' : 'missing';
    reasons.push({
      speaks,
      fact,
      from: condition.kind === 'value' ? 'unitValue' : 'materials',
      line: condition.text,
    });
  }
  for (const stem of requirement.words) {
    const said = reading.words.get(stem)?.said;
    if (said) reasons.push({ speaks: 'for', fact: said.text, from: said.from, line });
  }
  return reasons;
}
