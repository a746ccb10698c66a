import { type Digest, digestJson, type JsonObject, type Refusal } from '@portolan/kernel';
import { parseNoteKey, verifyReceipt } from '@portolan/ledger';
import type { EnvelopeHandler, Received } from '../../exchange/received.ts';
import { readTrustedLogs } from '../../log/foreign/trusted-logs.ts';
import { nodeLogId, readIdentity } from '../../log/identity.ts';
import type { TradeContext } from '../context.ts';
import { agenciesAmong, kindRefused } from '../notice/from-agency.ts';
import { type CommitmentsStatement, readCommitmentsNotice } from './statement.ts';
import { type CommitmentRow, insertCommitments, type Replaced, removeReplaced } from './store.ts';

interface Told {
  readonly received: Received;
  readonly statement: CommitmentsStatement;
}

/**
 * How an agency hears from another what was committed of heats and certificates: in the other's own name, with the receipt of a
 * log that is trusted here. What has none is refused, so that nobody uses up a heat by telling tales.
 */
export function commitmentsHandler(context: TradeContext): EnvelopeHandler<Told> {
  return {
    kind: 'notice',
    async prepare(received) {
      const agencies = await agenciesAmong(context.pool, received);
      const keys = await logKeys(context);
      return Promise.all(received.map((one) => prepareOne(context, one, agencies, keys)));
    },
    async commit(tx, told) {
      await insertCommitments(tx, told.flatMap(rowsOf));
      await removeReplaced(tx, told.flatMap(replacedIn));
    },
  };
}

/** Known from when it came here, whatever time the other states. */
function rowsOf({ received: { receiver, moment }, statement }: Told): CommitmentRow[] {
  return statement.commitments.map(({ by, kilograms, of, source }) => ({
    ...{ tenant_id: receiver.id, of_digest: of, source_digest: source, made_by: by },
    ...{ kilograms, told_by: statement.agency, known_at: moment.at },
  }));
}

function replacedIn({ received: { receiver }, statement }: Told): Replaced[] {
  return statement.replaced.map(({ by, of }) => ({ tenant_id: receiver.id, made_by: by, of_digest: of }));
}

type Keys = Awaited<ReturnType<typeof logKeys>>;

/** Keys of the logs whose receipts count here: the node's own, and those an operator trusts. */
async function logKeys({ pool, crypto }: TradeContext) {
  const own = await readIdentity(pool, nodeLogId);
  const trusted = (await readTrustedLogs(pool)).filter(({ withdrawnAt }) => withdrawnAt === undefined);
  return [...(own ? [own] : []), ...trusted].flatMap(({ noteKey }) => {
    const key = parseNoteKey(crypto, noteKey);
    return key.ok ? [key.value] : [];
  });
}

async function prepareOne(
  { crypto }: TradeContext,
  received: Received,
  agencies: ReadonlySet<string>,
  keys: Keys,
): Promise<{ refusals: readonly Refusal[] } | { work: Told }> {
  const { envelope, receiver } = received;
  const body = readCommitmentsNotice(envelope.body);
  const allowed = receiver.kind === 'agency' && agencies.has(envelope.from);
  if (!body || !allowed || body.statement.agency !== envelope.from)
    return { refusals: [kindRefused(received)] };
  const expectDigest: Digest = digestJson(crypto, body.statement as unknown as JsonObject);
  const receipt = await verifyReceipt(crypto, body.receipts[0]?.receipt, { keys, expectDigest });
  if (!receipt.ok) return { refusals: receipt.refusals };
  return { work: { received, statement: body.statement } };
}
