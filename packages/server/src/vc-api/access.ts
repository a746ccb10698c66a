import type { FastifyRequest } from 'fastify';
import { isLoopback } from '../platform/access/hosts.ts';
import { nodeCatalogue } from '../platform/catalogue.ts';
import type { NodeContext } from '../platform/context.ts';
import { nodeTenantId } from '../platform/node-tenant.ts';
import { RefusedError } from '../platform/refused-error.ts';
import { vcApiCatalogue } from './catalogue.ts';
import type { VcCaller } from './context.ts';

/** Who may use the VC API: nobody, members with a token, or everybody who reaches the node. */
export type VcApiMode = 'off' | 'token' | 'open';

type ModeContext = Pick<NodeContext, 'config' | 'settings'>;

/** As configured; the sample community on this machine alone is open, every other node keeps it off until told. */
export function vcApiMode({ config, settings }: ModeContext): VcApiMode {
  return config.vcApi ?? (settings.sample && isLoopback(config.host) ? 'open' : 'off');
}

/** For whom a request is answered. Throws a refusal for those who may not call. */
export function callerOf(context: ModeContext, request: FastifyRequest): VcCaller {
  const mode = vcApiMode(context);
  const origin = originOf(context, request);
  const { signedIn } = request;
  if (mode === 'off') throw new RefusedError(vcApiCatalogue.refuse('NODE_VC_API_OFF'));
  if (signedIn?.scopes.includes('sign'))
    return { tenantId: signedIn.tenant.id, actor: signedIn.member.id, origin };
  if (mode === 'token') throw new RefusedError(nodeCatalogue.refuse('NODE_SIGN_IN_REQUIRED'));
  return { tenantId: nodeTenantId, actor: 'anybody', origin };
}

/** Where what a node publishes is found: its public address; a node of this machine alone may be asked by any of its names. */
export function originOf({ config, settings }: ModeContext, { protocol, headers }: FastifyRequest): string {
  if (settings.publicUrl !== undefined) return settings.publicUrl;
  return isLoopback(config.host) ? `${protocol}://${headers.host}` : `https://${settings.logOrigin}`;
}
