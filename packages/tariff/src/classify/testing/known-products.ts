import { readFileSync } from 'node:fs';
import type { ProductFacts } from '../product.ts';

/** A product whose code is known, to as many digits as are sure. */
export interface KnownProduct {
  readonly facts: ProductFacts;
  readonly truth: string;
}

/**
 * Products that the project wrote itself, with codes of the 2026 schedule. The index of trade terms was written beside
 * the development products. The other two were written after it, and it was not changed for them: the calibration products are
 * what is hard to name, the catalogue products eight of each part of a general shop (pets, clothing, arts, baby, industry, optics,
 * electronics, food, furniture, hardware, health, home, luggage, media, office, festive, sports, toys, vehicles).
 */
export function readKnownProducts(set: 'development' | 'calibration' | 'catalogue'): KnownProduct[] {
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
