import type { FastifyRequest } from 'fastify';
import './request.ts';
import { nodeCatalogue } from '../catalogue.ts';
import { RefusedError } from '../refused-error.ts';
import type { Auth, TokenScope } from '../tenant.ts';

/** Refuses who may not call the route of this request. A route that says nothing is for signed-in members alone. */
export function checkAccess(request: FastifyRequest): void {
  const { access = 'member', roles, scope } = request.routeOptions.config;
  if (access === 'public') return;
  const { auth } = request;
  if (access === 'agency' && auth.tenant.kind !== 'agency') deny('NODE_AGENCY_ONLY');
  if (access === 'trade' && auth.tenant.kind !== 'trade') deny('NODE_TRADE_ONLY');
  if (roles && !roles.includes(auth.member.role))
    deny('NODE_ROLE_REQUIRED', { roles: roles.join(' or '), role: auth.member.role });
  checkScope(auth, scope ?? (isRead(request.method) ? 'read' : 'file'));
}

export function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

function checkScope(auth: Auth, scope: TokenScope): void {
  if (!auth.scopes.includes(scope)) deny('NODE_SCOPE_REQUIRED', { scope });
}

function deny(
  code: 'NODE_AGENCY_ONLY' | 'NODE_TRADE_ONLY' | 'NODE_ROLE_REQUIRED' | 'NODE_SCOPE_REQUIRED',
  params: Record<string, string> = {},
): never {
  throw new RefusedError(nodeCatalogue.refuse(code, { params }));
}
