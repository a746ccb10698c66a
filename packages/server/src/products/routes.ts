import {
  classifyRoute,
  compareEntryCodes,
  decideProduct,
  getProduct,
  listProducts,
  saveProduct,
} from '@portolan/contract';
import { dateInZone, ok } from '@portolan/kernel';
import { classifyProduct, parseProductFacts } from '@portolan/tariff';
import type { FastifyInstance } from 'fastify';
import { registerCatalogue } from '../platform/catalogues.ts';
import { serve } from '../platform/http/serve.ts';
import { customsZone, editionOn } from '../tariff/edition.ts';
import type { TradeContext } from '../trade/context.ts';
import { actNow } from '../trade/routes/call.ts';
import { searchTerms } from '../trade/routes/page.ts';
import { productCatalogue } from './catalogue.ts';
import { compareEntry } from './compare-entry.ts';
import { giveCode, keepProduct, pastOf, productOf } from './library.ts';
import { repriceDrafts } from './reprice.ts';
import { codesOfProducts, findProducts } from './store.ts';
import { productView } from './view.ts';

const keepers = { roles: ['filer', 'signer', 'lead'] as const, scope: 'file' as const };
const DEFAULT_LIMIT = 25;

/** Classification by facts, the library of products, and the facts of an entry beside its codes. */
export function productRoutes(app: FastifyInstance, context: TradeContext): void {
  registerCatalogue(productCatalogue);

  serve(
    app,
    classifyRoute,
    async ({ body, auth }) => {
      const facts = parseProductFacts(body.facts);
      if (!facts.ok) return facts;
      const { reference } = await context.reference.library.shelf(auth.tenant.id);
      const now = context.clock.now();
      const edition = editionOn(reference, body, now);
      if (!edition.ok) return edition;
      const { key, known, past } = await pastOf(context, auth.tenant.id, facts.value);
      const moment = { date: body.date ?? dateInZone(now, customsZone), knownAt: now };
      const options = { moment, past, ...(body.limit === undefined ? {} : { limit: body.limit }) };
      const classification = classifyProduct(facts.value, edition.value, reference, options);
      return ok({ key, known, classification });
    },
    { scope: 'read' },
  );

  serve(app, listProducts, async ({ auth, query }) => {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const offset = Number(query.cursor ?? 0) || 0;
    const { rows, total } = await findProducts(context.pool, {
      tenantId: auth.tenant.id,
      words: searchTerms(query.q),
      ...(query.state ? { state: query.state } : {}),
      ...{ offset, limit },
    });
    const keys = rows.map(({ product_key }) => product_key);
    const codes = await codesOfProducts(context.pool, auth.tenant.id, keys);
    const next = offset + rows.length < total ? { next: String(offset + rows.length) } : {};
    return ok({ items: rows.map((row) => productView(row, codes)), total, ...next });
  });

  serve(app, getProduct, ({ auth, params }) => productOf(context, auth.tenant.id, params.key));

  serve(
    app,
    saveProduct,
    ({ auth, body }) => keepProduct(context, actNow(context, auth), body.facts),
    keepers,
  );

  serve(
    app,
    decideProduct,
    async ({ auth, params, body }) => {
      const act = actNow(context, auth);
      const product = await giveCode(context, act, params.key, body);
      if (!product.ok) return product;
      return ok({ product: product.value, drafts: await repriceDrafts(context, act) });
    },
    keepers,
  );

  serve(app, compareEntryCodes, ({ auth, params }) =>
    compareEntry(context, auth.tenant.id, params.entryNumber),
  );
}
