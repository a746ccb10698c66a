import {
  answerVerifier as answerVerifierRoute,
  askWallet as askWalletRoute,
  getWalletRequest,
  listWalletRequests,
  readVerifierRequest as readVerifierRequestRoute,
} from '@portolan/contract';
import { ok, type Result, refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { registerCatalogue } from '../platform/catalogues.ts';
import { serve } from '../platform/http/serve.ts';
import { sendRefusals } from '../platform/problem.ts';
import { originOf } from '../vc-api/access.ts';
import { askWallet } from './ask.ts';
import { openid4vpCatalogue } from './catalogue.ts';
import type { WalletContext } from './context.ts';
import { answerVerifier, readVerifierRequest } from './present.ts';
import { deliverAnswer, requestObjectOf } from './reach.ts';
import { formOf, receiveAnswer } from './receive.ts';
import { listRequests, type RequestRow, readRequest } from './store.ts';
import { requestView } from './views.ts';
import { heldOfTypes } from './wallet.ts';

const acting = { roles: ['filer', 'signer', 'lead', 'officer'], scope: 'sign' } as const;
const PAGE = 25;
const FORM_BYTES = 1024 * 1024;

/** Presenting to and from wallets by OpenID4VP 1.0: request objects, direct_post, DCQL. */
export function openid4vpRoutes(app: FastifyInstance, context: WalletContext): void {
  registerCatalogue(openid4vpCatalogue);
  askingRoutes(app, context);
  presentingRoutes(app, context);
  void app.register(async (scope) => walletRoutes(scope, context));
}

function askingRoutes(app: FastifyInstance, context: WalletContext): void {
  serve(
    app,
    askWalletRoute,
    async ({ body, auth, request }) => {
      const origin = originOf(context, request);
      const row = await askWallet(context, auth.tenant, { ...body, origin });
      return row.ok ? ok(requestView(row.value, origin, context.clock.now())) : row;
    },
    acting,
  );

  serve(app, listWalletRequests, async ({ query, auth, request }) => {
    const { limit = PAGE, cursor = '0' } = query;
    const offset = /^\d{1,6}$/.test(cursor) ? Number(cursor) : 0;
    const { rows, total } = await listRequests(context.pool, auth.tenant.id, { offset, limit });
    const origin = originOf(context, request);
    const next = offset + rows.length < total ? { next: String(offset + rows.length) } : {};
    return ok({ items: rows.map((row) => requestView(row, origin, context.clock.now())), total, ...next });
  });

  serve(app, getWalletRequest, async ({ params, auth, request }) => {
    const row = await readRequest(context.pool, params.id);
    if (!row || row.tenant_id !== auth.tenant.id) return unknownRequest(params.id);
    return ok(requestView(row, originOf(context, request), context.clock.now()));
  });
}

function presentingRoutes(app: FastifyInstance, context: WalletContext): void {
  serve(
    app,
    readVerifierRequestRoute,
    async ({ body, auth }) => {
      const object = await requestObjectOf(context, body.request);
      if (!object.ok) return object;
      const read = await readVerifierRequest(context, object.value);
      if (!read.ok) return read;
      const { verifier, responseUri, nonce, queries } = read.value;
      const found = await Promise.all(
        queries.map(async ({ id, types }) => ({
          ...{ id, types: [...types] },
          candidates: (await heldOfTypes(context.pool, auth.tenant.id, types)).map(
            ({ digest, title, type }) => ({
              ...{ digest, title, type },
            }),
          ),
        })),
      );
      return ok({ request: object.value, verifier, responseUri, nonce, queries: found });
    },
    acting,
  );

  serve(
    app,
    answerVerifierRoute,
    async ({ body, auth }) => {
      const { request, credentials, send = false } = body;
      const signed = await answerVerifier(context, auth.tenant, auth.member.id, request, credentials);
      if (!signed.ok || !send) return signed;
      const { responseUri, form } = signed.value;
      return ok({ responseUri, form, delivery: await deliverAnswer(context, responseUri, form) });
    },
    acting,
  );
}

/** What the wallet itself asks and sends: it has no seat here, and knows the request's id alone. */
function walletRoutes(app: FastifyInstance, context: WalletContext): void {
  const open = { config: { access: 'public' as const }, schema: { hide: true } };
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_BYTES },
    (_request, text, done) => done(null, Object.fromEntries(new URLSearchParams(String(text)))),
  );

  app.get<{ Params: { id: string } }>('/openid4vp/:id/request', open, async ({ params }, reply) => {
    const row = await openRequest(context, params.id);
    if (!row.ok) return sendRefusals(reply, row.refusals);
    return reply
      .header('cache-control', 'no-store')
      .type('application/oauth-authz-req+jwt')
      .send(row.value.request);
  });

  app.post<{ Params: { id: string } }>('/openid4vp/:id/response', open, async ({ params, body }, reply) => {
    const row = await openRequest(context, params.id);
    const received = row.ok ? await receiveAnswer(context, row.value, formOf(body)) : row;
    if (!received.ok) return sendRefusals(reply, received.refusals);
    return reply.header('cache-control', 'no-store').send({});
  });
}

async function openRequest(context: WalletContext, id: string): Promise<Result<RequestRow>> {
  const row = await readRequest(context.pool, id);
  if (!row) return unknownRequest(id);
  if (row.answered_at !== null || row.expires_at < context.clock.now())
    return refused(openid4vpCatalogue.refuse('NODE_WALLET_REQUEST_CLOSED'));
  return ok(row);
}

function unknownRequest(id: string): Result<never> {
  const params = { id: id.slice(0, 80) };
  return refused(openid4vpCatalogue.refuse('NODE_WALLET_REQUEST_UNKNOWN', { path: '/id', params }));
}
