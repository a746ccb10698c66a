import type { ProductView } from '@portolan/contract';
import { dateInZone, ok, type Result, refused } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import {
  type PastCode,
  type ProductFacts,
  parseHtsNumber,
  parseProductFacts,
  productKey,
} from '@portolan/tariff';
import { withTransaction } from '../platform/transaction.ts';
import { customsZone } from '../tariff/edition.ts';
import type { TradeContext } from '../trade/context.ts';
import type { Act } from '../trade/draft/steps.ts';
import { timeId } from '../trade/store/time-id.ts';
import { productCatalogue } from './catalogue.ts';
import { currentCode } from './current-code.ts';
import { addCode, codesOfProducts, type ProductRow, putProduct, readProducts } from './store.ts';
import { productView } from './view.ts';

type Context = Pick<TradeContext, 'pool'>;

/** The key under which the library keeps a product. */
export function keyOf(facts: ProductFacts): string {
  return productKey(facts, nodeCrypto);
}

/** Keeps the facts of a product; what was decided of it stays. */
export async function keepProduct(
  context: Context,
  act: Act,
  facts: ProductFacts,
): Promise<Result<ProductView>> {
  const read = parseProductFacts(facts);
  if (!read.ok) return read;
  const key = keyOf(read.value);
  await withTransaction(context.pool, async (tx) => {
    const [known] = await readProducts(tx, act.tenant.id, [key]);
    await putProduct(tx, {
      tenant_id: act.tenant.id,
      product_key: key,
      facts: read.value,
      search: searchOf(key, read.value),
      hts: known?.hts ?? null,
      provisional: known?.provisional ?? false,
      updated_at: act.moment.at,
      updated_by: act.member.name,
    });
  });
  return productOf(context, act.tenant.id, key);
}

function searchOf(key: string, { title = '', description = '', sku = '', gtin = '' }: ProductFacts): string {
  return [key, title, sku, gtin, description].join(' ').toLowerCase().slice(0, 4000);
}

/** One product of the library. */
export async function productOf(
  { pool }: Context,
  tenantId: string,
  key: string,
): Promise<Result<ProductView>> {
  const [[row], codes] = await Promise.all([
    readProducts(pool, tenantId, [key]),
    codesOfProducts(pool, tenantId, [key]),
  ]);
  if (!row) return refused(unknown(key));
  return ok(productView(row, codes));
}

export interface GivenCode {
  readonly kind: PastCode['kind'];
  readonly hts: string;
  readonly reference?: string;
  readonly effective?: string;
  readonly reason?: string;
  readonly provisional?: boolean;
}

/** Codes kept for one product. */
const MOST_CODES = 200;

/** Gives a product a code: a decision of the organization, or a ruling. What was given before stays beside it. */
export async function giveCode(
  context: Context,
  act: Act,
  key: string,
  given: GivenCode,
): Promise<Result<ProductView>> {
  const hts = parseHtsNumber(given.hts, '/hts');
  if (!hts.ok) return hts;
  const product = await productOf(context, act.tenant.id, key);
  if (!product.ok) return product;
  const count = product.value.codes.length;
  if (count >= MOST_CODES)
    return refused(productCatalogue.refuse('NODE_PRODUCT_FULL', { params: { count } }));
  const day = dateInZone(act.moment.at, customsZone);
  const code: PastCode = {
    kind: given.kind,
    hts: hts.value,
    reference: given.reference ?? `decision of ${day}`,
    effective: given.effective ?? day,
    knownAt: act.moment.at,
    ...(given.reason ? { reason: given.reason } : {}),
  };
  const provisional = given.provisional ?? false;
  const standing = await codesOfProducts(context.pool, act.tenant.id, [key]);
  const { at } = act.moment;
  const by = act.member.name;
  const used = currentCode([...standing, { code, provisional }], day);
  const row: ProductRow = {
    tenant_id: act.tenant.id,
    product_key: key,
    facts: product.value.facts,
    search: searchOf(key, product.value.facts),
    hts: used?.code.hts ?? null,
    provisional: used?.provisional ?? false,
    updated_at: at,
    updated_by: by,
  };
  await withTransaction(context.pool, async (tx) => {
    await addCode(tx, {
      ...{ tenant_id: act.tenant.id, product_key: key, code_id: timeId(), code, provisional },
      ...{ given_at: at, given_by: by },
    });
    await putProduct(tx, row);
  });
  return productOf(context, act.tenant.id, key);
}

/** Codes on record for a product that is asked about; none where the library does not hold it. */
export async function pastOf({ pool }: Context, tenantId: string, facts: ProductFacts) {
  const key = keyOf(facts);
  const [rows, codes] = await Promise.all([
    readProducts(pool, tenantId, [key]),
    codesOfProducts(pool, tenantId, [key]),
  ]);
  const decided = codes.filter(({ provisional }) => !provisional).map(({ code }) => code);
  return { key, known: rows.length > 0, past: decided };
}

function unknown(key: string) {
  return productCatalogue.refuse('NODE_PRODUCT_UNKNOWN', { path: '/key', params: { key: key.slice(0, 80) } });
}
