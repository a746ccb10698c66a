import {
  answerRequest as answerRequestRoute,
  closeRequest as closeRequestRoute,
  escalateRequest as escalateRequestRoute,
  extendRequest as extendRequestRoute,
  getRequest,
  listRequests,
  listRequestTemplates,
  openRequest,
  type RequestTemplateView,
  type RequestView,
} from '@portolan/contract';
import { ok, type Result } from '@portolan/kernel';
import type { RequestTemplate } from '@portolan/programs';
import type { FastifyInstance } from 'fastify';
import { registerCatalogue } from '../../platform/catalogues.ts';
import { readUpload } from '../../platform/http/multipart.ts';
import { serve } from '../../platform/http/serve.ts';
import type { Auth } from '../../platform/tenant.ts';
import type { TradeContext } from '../context.ts';
import { actNow } from '../routes/call.ts';
import { searchTerms } from '../routes/page.ts';
import { answerRequest } from './answer.ts';
import { readAnswerFields } from './answer-fields.ts';
import { askForInformation } from './ask.ts';
import { askExtension } from './ask-extension.ts';
import { requestCatalogue } from './catalogue.ts';
import { closeRequest, escalateRequest, extendRequest } from './decide.ts';
import { answererRoles, officerRoles } from './may.ts';
import { requestsOf } from './store.ts';
import { requestSummary, requestView } from './view.ts';

const officers = { roles: officerRoles, scope: 'decide' as const };
const answerers = { roles: answererRoles, scope: 'file' as const };
const both = { roles: [...officerRoles, ...answererRoles] };

registerCatalogue(requestCatalogue);

/** Requests for information (Form 28), from both sides of the thread. */
export function requestRoutes(app: FastifyInstance, context: TradeContext): void {
  const seen = async (auth: Auth, id: string, done: Result<unknown>): Promise<Result<RequestView>> =>
    done.ok ? requestView(context, auth, id) : done;

  serve(app, listRequestTemplates, async () => {
    const programs = [...context.programs.values()];
    return ok({ items: programs.flatMap(({ requestTemplates }) => requestTemplates.map(templateView)) });
  });

  serve(app, listRequests, async ({ auth, query: { q, state, cursor, limit = 25 } }) => {
    const offset = /^\d{1,9}$/.test(cursor ?? '') ? Number(cursor) : 0;
    const now = context.clock.now();
    const inState = state ? { inState: { state, now } } : {};
    const page = { ...inState, words: searchTerms(q), limit, offset };
    const { rows, total } = await requestsOf(context.pool, auth.tenant.id, page);
    const next = offset + limit < total ? { next: String(offset + limit) } : {};
    return ok({ items: rows.map((row) => requestSummary(row, auth.tenant.did, now)), total, ...next });
  });

  serve(app, getRequest, ({ auth, params }) => requestView(context, auth, params.id));

  serve(
    app,
    openRequest,
    async ({ auth, params, body }) => {
      const opened = await askForInformation(context, actNow(context, auth), params.entryNumber, body);
      return opened.ok ? requestView(context, auth, opened.value) : opened;
    },
    officers,
  );

  serve(
    app,
    answerRequestRoute,
    async ({ auth, params: { id }, request }) => {
      const upload = await readUpload(request);
      if (!upload.ok) return upload;
      const answer = readAnswerFields(upload.value);
      if (!answer.ok) return answer;
      return seen(auth, id, await answerRequest(context, actNow(context, auth), id, answer.value));
    },
    answerers,
  );

  serve(
    app,
    extendRequestRoute,
    async ({ auth, params: { id }, body }) => {
      const extend = auth.tenant.kind === 'agency' ? extendRequest : askExtension;
      return seen(auth, id, await extend(context, actNow(context, auth), id, body));
    },
    both,
  );

  serve(
    app,
    escalateRequestRoute,
    async ({ auth, params: { id }, body }) =>
      seen(auth, id, await escalateRequest(context, actNow(context, auth), id, body)),
    officers,
  );

  serve(
    app,
    closeRequestRoute,
    async ({ auth, params: { id }, body }) =>
      seen(auth, id, await closeRequest(context, actNow(context, auth), id, body)),
    officers,
  );
}

function templateView(template: RequestTemplate): RequestTemplateView {
  const { id, subject, title, explanation, questions, confidentialAnswer, days, cite } = template;
  return {
    ...{ id, subject, title, explanation, confidentialAnswer, days, cite },
    questions: questions.map(({ id: question, text, wants }) => ({ id: question, text, wants })),
  };
}
