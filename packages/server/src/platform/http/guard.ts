import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import './request.ts';
import { answersTo, hostName } from '../access/hosts.ts';
import { identifySession, identifyToken } from '../access/identify.ts';
import { nodeCatalogue } from '../catalogue.ts';
import type { NodeContext } from '../context.ts';
import { RefusedError } from '../refused-error.ts';
import type { Auth } from '../tenant.ts';
import { checkAccess } from './access.ts';
import { checkOrigin } from './origin.ts';

type GuardContext = Pick<NodeContext, 'pool' | 'clock' | 'config' | 'settings'>;

/** The name carries the node's id: two nodes on one machine share a cookie jar, since cookies know no ports. */
export function sessionCookieName({ settings }: Pick<NodeContext, 'settings'>): string {
  return `portolan_${settings.nodeId.slice(0, 8)}`;
}

/** Before anything else of a request is looked at: is the name ours, who asks, may they? Denied unless a route says otherwise. */
export const guard = fastifyPlugin(async (app: FastifyInstance, { context }: { context: GuardContext }) => {
  await app.register(cookie);
  app.decorateRequest('signedIn', undefined);
  app.decorateRequest('auth', {
    getter(this: FastifyRequest): Auth {
      if (this.signedIn) return this.signedIn;
      throw new RefusedError(nodeCatalogue.refuse('NODE_SIGN_IN_REQUIRED'));
    },
  });
  app.addHook('onRequest', async (request) => {
    checkHost(request, context);
    request.signedIn = await identify(request, context);
    if (request.signedIn?.by !== 'token') checkOrigin(request, context.settings.publicUrl);
    checkAccess(request);
  });
});

function checkHost(request: FastifyRequest, { config, settings }: GuardContext): void {
  const name = hostName(request.headers.host);
  const bound = { host: config.host, ...(settings.publicUrl ? { publicUrl: settings.publicUrl } : {}) };
  if (name !== undefined && answersTo(name, bound)) return;
  const host = (request.headers.host ?? '').slice(0, 80);
  throw new RefusedError(nodeCatalogue.refuse('NODE_HOST_REFUSED', { params: { host } }));
}

async function identify(request: FastifyRequest, context: GuardContext): Promise<Auth | undefined> {
  const at = context.clock.now();
  const { authorization } = request.headers;
  // A signed request says who asks by its signature; the addresses that take one look for themselves.
  if (authorization !== undefined && !/^Signature /i.test(authorization)) {
    const [, token = ''] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
    const auth = await identifyToken(context.pool, token, at);
    if (!auth) throw new RefusedError(nodeCatalogue.refuse('NODE_TOKEN_INVALID'));
    return auth;
  }
  const session = request.cookies[sessionCookieName(context)];
  return session === undefined ? undefined : identifySession(context.pool, session, at);
}
