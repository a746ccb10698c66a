import { randomUUID } from 'node:crypto';
import { canonicalize, digestJson, type JsonObject } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { TradeContext } from '../context.ts';
import { addNotices } from '../notice/store.ts';
import { timeId } from '../store/time-id.ts';
import type { Teller } from './keys.ts';
import { type CommitmentsStatement, statementOf } from './statement.ts';
import {
  type CommitmentRow,
  insertCommitments,
  otherAgencies,
  type Replaced,
  removeReplaced,
} from './store.ts';

/** What an agency learned at one moment, in a story or not. */
export interface Learned extends Teller {
  readonly story: boolean;
  readonly commitments: readonly CommitmentRow[];
  readonly replaced: readonly Replaced[];
}

/**
 * Keeps what an agency learned of heats and certificates, and owes it to every other agency known here: masses under digests,
 * with the receipt of the statement, in the transaction that makes them true.
 */
export async function recordCommitments(
  context: Pick<TradeContext, 'crypto' | 'log'>,
  tx: PoolClient,
  learned: readonly Learned[],
): Promise<void> {
  for (const one of learned) {
    const fresh = await insertCommitments(tx, one.commitments);
    await removeReplaced(tx, one.replaced);
    if (fresh.length + one.replaced.length > 0) await tellOthers(context, tx, one, fresh);
  }
}

async function tellOthers(
  { crypto, log }: Pick<TradeContext, 'crypto' | 'log'>,
  tx: PoolClient,
  { tenantId, did, at, story, replaced }: Learned,
  fresh: readonly CommitmentRow[],
): Promise<void> {
  const recipients = await otherAgencies(tx, did);
  if (recipients.length === 0) return;
  const statement: CommitmentsStatement = statementOf(did, at, fresh, replaced);
  const digest = digestJson(crypto, statement as unknown as JsonObject);
  const [pendingId = ''] = await log.append(tx, [{ kind: 'document', digest, at }]);
  await addNotices(tx, [
    {
      ...{ tenant_id: tenantId, thread_id: randomUUID(), notice_id: timeId(), recipients, kind: 'notice' },
      body: Buffer.from(
        canonicalize({ notice: 'commitments', statement: statement as unknown as JsonObject }),
      ),
      pending_ids: [{ pendingId, digest, kind: 'document', title: 'Masses committed' }],
      ...{ story, created_at: at },
    },
  ]);
}
