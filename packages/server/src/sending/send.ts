import { createHash, randomUUID } from 'node:crypto';
import type { Sending } from '@portolan/contract';
import { canonicalize, type Digest, ok, type Result, refused } from '@portolan/kernel';
import { audit } from '../platform/audit.ts';
import { nodeCatalogue } from '../platform/catalogue.ts';
import { withTransaction } from '../platform/transaction.ts';
import type { TradeContext } from '../trade/context.ts';
import type { Act } from '../trade/draft/steps.ts';
import { insertEvidence } from '../trade/store/evidence.ts';
import { sendingCatalogue } from './catalogue.ts';
import { collect } from './collect.ts';
import { knownRecipient } from './recipients.ts';
import { insertSending, readSending, type SendingRow, withdraw } from './store.ts';
import { sendingView } from './view.ts';

export interface SendRequest {
  readonly digests: readonly Digest[];
  readonly to: string;
  readonly note?: string;
  /** What the sender calls this one request: the same again sends nothing twice. */
  readonly key?: string;
}

/**
 * Sends documents to another party, which verifies them itself and keeps its own copies. Answers when they are on their way, for
 * sure. Refuses an unknown receiver and whatever `collect` refuses; a key that was used for something else, too.
 */
export async function sendDocuments(
  context: TradeContext,
  act: Act,
  request: SendRequest,
): Promise<Result<Sending>> {
  const { tenant, member, moment } = act;
  const { digests, to, note, key } = request;
  const id = key === undefined ? randomUUID() : sendingIdOf(tenant.id, key);
  const before = key === undefined ? undefined : await readSending(context.pool, tenant.id, id);
  if (before) return again(before, request);
  const known = await knownRecipient(context.pool, tenant, to);
  if (!known.ok) return known;
  const sendable = await collect(context, act, digests);
  if (!sendable.ok) return sendable;
  const documents = sendable.value.map(({ row: { digest, type }, title }) => ({ digest, type, title }));
  const row = await withTransaction(context.pool, async (tx) => {
    const who = { tenantId: tenant.id, byName: member.name, actor: member.id };
    if (await insertSending(tx, { ...who, id, to, documents, note, at: moment.at })) {
      await insertEvidence(
        tx,
        sendable.value.map((one) => one.row),
      );
      const body = { documents, ...(note === undefined ? {} : { note }) };
      await context.exchange.send(tx, [
        { from: tenant, to, thread: id, kind: 'evidence', body, attachments: digests, moment },
      ]);
      const trail = { tenantId: tenant.id, at: context.clock.now(), actor: member.id };
      await audit(tx, { ...trail, action: 'document.send', subject: id, detail: { to, digests } });
    }
    return (await readSending(tx, tenant.id, id)) as SendingRow;
  });
  context.exchange.nudge();
  return again(row, request);
}

/** Takes back what the receiver has not answered yet. Refuses it afterwards. */
export async function withdrawSending(
  context: TradeContext,
  { tenant, member }: Act,
  id: string,
): Promise<Result<Sending>> {
  const at = context.clock.now();
  return withTransaction(context.pool, async (tx) => {
    const taken = await withdraw(tx, tenant.id, id, at);
    const row = await readSending(tx, tenant.id, id);
    if (!row)
      return refused(sendingCatalogue.refuse('NODE_SENDING_UNKNOWN', { path: '/id', params: { id } }));
    const view = sendingView(row);
    if (!taken)
      return refused(sendingCatalogue.refuse('NODE_SENDING_ANSWERED', { params: { state: view.state } }));
    await audit(tx, { tenantId: tenant.id, at, actor: member.id, action: 'document.withdraw', subject: id });
    return ok(view);
  });
}

/** What was sent under this key, when it was the same request. */
function again(row: SendingRow, { digests, to, note }: SendRequest): Result<Sending> {
  const same =
    row.to_did === to &&
    (row.note ?? undefined) === note &&
    canonicalize([...row.digests]) === canonicalize([...digests]);
  return same ? ok(sendingView(row)) : refused(nodeCatalogue.refuse('NODE_IDEMPOTENCY_REUSED'));
}

/** The same key of the same tenant is always the same sending. */
function sendingIdOf(tenantId: string, key: string): string {
  const bytes = createHash('sha256')
    .update(canonicalize(['sending', tenantId, key]))
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
