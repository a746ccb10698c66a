import { digestJson, type JsonValue } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { SealedEnvelope } from '../../exchange/seal.ts';
import { audit } from '../../platform/audit.ts';
import type { TradeContext } from '../context.ts';
import type { Act } from '../draft/steps.ts';
import type { AgencyMessage } from './body.ts';
import { refreshCase } from './case-state.ts';
import { recordEvent } from './events.ts';
import { keepLeaf } from './leaves.ts';
import { type StoredRequest, saveRequests } from './store.ts';
import { tellParties } from './tell.ts';

const titles = {
  opened: 'Request',
  extended: 'More time for request',
  escalated: 'Exporter or producer asked',
  closed: 'Request closed',
} as const;

/** What an officer says about a request. */
export type OfficerMessage = Extract<AgencyMessage, { act: keyof typeof titles }>;

/**
 * Stores what an officer did to a request, all of it or nothing: the request, a signed envelope for every party, the
 * leaf of the log, timeline, the state of the case, and the audit trail.
 */
export async function recordChange(
  context: TradeContext,
  tx: PoolClient,
  { tenant, member, moment }: Act,
  row: StoredRequest,
  message: OfficerMessage,
): Promise<SealedEnvelope[]> {
  const { at } = moment;
  await saveRequests(tx, [row]);
  const sealed = await tellParties(
    context,
    tx,
    { agency: tenant, thread: row.thread_id, moment },
    row.routed_to.map(({ did }) => ({ to: did, body: message })),
  );
  await keepLeaf(context, tx, {
    tenantId: row.tenant_id,
    caseId: row.thread_id,
    kind: 'request',
    digest: digestJson(context.crypto, message as unknown as JsonValue),
    title: leafTitle(message),
    at,
  });
  const reason = 'reason' in message ? { reason: message.reason } : {};
  await recordEvent(tx, row, {
    kind: eventKind(message.act),
    at,
    actor: tenant.did,
    detail: { ...reason, by: member.name },
  });
  await refreshCase(tx, row.tenant_id, row.thread_id, at);
  await audit(tx, {
    tenantId: tenant.id,
    at: context.clock.now(),
    actor: member.id,
    action: `request.${message.act}`,
    subject: row.entry_number,
    detail: { request: row.request_id, template: row.template, field: row.path, ...reason },
  });
  return sealed;
}

/** What a message of the agency is called among the receipts. */
export function leafTitle({ act, request }: OfficerMessage): string {
  return `${titles[act]}: ${request.title}`;
}

export function eventKind(act: OfficerMessage['act']): string {
  return act === 'opened' ? 'asked' : `request-${act}`;
}
