import { didDocumentJson, didWebOf, type StatusPurpose } from '@portolan/credentials';
import { refused } from '@portolan/kernel';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendRefusals } from '../../platform/problem.ts';
import { credentialServiceCatalogue } from '../catalogue.ts';
import type { CredentialContext, Issuer } from '../context.ts';
import { credentialMediaType } from '../status/media-type.ts';
import { currentList } from '../status/publish.ts';
import { knownKeys } from '../trust/known-keys.ts';

const open = { config: { access: 'public' as const }, schema: { hide: true } };
const listsKept = 'public, max-age=60';
const documentsKept = 'public, max-age=300';

interface ListParams {
  readonly tenant: string;
  readonly purpose: string;
  readonly number?: string;
}

/** What every verifier in the world may read: status lists and DID documents. Nothing is recorded about who reads them. */
export function publishedRoutes(app: FastifyInstance, context: CredentialContext): void {
  const answerList = async ({ params }: { params: ListParams }, reply: FastifyReply) =>
    sendList(context, params, reply);
  app.get<{ Params: ListParams }>('/status/:tenant/:purpose', open, answerList);
  app.get<{ Params: ListParams }>('/status/:tenant/:purpose/:number', open, answerList);

  app.get('/.well-known/did.json', open, async (_request, reply) =>
    sendDocument(context, ownDid(context, ''), reply),
  );
  app.get<{ Params: { slug: string } }>('/t/:slug/did.json', open, async ({ params }, reply) =>
    sendDocument(
      context,
      /^[a-z0-9-]+$/.test(params.slug) ? ownDid(context, `/t/${params.slug}`) : undefined,
      reply,
    ),
  );
}

async function sendList(
  context: CredentialContext,
  { tenant, purpose, number = '1' }: ListParams,
  reply: FastifyReply,
) {
  const issuer =
    /^[1-9]\d{0,5}$/.test(number) && isPurpose(purpose) ? await readIssuer(context, tenant) : undefined;
  const list = issuer
    ? await currentList(context, issuer, { purpose: purpose as StatusPurpose, number: Number(number) })
    : refused(credentialServiceCatalogue.refuse('NODE_STATUS_LIST_UNKNOWN'));
  if (!list.ok) return sendRefusals(reply, list.refusals);
  return reply
    .header('cache-control', listsKept)
    .type(credentialMediaType(reply.request.headers.accept))
    .send(JSON.stringify(list.value.credential));
}

function isPurpose(text: string): text is StatusPurpose {
  return text === 'revocation' || text === 'suspension';
}

async function readIssuer({ pool }: CredentialContext, slug: string): Promise<Issuer | undefined> {
  const { rows } = await pool.query<Issuer>({
    name: 'status-issuer',
    text: 'select id, slug, sample from tenants where slug = $1',
    values: [slug],
  });
  return rows[0];
}

function ownDid({ settings }: CredentialContext, path: string): string | undefined {
  return settings.publicUrl === undefined ? undefined : didWebOf(`${settings.publicUrl}${path}`);
}

async function sendDocument(context: CredentialContext, did: string | undefined, reply: FastifyReply) {
  const document = did === undefined ? undefined : (await knownKeys(context.pool, [did])).documents.get(did);
  if (!document) return sendRefusals(reply, [credentialServiceCatalogue.refuse('NODE_DID_UNPUBLISHED')]);
  return reply
    .header('cache-control', documentsKept)
    .type('application/did+json')
    .send(JSON.stringify(didDocumentJson(document)));
}
