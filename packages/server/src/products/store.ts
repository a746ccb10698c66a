import type { Instant } from '@portolan/kernel';
import type { PastCode, ProductFacts } from '@portolan/tariff';
import type { Queryable } from '../trade/store/bulk.ts';

/** A product of an organization's library. */
export interface ProductRow {
  readonly tenant_id: string;
  readonly product_key: string;
  readonly facts: ProductFacts;
  readonly search: string;
  /** The code that its next entry uses. */
  readonly hts: string | null;
  readonly provisional: boolean;
  readonly updated_at: Instant;
  readonly updated_by: string;
}

/** A code that was given to a product; never changed. */
export interface ProductCodeRow {
  readonly tenant_id: string;
  readonly product_key: string;
  readonly code_id: string;
  readonly code: PastCode;
  readonly provisional: boolean;
  readonly given_at: Instant;
  readonly given_by: string;
}

export async function readProducts(
  db: Queryable,
  tenantId: string,
  keys: readonly string[],
): Promise<ProductRow[]> {
  if (keys.length === 0) return [];
  const { rows } = await db.query<ProductRow>({
    name: 'products-read',
    text: 'select * from products where tenant_id = $1 and product_key = any($2::text[])',
    values: [tenantId, keys],
  });
  return rows;
}

export async function codesOfProducts(
  db: Queryable,
  tenantId: string,
  keys: readonly string[],
): Promise<ProductCodeRow[]> {
  if (keys.length === 0) return [];
  const { rows } = await db.query<ProductCodeRow>({
    name: 'product-codes-read',
    text: `select * from product_codes where tenant_id = $1 and product_key = any($2::text[])
           order by product_key, given_at, code_id`,
    values: [tenantId, keys],
  });
  return rows;
}

export async function putProduct(tx: Queryable, row: ProductRow): Promise<void> {
  await tx.query({
    name: 'product-put',
    text: `insert into products (tenant_id, product_key, facts, search, hts, provisional, updated_at, updated_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8)
           on conflict (tenant_id, product_key) do update set facts = excluded.facts, search = excluded.search,
             hts = excluded.hts, provisional = excluded.provisional, updated_at = excluded.updated_at,
             updated_by = excluded.updated_by`,
    values: [
      row.tenant_id,
      row.product_key,
      JSON.stringify(row.facts),
      row.search,
      row.hts,
      row.provisional,
      row.updated_at,
      row.updated_by,
    ],
  });
}

export async function addCode(tx: Queryable, row: ProductCodeRow): Promise<void> {
  await tx.query({
    name: 'product-code-add',
    text: `insert into product_codes (tenant_id, product_key, code_id, code, provisional, given_at, given_by)
           values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [
      row.tenant_id,
      row.product_key,
      row.code_id,
      JSON.stringify(row.code),
      row.provisional,
      row.given_at,
      row.given_by,
    ],
  });
}

export interface ProductQuery {
  readonly tenantId: string;
  readonly words: readonly string[];
  readonly state?: 'provisional' | 'unclassified';
  readonly offset: number;
  readonly limit: number;
}

/** A page of products, last changed first, and how many there are. */
export async function findProducts(
  db: Queryable,
  { tenantId, words, state, offset, limit }: ProductQuery,
): Promise<{ rows: ProductRow[]; total: number }> {
  const { rows } = await db.query<ProductRow & { total: string }>({
    name: 'products-find',
    text: `select *, count(*) over () as total from products
           where tenant_id = $1 and ($2::text[] = '{}' or search like all($2::text[]))
             and ($3::text is null or ($3 = 'provisional' and provisional) or ($3 = 'unclassified' and hts is null))
           order by updated_at desc, product_key desc offset $4 limit $5`,
    values: [tenantId, words.map(likeWord), state ?? null, offset, limit],
  });
  return { rows, total: Number(rows[0]?.total ?? 0) };
}

function likeWord(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}
