import type { Route } from '@portolan/contract';
import { ok, type Refusal, type Result } from '@portolan/kernel';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import './request.ts';
import { explainError, sendRefusals } from '../problem.ts';
import type { Auth, MemberRole, TokenScope } from '../tenant.ts';

type Part<S> = S extends TSchema ? Static<S> : undefined;

/** One call of a contract's route, with its parts as the schema has checked them. */
export interface Call<R extends Route> {
  readonly params: Part<R['params']>;
  readonly query: Part<R['query']>;
  readonly body: Part<R['body']>;
  readonly auth: Auth;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface ServeOptions {
  readonly roles?: readonly MemberRole[];
  readonly scope?: TokenScope;
  /** Bytes; bodyLimits.json unless told. */
  readonly bodyLimit?: number;
  /** How refusals are answered where a standard has a form of its own for them; RFC 9457 with the coded list unless told. */
  readonly refuse?: (reply: FastifyReply, refusals: readonly Refusal[]) => FastifyReply;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Tests compare every answer with the contract; the node trusts its handlers. */
    checksAnswers: boolean;
  }
}

/** Serves a route of the contract: access, checks and description come from it. A refusal that is returned is answered as a problem. */
export function serve<const R extends Route>(
  app: FastifyInstance,
  route: R,
  handler: (call: Call<R>) => Promise<Result<Static<R['response']>>>,
  options: ServeOptions = {},
): void {
  const check = app.checksAnswers ? answerCheck(route) : undefined;
  const { roles, scope, bodyLimit, refuse } = options;
  app.route({
    method: route.method,
    url: route.url,
    schema: schemaOf(route),
    config: { access: route.access, ...(roles ? { roles } : {}), ...(scope ? { scope } : {}) },
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
    ...(refuse ? { errorHandler: answerWith(refuse) } : {}),
    async handler(request, reply) {
      const result = await handler(callOf(request, reply));
      if (!result.ok) return (refuse ?? sendRefusals)(reply, result.refusals);
      check?.(result.value);
      if (route.status) reply.code(route.status);
      return reply.type('application/json').send(JSON.stringify(result.value));
    },
  });
}

function answerWith(refuse: NonNullable<ServeOptions['refuse']>) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
    refuse(reply, explainError(error, request, request.log));
}

function callOf<R extends Route>(request: FastifyRequest, reply: FastifyReply): Call<R> {
  const parts = { params: request.params, query: request.query, body: request.body, request, reply };
  return Object.defineProperty(parts, 'auth', { get: () => request.auth }) as unknown as Call<R>;
}

function schemaOf(route: Route): Record<string, unknown> {
  const { summary, params, query, body, response, status = 200, multipart } = route;
  return {
    summary,
    ...(params ? { params } : {}),
    ...(query ? { querystring: query } : {}),
    ...(body && !multipart ? { body } : {}),
    ...(multipart ? { consumes: ['multipart/form-data'] } : {}),
    ...(route.access === 'public' ? { security: [] } : {}),
    response: { [status]: response },
  };
}

function answerCheck(route: Route): (answer: unknown) => void {
  const compiled = Compile(route.response);
  return (answer) => {
    const sent: unknown = JSON.parse(JSON.stringify(answer));
    if (compiled.Check(sent)) return;
    const [first] = compiled.Errors(sent);
    throw new Error(
      `${route.method} ${route.url} answers against its contract: ${first?.instancePath} ${first?.message}`,
    );
  };
}

/** The answer of a route that only does something. */
export const acknowledged = ok({ ok: true as const });
