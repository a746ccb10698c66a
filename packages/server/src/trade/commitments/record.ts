import { randomUUID } from 'node:crypto';
import { canonicalize, digestJson, type JsonObject } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { TradeContext } from '../context.ts';
import { addNotices } from '../notice/store.ts';
import { timeId } from '../store/time-id.ts';
import type { Teller } from './keys.ts';
import { statementOf } from './statement.ts';
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
 * Keeps what agencies learned of heats and certificates, and owes it to every other agency known here: masses under digests,
 * with the receipt of the statement, in the transaction that makes them true.
 */
export async function recordCommitments(
  context: Pick<TradeContext, 'crypto' | 'log'>,
  tx: PoolClient,
  learned: readonly Learned[],
): Promise<void> {
  if (learned.length === 0) return;
  const fresh = new Set(
    await insertCommitments(
      tx,
      learned.flatMap(({ commitments }) => commitments),
    ),
  );
  await removeReplaced(
    tx,
    learned.flatMap(({ replaced }) => replaced),
  );
  // One statement for each agency and kind of time; a batch is mostly of one.
  for (const group of Map.groupBy(learned, ({ story, tenantId }) => `${tenantId} ${story}`).values()) {
    const news = group.map((one) => ({
      ...one,
      commitments: one.commitments.filter((row) => fresh.has(row)),
    }));
    await tellOthers(context, tx, news, await otherAgencies(tx, group[0]?.did ?? ''));
  }
}

/** Owes other agencies one statement of what an agency learned, with its receipt; nothing where there is nothing to tell. */
export async function tellOthers(
  { crypto, log }: Pick<TradeContext, 'crypto' | 'log'>,
  tx: PoolClient,
  learned: readonly Learned[],
  recipients: readonly string[],
): Promise<void> {
  const [first] = learned;
  const rows = learned.flatMap(({ commitments }) => commitments);
  const replaced = learned.flatMap((one) => one.replaced);
  if (!first || recipients.length === 0 || rows.length + replaced.length === 0) return;
  const { at, did, story, tenantId } = first;
  const statement = statementOf(did, at, rows, replaced) as unknown as JsonObject;
  const digest = digestJson(crypto, statement);
  const [pendingId = ''] = await log.append(tx, [{ kind: 'document', digest, at }]);
  await addNotices(tx, [
    {
      ...{ tenant_id: tenantId, thread_id: randomUUID(), notice_id: timeId(), recipients, kind: 'notice' },
      body: Buffer.from(canonicalize({ notice: 'commitments', statement })),
      pending_ids: [{ pendingId, digest, kind: 'document', title: 'Masses committed' }],
      ...{ story, created_at: at },
    },
  ]);
}
