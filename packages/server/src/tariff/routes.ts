import { computeDutyRoute, getTariffLine, searchTariff } from '@portolan/contract';
import { ok, refused } from '@portolan/kernel';
import { computeDuty, type DutyInput, parseHtsNumber, tariffCatalogue } from '@portolan/tariff';
import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';
import { registerCatalogue } from '../platform/catalogues.ts';
import type { NodeContext } from '../platform/context.ts';
import { serve } from '../platform/http/serve.ts';
import { editionOn } from './edition.ts';
import { lineView } from './line-view.ts';

const DEFAULT_LIMIT = 25;

/** The tariff over HTTP: search, one line, and duty of what-if lines. Reads the reference and the clock, stores nothing. */
export function tariffRoutes(
  app: FastifyInstance,
  { clock, reference }: Pick<NodeContext, 'clock' | 'reference'>,
): void {
  registerCatalogue(tariffCatalogue);

  serve(app, searchTariff, async ({ query }) => {
    const edition = editionOn(reference.tariff, query.date, clock.now());
    if (!edition.ok) return edition;
    const lines = edition.value.search(query.q, query.limit ?? DEFAULT_LIMIT);
    return ok({ items: lines.map((line) => lineView(line, edition.value)), edition: edition.value.id });
  });

  serve(app, getTariffLine, async ({ params, query }) => {
    const edition = editionOn(reference.tariff, query.date, clock.now());
    if (!edition.ok) return edition;
    const hts = parseHtsNumber(params.hts, '/hts');
    if (!hts.ok) return hts;
    const line = edition.value.line(hts.value);
    if (line !== undefined) return ok(lineView(line, edition.value));
    const details = { path: '/hts', params: { hts: params.hts, edition: edition.value.id } };
    return refused(tariffCatalogue.refuse('TARIFF_LINE_NOT_FOUND', details));
  });

  serve(app, computeDutyRoute, async ({ body, auth }) =>
    computeDuty(dutyInput(body, clock.now(), auth.member.name), reference.tariff),
  );
}

/**
 * A what-if has no entry yet: where the request does not say, it is a formal consumption entry by container vessel,
 * which owes both fees.
 */
function dutyInput(body: Static<typeof computeDutyRoute.body>, knownAt: string, by: string): DutyInput {
  const { entryType = '01', modeOfTransport = '11', date, override, lines } = body;
  return {
    entryType,
    modeOfTransport,
    date,
    importDate: date,
    knownAt,
    ...(override === undefined ? {} : { override: { reason: override, by } }),
    lines: lines.map((line, index) => ({ ...line, number: index + 1 })),
  };
}
