import type { Route } from '@portolan/contract';
import type { Result } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import type { Static, TSchema } from 'typebox';
import { sendRefusals } from '../problem.ts';
import type { Auth } from '../tenant.ts';

/** A file as an answer: its bytes, what they are, and the name to save them under. */
export interface FileAnswer {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly fileName: string;
}

interface FileCall<R extends Route> {
  readonly params: R['params'] extends TSchema ? Static<R['params']> : undefined;
  readonly auth: Auth;
}

/** Serves a route of the contract that answers with a file; refusals are problems as on every other route. */
export function serveFile<const R extends Route>(
  app: FastifyInstance,
  route: R,
  handler: (call: FileCall<R>) => Promise<Result<FileAnswer>>,
): void {
  const { url, method, summary, access, params } = route;
  app.route({
    url,
    method,
    schema: { summary, ...(params ? { params } : {}) },
    config: { access },
    async handler(request, reply) {
      const result = await handler({ params: request.params as FileCall<R>['params'], auth: request.auth });
      if (!result.ok) return sendRefusals(reply, result.refusals);
      const { bytes, mediaType, fileName } = result.value;
      return reply
        .type(mediaType)
        .header('cache-control', 'private, no-store')
        .header('content-disposition', `inline; filename="${fileName.replace(/[^\w.-]/g, '_')}"`)
        .send(Buffer.from(bytes));
    },
  });
}
