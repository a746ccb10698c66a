/**
 * Fits the confidence of classification (Platt scaling by length) and writes it into classifier-weights.json. Up to six
 * digits on the calibration products, and on the development products with four of ten trade terms left out, since the
 * index was written beside them; both with the same weight in all. Beyond six digits on the share inside the right
 * subheading of the development products.
 *
 *   node scripts/run.mjs scripts/fit-classifier.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import { rankAt } from '../packages/tariff/src/classify/calibrate.ts';
import { classifierOf } from '../packages/tariff/src/classify/classifier.ts';
import { descend } from '../packages/tariff/src/classify/descend.ts';
import { readProduct } from '../packages/tariff/src/classify/read-product.ts';
import type { ClassificationTables } from '../packages/tariff/src/classify/tables.ts';
import { readKnownProducts } from '../packages/tariff/src/classify/testing/known-products.ts';

interface Point {
  readonly share: number;
  readonly right: boolean;
  readonly weight: number;
}

const LEFT_OUT = 0.4;
const ROUNDS = 20_000;
const STEP = 0.1;

const reference = loadEmbeddedReference();
const [edition] = reference.editions;
if (!edition) throw new Error('no edition');
const tables = reference.classification;
const classifier = classifierOf(edition, tables);
const development = readKnownProducts('development');
const calibration = readKnownProducts('calibration');
const balance = development.length / calibration.length;

const outside = [2, 4, 6].map((digits) => [
  digits,
  [
    ...calibration.flatMap((product) => pointOf(product, digits, tables, balance)),
    ...development.flatMap((product) => pointOf(product, digits, thinned(), 1)),
  ],
]) as [number, Point[]][];
const inside = [8, 10].map((digits) => [
  digits,
  development.flatMap((product) => insidePoint(product, digits)),
]) as [number, Point[]][];
const file = new URL('../packages/tariff/data/classifier-weights.json', import.meta.url);
const weights = JSON.parse(readFileSync(file, 'utf8')) as object;
const fitted = [...outside, ...inside].map(([digits, points]) => ({ digits, ...scaleOf(points) }));
writeFileSync(file, `${JSON.stringify({ ...weights, calibration: fitted }, null, 2)}\n`);
console.log(fitted);

type Known = ReturnType<typeof readKnownProducts>[number];

function pointOf(
  { facts, truth }: Known,
  digits: number,
  using: ClassificationTables,
  weight: number,
): Point[] {
  if (truth.length < digits) return [];
  const [best] = rankAt(descend(classifier, readProduct(facts, using)), digits);
  return [{ share: best?.share ?? 0, right: best?.hts === truth.slice(0, digits), weight }];
}

function insidePoint({ facts, truth }: Known, digits: number): Point[] {
  if (truth.length < digits) return [];
  const leaves = descend(classifier, readProduct(facts, tables)).filter(({ hts }) =>
    hts.startsWith(truth.slice(0, 6)),
  );
  const total = leaves.reduce((sum, { share }) => sum + share, 0);
  const [best] = rankAt(leaves, digits);
  const share = (best?.share ?? 0) / total;
  return best && share < 0.99999 ? [{ share, right: best.hts === truth.slice(0, digits), weight: 1 }] : [];
}

/** The index with some of its terms left out, by a hash of the term and never by chance. */
function thinned(): ClassificationTables {
  const kept = (text: string) => hash(text) >= LEFT_OUT;
  return {
    traits: tables.traits,
    weights: tables.weights,
    terms: {
      find: (words) =>
        tables.terms.find(words).filter(({ from, to }) =>
          kept(
            `a${words
              .slice(from, to)
              .map(({ text }) => text)
              .join(' ')}`,
          ),
        ),
    },
  };
}

/** FNV-1a, as a share of one in thousandths. */
function hash(text: string): number {
  let value = 2_166_136_261;
  for (const letter of text) value = Math.imul(value ^ letter.charCodeAt(0), 16_777_619);
  return ((value >>> 0) % 1_000) / 1_000;
}

function scaleOf(points: readonly Point[]): { slope: number; offset: number } {
  let [slope, offset] = [1, 0];
  for (let round = 0; round < ROUNDS; round++) {
    let [bySlope, byOffset] = [0, 0];
    for (const { share, right, weight } of points) {
      const held = Math.min(0.9999, Math.max(0.0001, share));
      const odds = Math.log(held / (1 - held));
      const error = weight * (1 / (1 + Math.exp(-(slope * odds + offset))) - Number(right));
      bySlope += error * odds;
      byOffset += error;
    }
    slope -= (STEP * bySlope) / points.length;
    offset -= (STEP * byOffset) / points.length;
  }
  return { slope: Number(slope.toFixed(3)), offset: Number(offset.toFixed(3)) };
}
