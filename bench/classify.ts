/**
 * Accuracy of classification beside plain BM25 over the same texts, calibration error, and time. On the products that the
 * project wrote itself, and, where the data is at hand, on the evaluation set of `PORTOLAN_SHARED` (default ../shared),
 * which nothing was trained on or keyed to.
 *
 *   node scripts/run.mjs bench/classify.ts [--edition 2025-rev-32] [--dev]
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { classifyProduct, type ProductFacts } from '@portolan/tariff';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import {
  type KnownProduct,
  readKnownProducts,
} from '../packages/tariff/src/classify/testing/known-products.ts';
import { type Accuracy, type Answered, measure, plainBm25 } from './classify-measure.ts';

/** US dollars for a yuan, about: the set gives no date; it only tells values of some cents from values of many dollars. */
const YUAN = 0.14;

const args = process.argv.slice(2);
const reference = loadEmbeddedReference();
const asked = args.includes('--edition') ? args[args.indexOf('--edition') + 1] : '2026-rev-10';
const edition = reference.editions.find(({ id }) => id === asked);
if (!edition) throw new Error(`no edition ${asked ?? ''}`);

const begin = process.cpuUsage();
classifyProduct({ title: 'cotton shirt' }, edition, reference);
console.log(
  `edition ${edition.id}; opened and indexed in ${milliseconds(begin).toFixed(0)} ms of processor time (aim 2,000)`,
);
const bm25 = plainBm25(edition);

report('own development products (the constants were fitted on them)', readKnownProducts('development'));
report('own calibration products (confidence was fitted on them)', readKnownProducts('calibration'));
report('own catalogue products (confidence was fitted on them)', readKnownProducts('catalogue'));
const shared = join(
  resolve(process.env.PORTOLAN_SHARED ?? '../shared'),
  'data/classification/hscodecomp_316.jsonl',
);
if (!args.includes('--dev')) {
  if (existsSync(shared)) {
    const rows = readFileSync(shared, 'utf8')
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row) as EvaluationRow);
    report(
      'hscodecomp, title and attributes',
      rows.map((row) => evaluated(row, false)),
    );
    report(
      "hscodecomp, with the seller's categories and price",
      rows.map((row) => evaluated(row, true)),
    );
  } else console.log(`evaluation set not at hand: ${shared}`);
}

function report(name: string, products: readonly KnownProduct[]): void {
  const start = process.cpuUsage();
  const ours = measure(products.map(answer));
  const each = milliseconds(start) / products.length;
  const plain = measure(products.map(({ facts, truth }) => ({ truth, ranked: bm25(textOf(facts)) })));
  console.log(
    `\n${name}: ${products.length} products, ${each.toFixed(1)} ms of processor time each (aim 20)`,
  );
  console.log('digits  count   top-1   top-5   calibration error   BM25 top-1   BM25 top-5   times BM25');
  ours.forEach((row, at) => {
    const other = plain[at];
    if (other) console.log(line(row, other));
  });
}

function answer({ facts, truth }: KnownProduct): Answered {
  if (!edition) throw new Error('no edition');
  const { ranked } = classifyProduct(facts, edition, reference);
  return {
    truth,
    ranked: new Map(
      ranked.map(({ digits, codes }) => [
        digits,
        codes.map(({ hts, confidence }) => ({ hts, confidence: Number(confidence) })),
      ]),
    ),
  };
}

function line(row: Accuracy, plain: Accuracy): string {
  const cells = [row.digits, row.count, percent(row.top1), percent(row.top5), row.error.toFixed(3)];
  const others = [
    percent(plain.top1),
    percent(plain.top5),
    (row.top1 / Math.max(1e-9, plain.top1)).toFixed(2),
  ];
  const widths = [6, 7, 8, 8, 20, 13, 13, 13];
  return [...cells, ...others].map((cell, at) => String(cell).padStart(widths[at] ?? 8)).join('');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

function milliseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
}

function textOf({ title = '', attributes = {}, category = [] }: ProductFacts): string {
  return [title, ...Object.entries(attributes).flat(), ...category].join(' ');
}

interface EvaluationRow {
  readonly product_name: string;
  readonly product_attributes: string;
  readonly price: number | null;
  readonly currency_code: string | null;
  readonly hs_code: number;
  readonly [category: `cate_lv${number}_desc`]: string | null;
}

function evaluated(row: EvaluationRow, wide: boolean): KnownProduct {
  const attributes = Object.entries(JSON.parse(row.product_attributes || '{}') as Record<string, unknown>);
  const levels = [1, 2, 3, 4, 5].flatMap((level) => row[`cate_lv${level}_desc`] ?? []);
  const category = levels.filter((name) => name !== '');
  const dollars = row.currency_code === 'CNY' ? (row.price ?? 0) * YUAN : (row.price ?? 0);
  const priced = wide && row.currency_code !== null && dollars > 0;
  return {
    truth: String(row.hs_code).padStart(10, '0'),
    facts: {
      title: row.product_name,
      attributes: Object.fromEntries(attributes.map(([key, value]) => [key, String(value)])),
      ...(wide ? { category } : {}),
      ...(priced ? { unitValue: dollars.toFixed(2) } : {}),
    },
  };
}
