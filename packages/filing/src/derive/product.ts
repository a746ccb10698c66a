import type { CommercialInvoiceLine } from '@portolan/documents';
import {
  type Classification,
  type ClassificationReference,
  classifyProduct,
  type Edition,
  identifierKeys,
  type ProductFacts,
} from '@portolan/tariff';
import type { Desk, ProductOnRecord } from './desk.ts';
import type { GoodsLine } from './invoice-line.ts';

/** Begins the rule of a code that the filer's product library gave. */
export const PRODUCT_LIBRARY = 'product library: ';

/** The product of the filer's library that an invoice line names by GTIN or item number. */
export function productOnRecord({ given }: Desk, { line }: GoodsLine): ProductOnRecord | undefined {
  const keys = identifierKeys(identifiersOf(line));
  for (const key of keys) {
    const known = given.products?.find((product) => product.keys.includes(key));
    if (known) return known;
  }
  return undefined;
}

function identifiersOf({ gtin, sku }: CommercialInvoiceLine): { gtin?: string; sku?: string } {
  return { ...(gtin ? { gtin } : {}), ...(sku ? { sku } : {}) };
}

/** What an invoice line says of its product: words, identifiers and the price of one piece. */
export function factsOfLine({ line }: Pick<GoodsLine, 'line'>): ProductFacts | undefined {
  const { description, unitPrice, quantity } = line;
  if (!/\p{L}/u.test(description)) return undefined;
  const dollars = unitPrice?.currency === 'USD' && quantity.unit === 'C62' ? unitPrice.amount : undefined;
  return {
    title: description.slice(0, 1000),
    ...identifiersOf(line),
    ...(dollars && /^\d{1,12}(\.\d{1,6})?$/.test(dollars) ? { unitValue: dollars } : {}),
  };
}

/** Classifications kept for an edition: drafts are derived again with every change. */
const KEPT = 2000;
const kept = new WeakMap<Edition, Map<string, Classification>>();

/** The classification of what an invoice line says; the same words of the same edition are classified once. */
export function classifiedLine(
  edition: Edition,
  reference: ClassificationReference,
  line: Pick<GoodsLine, 'line'>,
): Classification | undefined {
  const facts = factsOfLine(line);
  if (!facts) return undefined;
  const known = kept.get(edition) ?? new Map<string, Classification>();
  kept.set(edition, known);
  const key = `${facts.title}\t${facts.unitValue ?? ''}`;
  const answer = known.get(key) ?? classifyProduct(facts, edition, reference, { limit: 2 });
  if (known.size >= KEPT) known.clear();
  known.set(key, answer);
  return answer;
}
