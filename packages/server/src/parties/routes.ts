import { partiesCatalogue } from '@portolan/parties';
import type { FastifyInstance } from 'fastify';
import { registerCatalogue } from '../platform/catalogues.ts';
import type { TradeContext } from '../trade/context.ts';
import { partyServiceCatalogue } from './catalogue.ts';
import { attestationRoutes } from './routes/attestations.ts';
import { authorityRoutes } from './routes/authority.ts';
import { oversightRoutes } from './routes/oversight.ts';
import { registerRoutes } from './routes/register.ts';
import { attestationRequestRoutes } from './routes/requests.ts';
import { standingRoutes } from './routes/standings.ts';

/** All routes of this area: attestations, standings, oversight, the public register. */
export function partyRoutes(app: FastifyInstance, context: TradeContext): void {
  for (const catalogue of [partiesCatalogue, partyServiceCatalogue]) registerCatalogue(catalogue);
  attestationRoutes(app, context);
  authorityRoutes(app, context);
  attestationRequestRoutes(app, context);
  standingRoutes(app, context);
  oversightRoutes(app, context);
  registerRoutes(app, context);
}
