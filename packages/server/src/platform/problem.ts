import type { Refusal } from '@portolan/kernel';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { nodeCatalogue } from './catalogue.ts';
import { statusOf } from './catalogues.ts';
import { isDatabaseAway } from './database-away.ts';
import { bodyLimits } from './limits.ts';
import { RefusedError } from './refused-error.ts';
import { validationRefusals } from './validation.ts';

/** Answers refusals as RFC 9457 problem details; the status is that of the first refusal's catalogue entry. */
export function sendRefusals(reply: FastifyReply, refusals: readonly Refusal[]): FastifyReply {
  drain(reply.request);
  const status = statusOf(refusals);
  const title = refusals[0]?.message ?? 'Refused';
  const type = `/docs/refusals#${refusals[0]?.code ?? ''}`;
  return reply
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type, title, status, refusals, requestId: reply.request.id }));
}

/** Whoever is refused half-way through an upload must be able to read why: what is still coming is thrown away. */
function drain({ raw }: FastifyRequest): void {
  if (raw.readableEnded) return;
  raw.unpipe();
  raw.resume();
}

/** The one place where whatever a handler threw becomes an answer. What is not a refusal is a bug: logged, not shown. */
export function answerError(
  error: FastifyError | RefusedError,
  request: FastifyRequest,
  reply: FastifyReply,
  logger: Logger,
): FastifyReply {
  return sendRefusals(reply, explainError(error, request, logger));
}

/** The refusals that a thrown error comes to; what is none is a bug, which is logged and not shown. */
export function explainError(
  error: FastifyError | RefusedError,
  request: FastifyRequest,
  logger: Pick<Logger, 'error'>,
): readonly Refusal[] {
  const refusals = refusalsOf(error, request);
  if (refusals) return refusals;
  logger.error({ requestId: request.id, route: request.routeOptions.url, err: error }, 'request failed');
  return [nodeCatalogue.refuse('NODE_FAULT', { params: { requestId: request.id } })];
}

function refusalsOf(
  error: FastifyError | RefusedError,
  request: FastifyRequest,
): readonly Refusal[] | undefined {
  if (error instanceof RefusedError) return error.refusals;
  if (error.validation) return validationRefusals(error);
  if (isDatabaseAway(error)) return [nodeCatalogue.refuse('NODE_UNREADY')];
  return frameworkRefusal(error, request);
}

/** What Fastify and its multipart reader refuse on their own, in the node's words. */
function frameworkRefusal(error: FastifyError, request: FastifyRequest): readonly Refusal[] | undefined {
  const type = request.headers['content-type'] ?? '';
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return [
        nodeCatalogue.refuse('NODE_BODY_TOO_LARGE', {
          params: { limit: request.routeOptions.bodyLimit ?? bodyLimits.json },
        }),
      ];
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return [nodeCatalogue.refuse('NODE_MEDIA_TYPE', { params: { type: type.slice(0, 80) } })];
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return [nodeCatalogue.refuse('NODE_BODY_MISSING')];
    case 'FST_REQ_FILE_TOO_LARGE':
    case 'FST_FILES_LIMIT':
    case 'FST_FIELDS_LIMIT':
    case 'FST_PARTS_LIMIT':
    case 'FST_PROTO_VIOLATION':
      return [multipartRefusal(error.message)];
    default:
      return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
        ? [nodeCatalogue.refuse('NODE_METHOD')]
        : undefined;
  }
}

export function multipartRefusal(reason: string): Refusal {
  return nodeCatalogue.refuse('NODE_MULTIPART', {
    path: '/files',
    params: { reason, files: bodyLimits.files, bytes: bodyLimits.fileBytes },
  });
}
