import type { Route } from '@portolan/contract';
import type { Auth, MemberRole, TokenScope } from '../tenant.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in, or undefined. */
    signedIn: Auth | undefined;
    /** Who is signed in. Throws on a public route that nobody signed in to: a bug of the route. */
    readonly auth: Auth;
  }
  interface FastifyContextConfig {
    /** Who may call the route; unset = any member who is signed in. */
    access?: Route['access'];
    /** Roles that may call it; unset = every role. */
    roles?: readonly MemberRole[];
    /** Scope that an API token needs; unset = 'read' for GET, 'file' for the rest. */
    scope?: TokenScope;
  }
}
