import {
  downloadCalendar,
  listMilestones,
  listStatements,
  payStatement,
  recordMilestone,
} from '@portolan/contract';
import { ok } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { registerCatalogue } from '../platform/catalogues.ts';
import { serve } from '../platform/http/serve.ts';
import { serveFile } from '../platform/http/serve-file.ts';
import type { TradeContext } from '../trade/context.ts';
import { findCase } from '../trade/entry/filed.ts';
import { actNow } from '../trade/routes/call.ts';
import { workList } from '../trade/work/list.ts';
import { calendarOf } from './calendar.ts';
import { progressCatalogue } from './catalogue.ts';
import { milestoneView } from './events.ts';
import { recordMilestones } from './record.ts';
import { dueOf } from './statements.ts';
import { type MilestoneRow, milestonesOf } from './store.ts';

const filers = { roles: ['filer', 'signer', 'lead'] as const, scope: 'file' as const };

/** What becomes of entries after filing: records by hand, statements, and what is due as a calendar. */
export function progressRoutes(app: FastifyInstance, context: TradeContext): void {
  registerCatalogue(progressCatalogue);
  const { pool, clock } = context;

  serve(app, listMilestones, async ({ auth, params }) => {
    const found = await findCase(pool, auth.tenant.id, params.entryNumber);
    if (!found.ok) return found;
    const rows = await milestonesOf(pool, auth.tenant.id, found.value.case_id);
    return ok({ items: rows.map(milestoneView) });
  });

  serve(
    app,
    recordMilestone,
    async ({ auth, params, body: { kind, on, note = '' } }) => {
      const given = { kind, on, note: note.trim() };
      const act = actNow(context, auth);
      const recorded = await recordMilestones(context, act, [params.entryNumber], given);
      return recorded.ok ? ok(milestoneView(recorded.value[0] as MilestoneRow)) : recorded;
    },
    filers,
  );

  serve(app, listStatements, async ({ auth }) => {
    const { items, summaries, asOf } = await dueOf(pool, auth.tenant.id, clock.now());
    return ok({ items: [...items], summaries: [...summaries], asOf });
  });

  serve(
    app,
    payStatement,
    async ({ auth, body: { entryNumbers, on, note = '' } }) => {
      const given = { kind: 'paid' as const, on, note: note.trim() };
      const recorded = await recordMilestones(context, actNow(context, auth), entryNumbers, given);
      return recorded.ok ? ok({ recorded: recorded.value.length }) : recorded;
    },
    filers,
  );

  serveFile(app, downloadCalendar, async ({ auth }) => {
    const items = await workList(context, auth);
    const text = calendarOf(items, {
      origin: context.settings.publicUrl ?? `https://${context.settings.logOrigin}`,
      now: clock.now(),
    });
    return ok({ bytes: Buffer.from(text), mediaType: 'text/calendar; charset=utf-8', fileName: 'work.ics' });
  });
}
