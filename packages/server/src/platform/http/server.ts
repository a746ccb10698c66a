import { randomUUID } from 'node:crypto';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  LogController,
} from 'fastify';
import type { NodeContext } from '../context.ts';
import { bodyLimits } from '../limits.ts';
import { answerError } from '../problem.ts';
import type { ServerCertificate } from '../tls/certificate.ts';
import { serializers, validators } from './compilers.ts';
import { guard } from './guard.ts';
import { headers } from './headers.ts';
import { jsonBody } from './json-body.ts';
import { multipartBody } from './multipart.ts';
import { requestLog } from './request-log.ts';

export interface HttpOptions {
  readonly certificate?: ServerCertificate;
  /** Compare every answer with the contract: for tests. */
  readonly checksAnswers?: boolean;
}

const requestIdForm = /^[A-Za-z0-9-]{8,64}$/;

/** The HTTP server without routes: bounds, checks, access, headers, logs and the one answer to every error. */
export async function createHttpServer(
  context: NodeContext,
  options: HttpOptions = {},
): Promise<FastifyInstance> {
  const { certificate, checksAnswers = false } = options;
  const app: FastifyInstance = Fastify({
    ...(certificate ? { https: { cert: certificate.certificate, key: certificate.privateKey } } : {}),
    loggerInstance: context.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyLimits.json,
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    schemaController: { compilersFactory: { buildSerializer: serializers(checksAnswers) } },
    routerOptions: { maxParamLength: 600 },
    genReqId: ({ headers: { 'x-request-id': asked } }) =>
      typeof asked === 'string' && requestIdForm.test(asked) ? asked : randomUUID(),
  }) as unknown as FastifyInstance;
  app.decorate('checksAnswers', checksAnswers);
  app.setValidatorCompiler(validators(checksAnswers));
  app.setErrorHandler((error: FastifyError, request, reply) =>
    answerError(error, request, reply, context.logger),
  );
  await app.register(requestLog, { logger: context.logger });
  await app.register(headers, { tls: certificate !== undefined });
  await app.register(jsonBody);
  await app.register(multipartBody);
  await app.register(guard, { context });
  return app;
}
