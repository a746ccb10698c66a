import { randomUUID } from 'node:crypto';
import type { Title } from '@portolan/contract';
import { type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import { audit } from '../platform/audit.ts';
import { withTransaction } from '../platform/transaction.ts';
import type { TradeContext } from '../trade/context.ts';
import type { Act } from '../trade/draft/steps.ts';
import { titleCatalogue } from './catalogue.ts';
import type { OrderMessage } from './message.ts';
import { short } from './rule.ts';
import { insertOrder, readTitles } from './store.ts';
import { titleView } from './view.ts';

/**
 * Orders the home of a title to move it: the signed order is the endorsement. Who holds the title is undetermined until the home
 * has answered; while it is down the order waits. Refuses whoever is not the holder as far as is known here.
 */
export async function moveTitle(
  context: TradeContext,
  act: Act,
  { title, kind, to }: { readonly title: string; readonly kind: OrderMessage['kind']; readonly to?: string },
): Promise<Result<Title>> {
  const { tenant, member, moment } = act;
  const row = (await readTitles(context.pool, [{ tenantId: tenant.id, title }])).get(`${tenant.id} ${title}`);
  const params = { title: short(title), seq: (row?.seq ?? 0) + 1 };
  if (!row) return refused(titleCatalogue.refuse('NODE_TITLE_UNKNOWN', { params }));
  if (row.state === 'surrendered')
    return refused(titleCatalogue.refuse('NODE_TITLE_SURRENDERED', { params }));
  if (row.holder_did !== tenant.did)
    return refused(titleCatalogue.refuse('NODE_TITLE_NOT_HOLDER', { params }));
  const receiver = kind === 'surrender' ? row.home_did : (to ?? '');
  if (receiver === tenant.did)
    return refused(titleCatalogue.refuse('NODE_TITLE_SELF', { path: '/to', params }));
  const thread = randomUUID();
  const body: OrderMessage = { notice: 'title-order', title, seq: row.seq + 1, kind, to: receiver };
  await withTransaction(context.pool, async (tx) => {
    await insertOrder(tx, {
      ...{ tenantId: tenant.id, title, thread, seq: row.seq + 1, kind, to: receiver },
      ...{ byName: member.name, at: moment.at },
    });
    await context.exchange.send(tx, [
      {
        ...{ from: tenant, to: row.home_did, thread, kind: 'notice', attachments: [], moment },
        body: body as unknown as JsonObject,
      },
    ]);
    const trail = { tenantId: tenant.id, at: context.clock.now(), actor: member.id };
    await audit(tx, { ...trail, action: `title.${kind}`, subject: title, detail: { to: receiver } });
  });
  context.exchange.nudge();
  return ok(await titleView(context, tenant, row));
}
