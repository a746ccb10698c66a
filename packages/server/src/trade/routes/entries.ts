import {
  answerAction as answerActionRoute,
  correctEntry as correctEntryRoute,
  decideEntry,
  getEntry,
  getEntryReceipts,
  listEntries,
  replayEntry,
  takeAction as takeActionRoute,
} from '@portolan/contract';
import { type JsonValue, ok } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/serve.ts';
import { answerAction } from '../action/answer.ts';
import { takeAction } from '../action/take.ts';
import type { TradeContext } from '../context.ts';
import { decide } from '../decision/officer.ts';
import { replayLast } from '../decision/replay.ts';
import { correctEntry } from '../draft/correct.ts';
import { findCase } from '../entry/filed.ts';
import { receiptsOf } from '../entry/receipts.ts';
import { entryRow } from '../entry/row.ts';
import { dossierView } from '../entry/view.ts';
import { type CaseState, listCases } from '../store/cases.ts';
import { actNow } from './call.ts';
import { cursorAfter, readCursor, searchTerms } from './page.ts';

const officers = { roles: ['officer', 'lead'] as const, scope: 'decide' as const };
const filers = { roles: ['filer', 'signer', 'lead'] as const, scope: 'file' as const };

/** Entries: lists, dossiers, receipts, replay, decisions, actions and corrections. */
export function entryRoutes(app: FastifyInstance, context: TradeContext): void {
  serve(app, listEntries, async ({ auth, query }) => {
    const limit = query.limit ?? 25;
    const place = readCursor(query.cursor);
    const { rows, total } = await listCases(context.pool, {
      tenantId: auth.tenant.id,
      faces: ['filer', 'agency', 'party'],
      notStates: ['draft', 'discarded'],
      ...(query.state ? { states: [query.state as CaseState] } : {}),
      words: searchTerms(query.q),
      limit: limit + 1,
      ...(place ? { after: place } : {}),
    });
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return ok({
      items: rows.slice(0, limit).map(entryRow),
      total,
      ...(last ? { next: cursorAfter(last) } : {}),
    });
  });

  serve(app, getEntry, ({ auth, params }) => dossierView(context, auth, params.entryNumber));

  serve(app, getEntryReceipts, async ({ auth, params }) => {
    const row = await findCase(context.pool, auth.tenant.id, params.entryNumber);
    if (!row.ok) return row;
    return ok({ entryNumber: row.value.entry_number ?? '', receipts: await receiptsOf(context, row.value) });
  });

  serve(app, replayEntry, async ({ auth, params }) => {
    const row = await findCase(context.pool, auth.tenant.id, params.entryNumber);
    if (!row.ok) return row;
    const replay = await replayLast(context, row.value);
    if (!replay.ok) return replay;
    const { decision, recomputed, evaluation, bytes, same } = replay.value;
    return ok({
      entryNumber: row.value.entry_number ?? '',
      same,
      recorded: decision.evaluation_digest,
      recomputed,
      ruleVersion: decision.rule_version,
      bytes,
      evaluation,
    });
  });

  serve(
    app,
    decideEntry,
    async ({ auth, params, body }) => {
      const decided = await decide(context, actNow(context, auth), params.entryNumber, body);
      return decided.ok ? dossierView(context, auth, params.entryNumber) : decided;
    },
    officers,
  );

  serve(
    app,
    takeActionRoute,
    ({ auth, params, body }) => takeAction(context, actNow(context, auth), params.entryNumber, body),
    officers,
  );

  serve(
    app,
    answerActionRoute,
    ({ auth, params, body }) => answerAction(context, actNow(context, auth), params.id, body),
    filers,
  );

  serve(
    app,
    correctEntryRoute,
    async ({ auth, params, body }) => {
      const change = { typed: body.typed as Record<string, JsonValue>, reason: body.reason };
      const corrected = await correctEntry(context, actNow(context, auth), params.entryNumber, change);
      return corrected.ok ? dossierView(context, auth, params.entryNumber) : corrected;
    },
    filers,
  );
}
