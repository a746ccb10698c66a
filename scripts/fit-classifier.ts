/**
 * Fits the confidence of classification (Platt scaling by length) and writes it into classifier-weights.json. Up to six
 * digits on the calibration and the catalogue products, which were written after the index and never changed it, each product
 * with the same weight. Beyond six digits on the share inside the right subheading of the development products.
 *
 *   node scripts/run.mjs scripts/fit-classifier.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import { rankAt } from '../packages/tariff/src/classify/calibrate.ts';
import { classifierOf } from '../packages/tariff/src/classify/classifier.ts';
import { descend } from '../packages/tariff/src/classify/descend.ts';
import { readProduct } from '../packages/tariff/src/classify/read-product.ts';
import { readKnownProducts } from '../packages/tariff/src/classify/testing/known-products.ts';

interface Point {
  readonly share: number;
  readonly right: boolean;
}

const ROUNDS = 20_000;
const STEP = 0.1;

const reference = loadEmbeddedReference();
const [edition] = reference.editions;
if (!edition) throw new Error('no edition');
const tables = reference.classification;
const classifier = classifierOf(edition, tables);
const development = readKnownProducts('development');
const independent = [...readKnownProducts('calibration'), ...readKnownProducts('catalogue')];

const outside = [2, 4, 6].map((digits) => [
  digits,
  independent.flatMap((product) => pointOf(product, digits)),
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

function pointOf({ facts, truth }: Known, digits: number): Point[] {
  if (truth.length < digits) return [];
  const [best] = rankAt(descend(classifier, readProduct(facts, tables)), digits);
  return [{ share: best?.share ?? 0, right: best?.hts === truth.slice(0, digits) }];
}

function insidePoint({ facts, truth }: Known, digits: number): Point[] {
  if (truth.length < digits) return [];
  const leaves = descend(classifier, readProduct(facts, tables)).filter(({ hts }) =>
    hts.startsWith(truth.slice(0, 6)),
  );
  const total = leaves.reduce((sum, { share }) => sum + share, 0);
  const [best] = rankAt(leaves, digits);
  const share = (best?.share ?? 0) / total;
  return best && share < 0.99999 ? [{ share, right: best.hts === truth.slice(0, digits) }] : [];
}

function scaleOf(points: readonly Point[]): { slope: number; offset: number } {
  let [slope, offset] = [1, 0];
  for (let round = 0; round < ROUNDS; round++) {
    let [bySlope, byOffset] = [0, 0];
    for (const { share, right } of points) {
      const held = Math.min(0.9999, Math.max(0.0001, share));
      const odds = Math.log(held / (1 - held));
      const error = 1 / (1 + Math.exp(-(slope * odds + offset))) - Number(right);
      bySlope += error * odds;
      byOffset += error;
    }
    slope -= (STEP * bySlope) / points.length;
    offset -= (STEP * byOffset) / points.length;
  }
  return { slope: Number(slope.toFixed(3)), offset: Number(offset.toFixed(3)) };
}
