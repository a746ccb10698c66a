import { readFileSync } from 'node:fs';
import type { ProductFacts } from '../product.ts';

/** A product whose code is known, to as many digits as are sure. */
export interface KnownProduct {
  readonly facts: ProductFacts;
  readonly truth: string;
}

/**
 * Products that the project wrote itself, with codes of the 2026 schedule. The index of trade terms was written beside
 * the development products; the calibration products were written after it, and it was not changed for them.
 */
export function readKnownProducts(set: 'development' | 'calibration'): KnownProduct[] {
  return readFileSync(new URL(`./${set}-products.tsv`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((row) => {
      const [title = '', attributes = '', truth = ''] = row.split('\t');
      const pairs = attributes.split(';').map((pair) => pair.split(':').map((cell) => cell.trim()));
      return {
        facts: { title, attributes: Object.fromEntries(pairs.map(([key = '', value = '']) => [key, value])) },
        truth,
      };
    });
}
