import { didDocumentJson } from '@portolan/credentials';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { callerOf } from '../access.ts';
import type { VcContext } from '../context.ts';
import { type Resolution, resolutionErrors } from './resolution.ts';
import { resolveDidUrl } from './resolve.ts';

const open = { config: { access: 'public' as const }, schema: { hide: true } };
const RESOLUTION_CONTEXT = 'https://w3id.org/did-resolution/v1';
const RESULT_TYPES = ['application/did-resolution', 'application/did-url-dereferencing'];
const LD_RESULT = 'application/ld+json;profile="https://w3id.org/did-resolution"';
/** Types of a document without what was found out about it. */
const DOCUMENT_TYPES = ['application/did+ld+json', 'application/did+json', 'application/did'];

interface Query {
  readonly publicKeyFormat?: string;
  readonly versionTime?: string;
  readonly versionId?: string;
}

/** The resolver over HTTP (DID Resolution, "HTTP(S) Binding"); who may call it is `vcApiMode`. */
export function identifierRoutes(app: FastifyInstance, context: VcContext): void {
  app.get<{ Params: { '*': string }; Querystring: Query }>(
    '/1.0/identifiers/*',
    open,
    async (request, reply) => {
      const caller = callerOf(context, request);
      const text = request.params['*'].slice(0, 4000);
      return answer(reply, await resolveDidUrl(context, caller, text, textsOf(request.query)));
    },
  );
}

/** A parameter that stands twice is none. */
function textsOf(query: Query): Query {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => typeof value === 'string'));
}

function answer(reply: FastifyReply, resolution: Resolution): FastifyReply {
  const accept = reply.request.headers.accept ?? '';
  const documentType = DOCUMENT_TYPES.find(
    (type) => accept.includes(type) && !accept.includes('did-resolution'),
  );
  if (documentType !== undefined && resolution.kind === 'document')
    return reply.type(documentType).send(JSON.stringify(didDocumentJson(resolution.document)));
  const type = RESULT_TYPES.find((name) => accept.includes(name)) ?? LD_RESULT;
  return reply
    .code(statusOf(resolution))
    .type(type)
    .send(JSON.stringify(resultOf(resolution)));
}

function statusOf(resolution: Resolution): number {
  if (resolution.kind === 'error') return resolutionErrors[resolution.error];
  return resolution.kind === 'deactivated' ? 410 : 200;
}

/** A resolution result (DID Core 1.0, section 7.1). What a DID URL names stands where the document would. */
function resultOf(resolution: Resolution): Record<string, unknown> {
  const head = { '@context': RESOLUTION_CONTEXT };
  const metadata = { contentType: 'application/did+ld+json' };
  switch (resolution.kind) {
    case 'document':
      return {
        ...head,
        ...{ didDocument: didDocumentJson(resolution.document), didDocumentMetadata: {} },
        didResolutionMetadata: metadata,
      };
    case 'part':
      return {
        ...head,
        ...{ didDocument: resolution.part, contentStream: resolution.part, didDocumentMetadata: {} },
        didDereferencingMetadata: metadata,
      };
    case 'deactivated':
      return {
        ...head,
        didDocument: null,
        didDocumentMetadata: { deactivated: true, updated: resolution.since },
        didResolutionMetadata: metadata,
      };
    case 'error':
      return {
        ...head,
        ...{ didDocument: null, didDocumentMetadata: {} },
        [resolution.of === 'resolution' ? 'didResolutionMetadata' : 'didDereferencingMetadata']: {
          error: resolution.error,
          ...(resolution.refusals.length > 0 ? { refusals: resolution.refusals } : {}),
        },
      };
  }
}
