import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import { instant } from '@portolan/kernel';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import fastify, { type FastifyInstance } from 'fastify';
import { clockAt } from '../../platform/clock.ts';
import type { Auth } from '../../platform/tenant.ts';
import { tariffRoutes } from '../routes.ts';
import { createLibrary } from '../shelf/library.ts';

const auth: Auth = {
  tenant: {
    id: '00000000-0000-4000-8000-000000000001',
    slug: 'broker',
    name: 'Sample Broker',
    kind: 'trade',
    roles: ['broker'],
    did: 'did:key:sample',
    sample: true,
  },
  member: { id: '00000000-0000-4000-8000-000000000002', name: 'Sample Filer', role: 'filer' },
  by: 'session',
  scopes: [],
};

export interface TariffAnswer<T> {
  readonly status: number;
  readonly body: T;
}

/** The tariff's routes alone: what comes with the program, nothing imported, no database. */
export interface TariffApp {
  get<T>(url: string): Promise<TariffAnswer<T>>;
  post<T>(url: string, payload: object): Promise<TariffAnswer<T>>;
  close(): Promise<void>;
}

export async function tariffApp(): Promise<TariffApp> {
  const app = fastify() as unknown as FastifyInstance;
  app.setValidatorCompiler(TypeBoxValidatorCompiler as Parameters<typeof app.setValidatorCompiler>[0]);
  app.decorate('checksAnswers', true);
  app.decorateRequest('auth', { getter: () => auth });
  type Given = Parameters<typeof tariffRoutes>[1];
  const pool = { query: async () => ({ rows: [] }) } as unknown as Given['pool'];
  const tariff = loadEmbeddedReference();
  tariffRoutes(app, {
    clock: clockAt(instant('2026-11-22T12:00:00.000Z')),
    reference: { tariff, library: createLibrary(pool, tariff) },
    pool,
  });
  await app.ready();
  const answered = <T>(answer: { statusCode: number; json(): unknown }): TariffAnswer<T> => ({
    status: answer.statusCode,
    body: answer.json() as T,
  });
  return {
    get: async (url) => answered(await app.inject(url)),
    post: async (url, payload) => answered(await app.inject({ method: 'POST', url, payload })),
    close: () => app.close(),
  };
}
