import { type JsonObject, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { audit } from '../../platform/audit.ts';
import { withTransaction } from '../../platform/transaction.ts';
import type { TradeContext } from '../context.ts';
import { caseUnknown } from '../draft/open.ts';
import type { Act } from '../draft/steps.ts';
import { inCase } from './answer.ts';
import { faultOfMessage } from './answer-faults.ts';
import type { ExtensionMessage } from './body.ts';
import { recordEvent } from './events.ts';
import { publish } from './publish.ts';
import { findRequest } from './store.ts';
import { deliverSoon } from './tell.ts';

/** Asks the agency for more time; the term stays as it is until the agency grants it. */
export async function askExtension(
  context: TradeContext,
  act: Act,
  requestId: string,
  { days, reason }: { readonly days: number; readonly reason: string },
): Promise<Result<void>> {
  const request = await findRequest(context.pool, act.tenant.id, requestId);
  if (!request) return refused(caseUnknown('request', requestId));
  const { round, thread_id, from_did } = request;
  const message: ExtensionMessage = { act: 'ask-extension', requestId, round, days, reason };
  const fault = faultOfMessage(request, act.tenant.did, message);
  if (fault) return refused(fault);
  const { tenant, member, moment } = await inCase(context, act, request);
  const sealed = await withTransaction(context.pool, async (tx) => {
    const detail = { by: member.name, days, reason };
    await recordEvent(tx, request, { kind: 'extension-asked', at: moment.at, actor: tenant.did, detail });
    await audit(tx, {
      tenantId: tenant.id,
      at: context.clock.now(),
      actor: member.id,
      action: 'request.ask-extension',
      subject: request.entry_number,
      detail: { request: requestId, days, reason },
    });
    const body = message as unknown as JsonObject;
    const told = { to: from_did, thread: thread_id, kind: 'answer' as const, body, attachments: [], moment };
    return context.exchange.send(tx, [{ from: tenant, ...told }]);
  });
  publish(context, request, moment.at);
  const [delivery] = (await deliverSoon(context, sealed)).values();
  return delivery?.state === 'refused' ? refused(delivery.refusals as Refusal[]) : ok(undefined);
}
