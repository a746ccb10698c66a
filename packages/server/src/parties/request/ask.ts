import { randomUUID } from 'node:crypto';
import type { AttestationRequest } from '@portolan/contract';
import { type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import { isAttestationType, partiesCatalogue } from '@portolan/parties';
import type { PoolClient } from 'pg';
import type { Moment } from '../../exchange/moment.ts';
import type { Auth, Tenant } from '../../platform/tenant.ts';
import { withTransaction } from '../../platform/transaction.ts';
import type { TradeContext } from '../../trade/context.ts';
import { partyServiceCatalogue } from '../catalogue.ts';
import { issueAttestations } from '../issue.ts';
import { reachableAmong } from '../reachable.ts';
import type { AnswerMessage, AskMessage } from './message.ts';
import { closeRequest, insertRequest, type RequestAnswer, readRequests } from './store.ts';

export interface Asking {
  readonly to: string;
  readonly type: string;
  readonly note: string;
  readonly document: JsonObject;
}

/** Asks an attester, here or on another node. Refuses types that are no attestation, and an attester without a known address. */
export async function askForAttestation(
  context: TradeContext,
  tenant: Tenant,
  { to, type, note, document }: Asking,
  moment: Moment,
): Promise<Result<AttestationRequest>> {
  if (!isAttestationType(type))
    return refused(partiesCatalogue.refuse('PARTY_TYPE_UNKNOWN', { path: '/type', params: { type } }));
  const [reachable] = await reachableAmong(context.pool, [to]);
  if (reachable === undefined)
    return refused(
      partyServiceCatalogue.refuse('NODE_ATTESTER_UNKNOWN', { path: '/to', params: { did: to } }),
    );
  const id = randomUUID();
  await withTransaction(context.pool, async (tx) => {
    await insertRequest(tx, {
      ...{ tenant_id: tenant.id, request_id: id, side: 'asking', other: to },
      ...{ type, message: note, document, asked_at: moment.at },
    });
    await tell(
      context,
      tx,
      tenant,
      { to, id, moment },
      { notice: 'attestation-request', type, note, document },
    );
  });
  context.exchange.nudge();
  return requestOf(context, tenant, id);
}

export interface Answering {
  readonly id: string;
  readonly document: JsonObject;
  readonly validUntil?: string;
  readonly copyTo: readonly string[];
}

/** Signs what was asked, as the attester has checked it, sends it to whoever asked and says that it is done. */
export async function attestAsAsked(
  context: TradeContext,
  auth: Auth,
  { id, document, validUntil, copyTo }: Answering,
  moment: Moment,
): Promise<Result<AttestationRequest>> {
  const request = await openRequest(context, auth.tenant, id);
  if (!request.ok) return request;
  const { type, from } = request.value;
  const draft = { type, document, ...(validUntil ? { validUntil } : {}) };
  const [issued] = await issueAttestations(context, auth, [draft], [...copyTo, from.did], moment);
  if (issued?.digest === undefined) return refused(issued?.refusals ?? []);
  return close(
    context,
    auth.tenant,
    request.value,
    {
      ...{ state: 'answered', at: moment.at, attestation: issued.digest },
    },
    moment,
  );
}

/** Declines to attest, with the reason. */
export async function declineAsked(
  context: TradeContext,
  tenant: Tenant,
  { id, reason }: { readonly id: string; readonly reason: string },
  moment: Moment,
): Promise<Result<AttestationRequest>> {
  const request = await openRequest(context, tenant, id);
  if (!request.ok) return request;
  return close(context, tenant, request.value, { state: 'declined', at: moment.at, reason }, moment);
}

async function close(
  context: TradeContext,
  tenant: Tenant,
  { id, from }: AttestationRequest,
  answer: RequestAnswer,
  moment: Moment,
): Promise<Result<AttestationRequest>> {
  const { at: _, ...said } = answer;
  await withTransaction(context.pool, async (tx) => {
    if (!(await closeRequest(tx, { tenantId: tenant.id, id, other: from.did }, answer))) return;
    await tell(context, tx, tenant, { to: from.did, id, moment }, { notice: 'attestation-answer', ...said });
  });
  context.exchange.nudge();
  return requestOf(context, tenant, id);
}

function tell(
  context: Pick<TradeContext, 'exchange'>,
  tx: PoolClient,
  tenant: Tenant,
  { to, id, moment }: { readonly to: string; readonly id: string; readonly moment: Moment },
  message: AskMessage | AnswerMessage,
) {
  const body = message as unknown as JsonObject;
  return context.exchange.send(tx, [
    { from: tenant, to, thread: id, kind: 'notice' as const, body, attachments: [], moment },
  ]);
}

/** A request that waits for an answer of the own organization. */
async function openRequest(
  context: TradeContext,
  tenant: Tenant,
  id: string,
): Promise<Result<AttestationRequest>> {
  const request = await requestOf(context, tenant, id);
  if (!request.ok) return request;
  return request.value.side === 'asked' && request.value.state === 'open' ? request : unknown(id);
}

async function requestOf(
  { pool }: Pick<TradeContext, 'pool'>,
  tenant: Tenant,
  id: string,
): Promise<Result<AttestationRequest>> {
  const [request] = await readRequests(pool, tenant, { id });
  return request ? ok(request) : unknown(id);
}

function unknown(id: string) {
  return refused(partyServiceCatalogue.refuse('NODE_ATTESTATION_REQUEST', { path: '/id', params: { id } }));
}
