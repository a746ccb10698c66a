import {
  answerRequest as answerRequestRoute,
  closeRequest as closeRequestRoute,
  escalateRequest as escalateRequestRoute,
  extendRequest as extendRequestRoute,
  getRequest,
  listRequests,
  listRequestTemplates,
  openRequest,
} from '@portolan/contract';
import { ok } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { readUpload } from '../../platform/http/multipart.ts';
import { serve } from '../../platform/http/serve.ts';
import type { TradeContext } from '../context.ts';
import { answerRequest, askExtension } from '../request/answer.ts';
import { askForInformation } from '../request/ask.ts';
import { closeRequest, escalateRequest, extendRequest } from '../request/decide.ts';
import { requestsOf } from '../request/store.ts';
import { requestSummary, requestView } from '../request/view.ts';
import { actNow } from './call.ts';
import { searchTerms } from './page.ts';

const officers = { roles: ['officer', 'lead'] as const, scope: 'decide' as const };
const answerers = { roles: ['filer', 'signer', 'lead'] as const, scope: 'file' as const };
const anybodyActing = { roles: ['officer', 'lead', 'filer', 'signer'] as const, scope: 'file' as const };

/** Requests for information (Form 28), from both sides of the thread. */
export function requestRoutes(app: FastifyInstance, context: TradeContext): void {
  serve(app, listRequestTemplates, async () => {
    const programs = [...context.programs.values()];
    const items = programs.flatMap(({ program }) =>
      program.requestTemplates.map(
        ({ id, subject, title, explanation, questions, confidentialAnswer, days, cite }) => ({
          ...{ id, subject, title, explanation, confidentialAnswer, days, cite },
          questions: questions.map(({ id: question, text, wants }) => ({ id: question, text, wants })),
        }),
      ),
    );
    return ok({ items });
  });

  serve(app, listRequests, async ({ auth, query }) => {
    const limit = query.limit ?? 25;
    const offset = Number(query.cursor ?? 0) || 0;
    const closed = query.state === undefined ? undefined : query.state === 'closed';
    const { rows, total } = await requestsOf(context.pool, auth.tenant.id, {
      ...{ closed, limit, offset },
      words: searchTerms(query.q),
    });
    const now = context.clock.now();
    const next = offset + limit < total ? { next: String(offset + limit) } : {};
    return ok({ items: rows.map((row) => requestSummary(row, auth.tenant.did, now)), total, ...next });
  });

  serve(
    app,
    openRequest,
    async ({ auth, params, body }) => {
      const act = actNow(context, auth);
      const opened = await askForInformation(context, act, params.entryNumber, body);
      return opened.ok ? requestView(context, auth, opened.value) : opened;
    },
    officers,
  );

  serve(app, getRequest, ({ auth, params }) => requestView(context, auth, params.id));

  serve(
    app,
    answerRequestRoute,
    async ({ auth, params, request }) => {
      const upload = await readUpload(request);
      if (!upload.ok) return upload;
      const { text = '', disclosure } = upload.value.fields;
      const answered = await answerRequest(context, actNow(context, auth), params.id, {
        text: text.slice(0, 8000),
        disclosure: disclosure === 'agency' ? 'agency' : 'all',
        files: upload.value.files,
      });
      return answered.ok ? requestView(context, auth, params.id) : answered;
    },
    answerers,
  );

  serve(
    app,
    extendRequestRoute,
    async ({ auth, params, body }) => {
      const act = actNow(context, auth);
      const extend = auth.tenant.kind === 'agency' ? extendRequest : askExtension;
      const extended = await extend(context, act, params.id, body);
      return extended.ok ? requestView(context, auth, params.id) : extended;
    },
    anybodyActing,
  );

  serve(
    app,
    escalateRequestRoute,
    async ({ auth, params, body }) => {
      const escalated = await escalateRequest(context, actNow(context, auth), params.id, body);
      return escalated.ok ? requestView(context, auth, params.id) : escalated;
    },
    officers,
  );

  serve(
    app,
    closeRequestRoute,
    async ({ auth, params, body }) => {
      const closed = await closeRequest(context, actNow(context, auth), params.id, body);
      return closed.ok ? requestView(context, auth, params.id) : closed;
    },
    officers,
  );
}
