import {
  addDraftDocuments,
  copyEntry as copyEntryRoute,
  createDraft as createDraftRoute,
  type Draft,
  discardDraft as discardDraftRoute,
  fileDocuments,
  fileDraft as fileDraftRoute,
  getDraft,
  listDrafts,
  planCopy as planCopyRoute,
  removeDraftDocument,
  typeDraftFields,
} from '@portolan/contract';
import { type JsonValue, ok, type Result, refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { readUpload } from '../../platform/http/multipart.ts';
import { acknowledged, serve } from '../../platform/http/serve.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import { addDocuments, discardDraft, removeDocument, typeFields } from '../draft/change.ts';
import { copyEntry, planCopy } from '../draft/copy.ts';
import { createDraft } from '../draft/create.ts';
import { fileDraft } from '../draft/file.ts';
import { fileAtOnce } from '../draft/file-at-once.ts';
import { openDraft } from '../draft/open.ts';
import type { Act } from '../draft/steps.ts';
import { draftSummary, draftView } from '../draft/view.ts';
import { listCases } from '../store/cases.ts';
import { actNow, actOf } from './call.ts';
import { cursorAfter, readCursor, searchTerms } from './page.ts';

const filers = { roles: ['filer', 'signer', 'lead'] as const, scope: 'file' as const };

/** Drafts and filing, for the trade. */
export function draftRoutes(app: FastifyInstance, context: TradeContext): void {
  serve(app, listDrafts, async ({ auth, query }) => {
    const { rows, total } = await listCases(context.pool, {
      tenantId: auth.tenant.id,
      states: query.state === 'discarded' ? ['discarded'] : ['draft'],
      words: searchTerms(query.q),
      limit: (query.limit ?? 25) + 1,
      ...after(query.cursor),
    });
    const limit = query.limit ?? 25;
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return ok({
      items: rows.slice(0, limit).map(draftSummary),
      total,
      ...(last ? { next: cursorAfter(last) } : {}),
    });
  });

  serve(
    app,
    createDraftRoute,
    async ({ auth, request }) => {
      const upload = await readUpload(request);
      if (!upload.ok) return upload;
      const act = actOf(context, auth, upload.value.fields.storyAt);
      if (!act.ok) return act;
      const created = await createDraft(context, act.value, upload.value.files);
      return created.ok ? view(context, act.value, created.value) : created;
    },
    filers,
  );

  serve(app, getDraft, ({ auth, params }) => view(context, actNow(context, auth), params.id));

  serve(
    app,
    addDraftDocuments,
    async ({ auth, request, params }) => {
      const upload = await readUpload(request);
      if (!upload.ok) return upload;
      const act = actNow(context, auth);
      const added = await addDocuments(context, act, params.id, upload.value.files);
      return added.ok ? view(context, act, params.id) : added;
    },
    filers,
  );

  serve(
    app,
    removeDraftDocument,
    async ({ auth, params }) => {
      const act = actNow(context, auth);
      const removed = await removeDocument(context, act, params.id, params.digest);
      return removed.ok ? view(context, act, params.id) : removed;
    },
    filers,
  );

  serve(
    app,
    typeDraftFields,
    async ({ auth, params, body }) => {
      const act = actNow(context, auth);
      const change = { typed: body.typed as Record<string, JsonValue>, undo: body.undo ?? [] };
      const typed = await typeFields(context, act, params.id, change);
      return typed.ok ? view(context, act, params.id) : typed;
    },
    filers,
  );

  serve(
    app,
    copyEntryRoute,
    async ({ auth, params }) => {
      const act = actNow(context, auth);
      const copied = await copyEntry(context, act, params.entryNumber);
      return copied.ok ? view(context, act, copied.value) : copied;
    },
    filers,
  );

  serve(app, planCopyRoute, ({ auth, params }) =>
    planCopy(context, actNow(context, auth), params.entryNumber),
  );

  serve(
    app,
    fileDraftRoute,
    ({ auth, params }) => fileDraft(context, actNow(context, auth), params.id),
    filers,
  );

  serve(
    app,
    discardDraftRoute,
    async ({ auth, params }) => {
      const discarded = await discardDraft(context, actNow(context, auth), params.id);
      return discarded.ok ? acknowledged : discarded;
    },
    filers,
  );

  serve(
    app,
    fileDocuments,
    async ({ auth, request }) => {
      const key = request.headers['idempotency-key'];
      if (typeof key !== 'string' || key === '')
        return refused(tradeCatalogue.refuse('NODE_IDEMPOTENCY_KEY_MISSING'));
      const upload = await readUpload(request);
      if (!upload.ok) return upload;
      const act = actOf(context, auth, upload.value.fields.storyAt);
      if (!act.ok) return act;
      return fileAtOnce(context, act.value, { key: key.slice(0, 200), ...upload.value });
    },
    filers,
  );
}

function after(cursor: string | undefined) {
  const place = readCursor(cursor);
  return place ? { after: place } : {};
}

async function view(context: TradeContext, act: Act, caseId: string): Promise<Result<Draft>> {
  const opened = await openDraft(context, context.pool, act, caseId);
  return opened.ok ? ok(await draftView(context, opened.value)) : opened;
}
