import {
  forgetColumnMapping,
  getOrder,
  listColumnMappings,
  listOrders,
  previewColumns,
  saveColumnMapping,
} from '@portolan/contract';
import { mappingFields, type OrderState, previewTable, tableDocuments } from '@portolan/documents';
import { ok, refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { registerCatalogue } from '../platform/catalogues.ts';
import { readUpload } from '../platform/http/multipart.ts';
import { acknowledged, serve } from '../platform/http/serve.ts';
import type { TradeContext } from '../trade/context.ts';
import { searchTerms } from '../trade/routes/page.ts';
import { orderBook } from './book.ts';
import { ordersCatalogue } from './catalogue.ts';
import { forgetMapping, listMappings, mappingsFor, saveMapping } from './mappings.ts';
import { orderSummary, orderView } from './view.ts';

const traders = { roles: ['filer', 'signer', 'lead'] as const };

/** Orders from their papers to the entry, and what the columns of spreadsheets mean. */
export function orderRoutes(app: FastifyInstance, context: TradeContext): void {
  registerCatalogue(ordersCatalogue);
  serve(app, listOrders, async ({ auth, query }) => {
    const book = await orderBook(context, auth.tenant.id, query.back);
    const found = searched(book.file.graph.orders, searchTerms(query.q), query.state);
    const newest = found
      .map((state) => orderSummary(book, state))
      .sort(
        (left, right) => compare(right.date ?? '', left.date ?? '') || compare(left.number, right.number),
      );
    const start = Number(query.cursor ?? 0) || 0;
    const end = start + (query.limit ?? 25);
    return ok({
      items: newest.slice(start, end),
      total: newest.length,
      ...(end < newest.length && { next: String(end) }),
      ...((book.left.papers > 0 || book.left.filings > 0 || book.left.events > 0) && { leftOff: book.left }),
    });
  });

  serve(app, getOrder, async ({ auth, params, query }) => {
    const book = await orderBook(context, auth.tenant.id, query.back);
    const state = book.file.graph.orders.find(({ order }) => order === params.id);
    if (!state) return refused(ordersCatalogue.refuse('NODE_ORDER_UNKNOWN', { params: { id: params.id } }));
    return ok(orderView(book, state));
  });

  serve(app, listColumnMappings, async ({ auth }) =>
    ok({ items: await listMappings(context.pool, auth.tenant.id) }),
  );
  serve(
    app,
    saveColumnMapping,
    ({ auth, body }) =>
      saveMapping(context.pool, auth.tenant.id, body, { at: context.clock.now(), by: auth.member.name }),
    traders,
  );
  serve(
    app,
    forgetColumnMapping,
    async ({ auth, params }) => {
      await forgetMapping(context.pool, auth.tenant.id, params.fingerprint);
      return acknowledged;
    },
    traders,
  );
  serve(app, previewColumns, async ({ auth, request }) => {
    const upload = await readUpload(request);
    if (!upload.ok) return upload;
    const [file] = upload.value.files;
    if (!file) return refused(ordersCatalogue.refuse('NODE_TABLE_MISSING'));
    const preview = previewTable(file, context.crypto);
    if (!preview.ok) return preview;
    const { fingerprint, headings, rows, proposal } = preview.value;
    const known = (await mappingsFor(context.pool, auth.tenant.id, [fingerprint])).get(fingerprint);
    const fields = Object.fromEntries(tableDocuments.map((type) => [type, [...mappingFields(type).keys()]]));
    return ok({
      fingerprint,
      headings: [...headings],
      rows: rows.map((cells) => [...cells]),
      proposal: known ?? proposal,
      remembered: known !== undefined,
      fields,
    });
  });
}

function searched(orders: readonly OrderState[], words: readonly string[], standing?: string): OrderState[] {
  return orders.filter(({ number, buyer, seller, lines, standing: own }) => {
    if (standing && own !== standing) return false;
    const text = [number, buyer, seller, ...lines.slice(0, 200).map(({ description }) => description)];
    const all = text.join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
