import { Decimal } from '@portolan/kernel';
import type { Static } from 'typebox';
import type { Concordance } from '../edition/concordance.ts';
import type { Edition } from '../edition/edition.ts';
import { confidenceIn, lengths, rankAt, shown } from './calibrate.ts';
import type { Classification, ClassificationCandidate, RankedCodesSchema } from './classification.ts';
import { type Classifier, classifierOf } from './classifier.ts';
import { decidingFact } from './deciding.ts';
import { descend, type Leaf } from './descend.ts';
import { type ClassificationMoment, type ShownPastCode, standPast } from './past.ts';
import type { PastCode, ProductFacts } from './product.ts';
import { readProduct } from './read-product.ts';
import type { Reading } from './reading.ts';
import { reasonsFor } from './score-row.ts';
import type { ClassificationTables } from './tables.ts';

/** What a classification reads beside the facts. */
export interface ClassificationReference {
  readonly concordance: Concordance;
  readonly classification: ClassificationTables;
}

export interface ClassifyOptions {
  /** Date and knowledge for which past codes count; without it, the edition's first day. */
  readonly moment?: ClassificationMoment;
  /** Decisions and rulings of the same product, found by GTIN, SKU or the digest of its facts. */
  readonly past?: readonly PastCode[];
  /** Candidates shown; 5 where nothing is said. */
  readonly limit?: number;
}

const DEFAULT_LIMIT = 5;
/** Reasons shown for a candidate. */
const MOST_REASONS = 12;
/** Numbers ranked at each length. */
const MOST_RANKED = 5;

/**
 * The code of a product as this edition sees it: candidates at ten digits with what speaks for and against each, the one
 * fact that decides between the first two, calibrated confidence at every length. A past ruling or decision of the same
 * product wins and is shown with those that contradict it. Pure; the same facts and edition give the same bytes.
 */
export function classifyProduct(
  facts: ProductFacts,
  edition: Edition,
  reference: ClassificationReference,
  { moment, past = [], limit = DEFAULT_LIMIT }: ClassifyOptions = {},
): Classification {
  const classifier = classifierOf(edition, reference.classification);
  const { weights } = reference.classification;
  const reading = readProduct(facts, reference.classification);
  const at = moment ?? { date: edition.effective, knownAt: edition.knownAt };
  const stood = standPast([...(facts.rulings ?? []), ...past], edition, reference.concordance, at);
  const winner = stood.find(({ state }) => state === 'wins');
  const leaves = descend(classifier, reading);
  const ordered = first(leaves, winner);
  const confidence = confidenceIn(leaves, weights);
  const candidates = ordered
    .slice(0, limit)
    .map((leaf) => candidateOf(classifier, leaf, reading, confidence(leaf.hts), winner));
  const ranked = lengths.map((digits) => rankedOf(leaves, digits, confidence));
  const sure = Decimal.of(ranked.find(({ digits }) => digits === 6)?.codes[0]?.confidence ?? '0');
  const [best, second] = ordered;
  return {
    edition: edition.id,
    effective: edition.effective,
    candidates,
    ranked,
    ...(best && second && !(winner && winner.now === best.hts)
      ? { deciding: decidingFact(classifier, best, second, reading) }
      : {}),
    abstains: !winner && (!says(reading) || sure.lt(Decimal.of(weights.threshold))),
    threshold: weights.threshold,
    past: stood,
    read: readOf(reading),
  };
}

/** Nothing of the product's words is known to the index or to the schedule. */
function says({ votes, traits }: Reading): boolean {
  return votes.length > 0 || traits.length > 0;
}

/**
 * Best first. The first follows the best chapter, heading, subheading and line in turn, so that a heading with many
 * statistical lines does not lose to one with few; what a past code names goes before all.
 */
