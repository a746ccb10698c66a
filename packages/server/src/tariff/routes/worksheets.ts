import { computeValueRoute, getTariffChoices, originRoute, type TariffChoices } from '@portolan/contract';
import { ok } from '@portolan/kernel';
import { computeValue, originWorksheet, type TariffReference } from '@portolan/tariff';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/serve.ts';
import { shelfFor, type TariffContext } from '../context.ts';

const readsOnly = { scope: 'read' } as const;

/** Worksheets of value and origin, and the codes that their forms offer. They store nothing. */
export function worksheetRoutes(app: FastifyInstance, context: TariffContext): void {
  serve(
    app,
    computeValueRoute,
    async ({ body, auth }) => {
      const { reference } = await shelfFor(context, auth);
      const { knownAt = context.clock.now() } = body;
      return computeValue({ ...body, knownAt }, reference);
    },
    readsOnly,
  );

  serve(
    app,
    originRoute,
    async ({ body, auth }) => originWorksheet(body, (await shelfFor(context, auth)).reference),
    readsOnly,
  );

  serve(app, getTariffChoices, async ({ auth }) => ok(choicesOf((await shelfFor(context, auth)).reference)));
}

function choicesOf(reference: TariffReference): TariffChoices {
  const { incoterms, adjustments, exchangeRates } = reference.value;
  const coded = <T>(rows: readonly T[], code: (row: T) => string, name: (row: T) => string) => {
    const byCode = new Map(rows.map((row) => [code(row), { code: code(row), name: name(row) }]));
    return [...byCode.values()];
  };
  return {
    incoterms: coded(
      incoterms,
      (row) => row.code,
      (row) => row.name,
    ),
    adjustments: coded(
      adjustments,
      (row) => row.kind,
      (row) => row.name,
    ),
    currencies: [...new Set(exchangeRates.map(({ currency }) => currency))].toSorted(),
    agreements: coded(
      reference.origin.agreements,
      (row) => row.id,
      (row) => row.name,
    ),
    programs: coded(
      reference.programs,
      (row) => row.spi,
      (row) => row.name,
    ),
    modes: coded(
      reference.modes,
      (row) => row.code,
      (row) => row.name,
    ),
    entryTypes: coded(
      reference.entryTypes.filter(({ computed }) => computed),
      (row) => row.code,
      (row) => row.name,
    ),
    cases: coded(
      reference.cases,
      (row) => row.case,
      (row) => row.name,
    ),
  };
}
