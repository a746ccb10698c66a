import { randomUUID } from 'node:crypto';
import { addTargeting, endTargeting, getQueue, listTargeting } from '@portolan/contract';
import { ok, parseDate, parseDecimal, type Result, refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { audit } from '../../platform/audit.ts';
import { serve } from '../../platform/http/serve.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import { caseUnknown } from '../draft/open.ts';
import { officerQueue } from '../targeting/queue.ts';
import {
  addTargetingRules,
  endTargetingRule,
  type TargetingRow,
  targetingRules,
} from '../targeting/store.ts';
import { targetingView } from '../targeting/view.ts';
import { searchTerms } from './page.ts';

const leads = { roles: ['lead'] as const, scope: 'decide' as const };

/** The officer's queue, and the rules that order it. */
export function targetingRoutes(app: FastifyInstance, context: TradeContext): void {
  serve(app, getQueue, async ({ auth, query }) => {
    const words = searchTerms(query.q);
    const all = (await officerQueue(context, auth.tenant.id)).filter((item) => {
      const text = `${item.entryNumber} ${item.importer} ${item.filer}`.toLowerCase();
      return (!query.state || item.state === query.state) && words.every((word) => text.includes(word));
    });
    const from = Number(query.cursor ?? 0) || 0;
    const limit = query.limit ?? 25;
    const more = from + limit < all.length ? { next: String(from + limit) } : {};
    return ok({ items: all.slice(from, from + limit), total: all.length, ...more });
  });

  serve(app, listTargeting, async ({ auth }) => {
    const rows = await targetingRules(context.pool, auth.tenant.id);
    return ok({ items: rows.map(targetingView) });
  });

  serve(
    app,
    addTargeting,
    async ({ auth, body }) => {
      const row: TargetingRow = {
        tenant_id: auth.tenant.id,
        rule_id: randomUUID(),
        name: body.name,
        subject: body.subject,
        value: body.value,
        weight: body.weight,
        refers: body.refers,
        reason: body.reason,
        valid_from: body.from,
        valid_until: body.until ?? null,
        created_by: auth.member.name,
        created_at: context.clock.now(),
      };
      const fault = faultOf(row);
      if (!fault.ok) return fault;
      await withTransaction(context.pool, async (tx) => {
        await addTargetingRules(tx, [row]);
        await audit(tx, {
          tenantId: row.tenant_id,
          at: row.created_at,
          actor: row.created_by,
          action: 'targeting.add',
          subject: row.name,
          detail: { id: row.rule_id, subject: row.subject, value: row.value, reason: row.reason },
        });
      });
      return ok(targetingView(row));
    },
    leads,
  );

  serve(
    app,
    endTargeting,
    async ({ auth, params, body }) => {
      const until = parseDate(body.until, '/until');
      if (!until.ok) return until;
      const rules = await targetingRules(context.pool, auth.tenant.id);
      const rule = rules.find(({ rule_id }) => rule_id === params.id);
      if (!rule) return refused(caseUnknown('targeting rule', params.id));
      if (until.value < rule.valid_from) return refused(datesCross(rule));
      await withTransaction(context.pool, async (tx) => {
        await endTargetingRule(tx, auth.tenant.id, params.id, until.value);
        await audit(tx, {
          tenantId: auth.tenant.id,
          at: context.clock.now(),
          actor: auth.member.name,
          action: 'targeting.end',
          subject: rule.name,
          detail: { id: params.id, until: until.value, reason: body.reason },
        });
      });
      return ok(targetingView({ ...rule, valid_until: until.value }));
    },
    leads,
  );
}

function faultOf(row: TargetingRow): Result<unknown> {
  const from = parseDate(row.valid_from, '/from');
  if (!from.ok) return from;
  if (row.valid_until !== null) {
    const until = parseDate(row.valid_until, '/until');
    if (!until.ok) return until;
    if (until.value < from.value) return refused(datesCross(row));
  }
  return row.subject === 'entered-value-over' ? parseDecimal(row.value, '/value') : ok(undefined);
}

function datesCross({ valid_from }: TargetingRow) {
  return tradeCatalogue.refuse('NODE_TARGETING_DATES', { path: '/until', params: { from: valid_from } });
}
