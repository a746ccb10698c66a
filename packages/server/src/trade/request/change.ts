import { type Instant, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { SealedEnvelope } from '../../exchange/seal.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import { caseUnknown } from '../draft/open.ts';
import type { Act } from '../draft/steps.ts';
import { type CaseRow, readCase } from '../store/cases.ts';
import { factsOfRow } from './facts.ts';
import { momentInCase } from './moment.ts';
import { publish } from './publish.ts';
import { type OfficerMessage, recordChange } from './record-change.ts';
import { findRequest, lockRequest, type RequestRow, type StoredRequest } from './store.ts';
import { deliverSoon } from './tell.ts';

export interface Change {
  /** What changes of the request; its revision is counted here. */
  readonly to: Partial<StoredRequest>;
  readonly act: Exclude<OfficerMessage['act'], 'opened'>;
  readonly reason: string;
}

/** What an officer wants to change, given the request as it stands and the time of the act. */
export type Decide = (request: RequestRow, caseRow: CaseRow, at: Instant) => Promise<Result<Change>>;

/** Changes a request of the own agency under lock and tells the parties; another's request is not found. */
export async function changeRequest(
  context: TradeContext,
  act: Act,
  requestId: string,
  decide: Decide,
): Promise<Result<void>> {
  const found = await findRequest(context.pool, act.tenant.id, requestId);
  if (!found || found.from_did !== act.tenant.did) return refused(caseUnknown('request', requestId));
  const stored = await withTransaction(context.pool, (tx) => store(context, tx, act, found, decide));
  if (!stored.ok) return stored;
  publish(context, found, act.moment.at);
  await deliverSoon(context, stored.value);
  return ok(undefined);
}

async function store(
  context: TradeContext,
  tx: PoolClient,
  act: Act,
  found: RequestRow,
  decide: Decide,
): Promise<Result<SealedEnvelope[]>> {
  const now = context.clock.now();
  const request = await lockRequest(tx, found);
  const caseRow = await readCase(tx, found.tenant_id, found.thread_id);
  if (!request || !caseRow) return refused(caseUnknown('request', found.request_id));
  const moment = momentInCase(caseRow, act.moment, now);
  const decided = await decide(request, caseRow, moment.at);
  if (!decided.ok) return decided;
  const { to, act: done, reason } = decided.value;
  const row: StoredRequest = { ...request, ...to, revision: request.revision + 1 };
  const message = { act: done, request: factsOfRow(row, caseRow.program), reason };
  return ok(await recordChange(context, tx, { ...act, moment }, row, message));
}

export function wrongState(state: string, wanted: string): Refusal {
  return tradeCatalogue.refuse('NODE_STATE', { params: { wanted, state } });
}
