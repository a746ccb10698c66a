import { setImmediate } from 'node:timers/promises';
import { getLineHistory, getTariffLine, getTariffOutline, searchTariff } from '@portolan/contract';
import { ok, refused } from '@portolan/kernel';
import { type Edition, parseHtsNumber, tariffCatalogue } from '@portolan/tariff';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/serve.ts';
import { shelfFor, type TariffContext } from '../context.ts';
import { editionOn } from '../edition.ts';
import { historyOf } from '../history.ts';
import { lineDetail, lineView, lookUpDate, notCurrent } from '../line-view.ts';

const DEFAULT_LIMIT = 25;

/** The schedule's lines: search, one line, a heading row by row, one line through the editions. */
export function lineRoutes(app: FastifyInstance, context: TariffContext): void {
  const { clock } = context;

  serve(app, searchTariff, async ({ query, auth }) => {
    const { reference } = await shelfFor(context, auth);
    const edition = editionOn(reference, query, clock.now());
    if (!edition.ok) return edition;
    const lines = edition.value.search(query.q, query.limit ?? DEFAULT_LIMIT);
    return ok({
      items: lines.map((line) => lineView(line, edition.value)),
      edition: edition.value.id,
      ...notCurrent(edition.value, lookUpDate(query.date, clock.now())),
    });
  });

  serve(app, getTariffLine, async ({ params, query, auth }) => {
    const { reference } = await shelfFor(context, auth);
    const edition = editionOn(reference, query, clock.now());
    if (!edition.ok) return edition;
    const hts = parseHtsNumber(params.hts, '/hts');
    if (!hts.ok) return hts;
    const line = edition.value.line(hts.value);
    if (line !== undefined)
      return ok(lineDetail(line, edition.value, reference, lookUpDate(query.date, clock.now())));
    const details = { path: '/hts', params: { hts: params.hts, edition: edition.value.id } };
    return refused(tariffCatalogue.refuse('TARIFF_LINE_NOT_FOUND', details));
  });

  serve(app, getTariffOutline, async ({ params: { prefix }, query, auth }) => {
    const { reference } = await shelfFor(context, auth);
    const edition = editionOn(reference, query, clock.now());
    if (!edition.ok) return edition;
    const rows = edition.value.outline(prefix).map((row) => ({ ...row, units: [...row.units] }));
    if (rows.length > 0) return ok({ prefix, edition: edition.value.id, rows });
    const details = { path: '/prefix', params: { hts: prefix, edition: edition.value.id } };
    return refused(tariffCatalogue.refuse('TARIFF_LINE_NOT_FOUND', details));
  });

  serve(app, getLineHistory, async ({ params, auth }) => {
    const hts = parseHtsNumber(params.hts, '/hts');
    if (!hts.ok) return hts;
    const shelf = await shelfFor(context, auth);
    await openAll(shelf.reference.editions, hts.value);
    return ok(historyOf(hts.value, shelf));
  });
}

/** Opens edition after edition, letting others be answered between them: each takes a good part of a second to open. */
async function openAll(editions: readonly Edition[], hts: string): Promise<void> {
  for (const edition of editions) {
    edition.line(hts);
    await setImmediate();
  }
}
