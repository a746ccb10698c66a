import { type CryptoPort, checkGtin, digestJson, type JsonValue } from '@portolan/kernel';
import type { ProductFacts } from './product.ts';

/**
 * What identifies a product: its GTIN (as 14 digits), else its SKU, else the digest of its facts without rulings and
 * price. Never a tariff code.
 */
export function productKey(facts: ProductFacts, crypto: CryptoPort): string {
  const { gtin, sku, rulings: _rulings, unitValue: _value, ...nature } = facts;
  return (
    identifierKeys({ ...(gtin ? { gtin } : {}), ...(sku ? { sku } : {}) })[0] ?? natureKey(nature, crypto)
  );
}

function natureKey(nature: object, crypto: CryptoPort): string {
  return `facts:${digestJson(crypto, nature as JsonValue).slice('sha256:'.length, 'sha256:'.length + 32)}`;
}

/** The keys under which a product with these identifiers may be known, the surer first. */
export function identifierKeys({ gtin, sku }: { readonly gtin?: string; readonly sku?: string }): string[] {
  const sound = gtin !== undefined && checkGtin(gtin).ok;
  return [...(sound ? [`gtin:${gtin.padStart(14, '0')}`] : []), ...(sku ? [`sku:${sku.trim()}`] : [])];
}
