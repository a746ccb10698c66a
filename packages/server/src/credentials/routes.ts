import { credentialsCatalogue } from '@portolan/credentials';
import { documentsCatalogue } from '@portolan/documents';
import type { FastifyInstance } from 'fastify';
import { registerCatalogue } from '../platform/catalogues.ts';
import { credentialServiceCatalogue } from './catalogue.ts';
import type { CredentialContext } from './context.ts';
import { evidenceRoutes } from './evidence/routes.ts';
import { presentationRoutes } from './presentation/routes.ts';
import { issuedRoutes } from './routes/credentials.ts';
import { publishedRoutes } from './routes/published.ts';
import { trustRoutes } from './routes/trust.ts';

/** All routes of this area: credentials, presentations, trust register, status lists, DID documents. */
export function credentialRoutes(app: FastifyInstance, context: CredentialContext): void {
  for (const catalogue of [credentialsCatalogue, documentsCatalogue, credentialServiceCatalogue])
    registerCatalogue(catalogue);
  issuedRoutes(app, context);
  presentationRoutes(app, context);
  trustRoutes(app, context);
  publishedRoutes(app, context);
  evidenceRoutes(app, context);
}