function first(leaves: readonly Leaf[], winner: ShownPastCode | undefined): Leaf[] {
  const within = winner?.now ? leaves.filter(({ hts }) => hts.startsWith(winner.now ?? '')) : [];
  const best = greedy(within.length > 0 ? within : leaves);
  const rest = leaves.filter((leaf) => leaf !== best);
  const ranked = [
    ...rest.filter((leaf) => within.includes(leaf)),
    ...rest.filter((leaf) => !within.includes(leaf)),
  ];
  return best ? [best, ...ranked] : [];
}

function greedy(leaves: readonly Leaf[]): Leaf | undefined {
  let left = leaves;
  for (const digits of lengths.slice(1)) {
    const [top] = rankAt(left, digits);
    left = left.filter(({ hts }) => hts.startsWith(top?.hts ?? ''));
  }
  return left[0];
}

function candidateOf(
  { edition, tree, requirement }: Classifier,
  leaf: Leaf,
  reading: Reading,
  confidence: number,
  winner: ShownPastCode | undefined,
): ClassificationCandidate {
  const line = edition.line(leaf.hts);
  const reasons = leaf.rows.flatMap((at) => reasonsFor(requirement(at), tree.nodes[at]?.text ?? '', reading));
  const named = votesFor(reading, leaf.hts);
  const past = winner?.now && leaf.hts.startsWith(winner.now) ? winner : undefined;
  return {
    hts: leaf.hts,
    description: line?.description ?? '',
    path: [...(line?.path ?? [])],
    confidence: shown(past?.now === leaf.hts ? 1 : confidence),
    basis: past?.kind ?? 'facts',
    ...(past ? { reference: past.reference } : {}),
    reasons: distinct([...named, ...reasons]).slice(0, MOST_REASONS),
    rule: ruleOf(leaf, requirement),
  };
}

/** The trade terms that point to a number. */
function votesFor({ votes }: Reading, hts: string): ClassificationCandidate['reasons'] {
  return votes
    .filter((vote) => vote.weight > 0.05 && hts.startsWith(vote.hs))
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ text, from, hs }) => ({ speaks: 'for', fact: text, from, line: `goods of ${hs}` }));
}

function distinct(reasons: ClassificationCandidate['reasons']): ClassificationCandidate['reasons'] {
  const seen = new Set<string>();
  return reasons.filter(({ speaks, fact, line }) => {
    const key = `${speaks}\t${fact}\t${line}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function ruleOf({ rows }: Leaf, requirement: Classifier['requirement']): string {
  const last = requirement(rows.at(-1) ?? 0);
  const heading = requirement(rows[0] ?? 0);
  if (heading.parts) return 'GRI 1 and the notes on parts of the section: the article is a part or accessory';
  if (rows.some((at) => requirement(at).traits.some(({ group }) => group === 'material')))
    return 'GRI 1; where several materials are joined, GRI 3(b): the one that gives the essential character';
  if (last.residual) return 'GRI 1 and 6: no row beside it names the article, so the residual row holds it';
  return 'GRI 1 and 6: the words of the heading and of the rows below it name the article';
}

function rankedOf(
  leaves: readonly Leaf[],
  digits: number,
  confidence: (hts: string) => number,
): Static<typeof RankedCodesSchema> {
  const codes = rankAt(leaves, digits).slice(0, MOST_RANKED);
  return { digits, codes: codes.map(({ hts }) => ({ hts, confidence: shown(confidence(hts)) })) };
}

function readOf({ traits, votes, unitValue }: Reading): Classification['read'] {
  const stated = traits.map(({ trait, text, from }) => ({
    fact: trait.group,
    value: `${trait.name} (${text})`,
    from,
  }));
  const goods = [...new Set(votes.map(({ text, from }) => `${text}\t${from}`))].map((key) => {
    const [value = '', from = ''] = key.split('\t');
    return { fact: 'goods', value, from };
  });
  const value = unitValue
    ? [{ fact: 'value of one piece', value: `USD ${unitValue.toString()}`, from: 'unitValue' }]
    : [];
  return [...goods, ...stated, ...value];
}
