import { tariffCatalogue } from '@portolan/tariff';
import type { FastifyInstance } from 'fastify';
import { registerCatalogue } from '../platform/catalogues.ts';
import type { NodeContext } from '../platform/context.ts';
import { shelfCatalogue } from './catalogue.ts';
import { createComparer } from './compare/comparer.ts';
import { dataRoutes } from './routes/data.ts';
import { dutyRoutes } from './routes/duty.ts';
import { editionRoutes } from './routes/editions.ts';
import { lineRoutes } from './routes/lines.ts';
import { worksheetRoutes } from './routes/worksheets.ts';

/** The tariff over HTTP: the schedule and its editions, duty, worksheets, and the data that they are computed with. */
export function tariffRoutes(
  app: FastifyInstance,
  { clock, pool, reference }: Pick<NodeContext, 'clock' | 'pool' | 'reference'>,
): void {
  for (const catalogue of [tariffCatalogue, shelfCatalogue]) registerCatalogue(catalogue);
  const context = { clock, pool, library: reference.library };
  lineRoutes(app, context);
  editionRoutes(app, context, createComparer(context.library.source));
  dutyRoutes(app, context);
  worksheetRoutes(app, context);
  dataRoutes(app, context);
}
