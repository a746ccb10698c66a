import type { Evidence } from '@portolan/documents';
import type { ProductOnRecord } from '@portolan/filing';
import { identifierKeys } from '@portolan/tariff';
import type { Queryable } from '../trade/store/bulk.ts';
import { codesOfProducts, readProducts } from './store.ts';

/** Products of the library that the lines of invoices name, with the code that each uses: one query for all lines. */
export async function productsOnRecord(
  db: Queryable,
  tenantId: string,
  evidence: readonly Evidence[],
): Promise<ProductOnRecord[]> {
  const keys = [...new Set(evidence.flatMap(keysOf))];
  const rows = (await readProducts(db, tenantId, keys)).filter(({ hts }) => hts !== null);
  const codes = await codesOfProducts(
    db,
    tenantId,
    rows.map(({ product_key }) => product_key),
  );
  return rows.map(({ product_key, hts, provisional }) => {
    const code = codes.findLast((one) => one.product_key === product_key && one.code.hts === hts)?.code;
    const basis = code ? `${code.kind} ${code.reference} of ${code.effective}` : product_key;
    return { keys: [product_key], hts: hts ?? '', provisional, basis };
  });
}

function keysOf(item: Evidence): string[] {
  if (item.type !== 'CommercialInvoice') return [];
  return item.document.lines.flatMap(({ gtin, sku }) =>
    identifierKeys({ ...(gtin ? { gtin } : {}), ...(sku ? { sku } : {}) }),
  );
}
