import type { ProductView } from '@portolan/contract';
import type { ProductCodeRow, ProductRow } from './store.ts';

/** A product as its organization sees it. */
export function productView(row: ProductRow, codes: readonly ProductCodeRow[]): ProductView {
  return {
    key: row.product_key,
    facts: row.facts,
    codes: codes
      .filter(({ product_key }) => product_key === row.product_key)
      .map(({ code, given_by, given_at, provisional }) => ({
        ...code,
        by: given_by,
        at: given_at,
        provisional,
      })),
    ...(row.hts === null ? {} : { hts: row.hts }),
    provisional: row.provisional,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}
