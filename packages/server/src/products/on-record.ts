import type { Evidence } from '@portolan/documents';
import type { ProductOnRecord } from '@portolan/filing';
import { dateInZone, type Instant } from '@portolan/kernel';
import { identifierKeys } from '@portolan/tariff';
import { customsZone } from '../tariff/edition.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import { currentCode } from './current-code.ts';
import { codesOfProducts } from './store.ts';

/** Products of the library that the lines of invoices name, with the code that each uses on a day: one query for all lines. */
export async function productsOnRecord(
  db: Queryable,
  tenantId: string,
  evidence: readonly Evidence[],
  at: Instant,
): Promise<ProductOnRecord[]> {
  const keys = [...new Set(evidence.flatMap(keysOf))];
  const codes = Map.groupBy(await codesOfProducts(db, tenantId, keys), ({ product_key }) => product_key);
  const day = dateInZone(at, customsZone);
  return [...codes].flatMap(([key, given]) => {
    const current = currentCode(given, day);
    if (!current) return [];
    const { kind, reference, effective, hts } = current.code;
    const basis = `${kind} ${reference}, effective ${effective}`;
    return [{ keys: [key], hts, provisional: current.provisional, basis }];
  });
}

function keysOf(item: Evidence): string[] {
  if (item.type !== 'CommercialInvoice') return [];
  return item.document.lines.flatMap(({ gtin, sku }) =>
    identifierKeys({ ...(gtin ? { gtin } : {}), ...(sku ? { sku } : {}) }),
  );
}
