import type { Digest, Instant } from '@portolan/kernel';
import type { Statement } from '@portolan/ledger';
import type { PoolClient } from 'pg';
import type { TradeContext } from '../context.ts';
import { addLeaves } from '../store/leaves.ts';

export interface NewLeaf {
  readonly tenantId: string;
  readonly caseId: string;
  readonly kind: Statement['kind'];
  readonly digest: Digest;
  readonly title: string;
  readonly at: Instant;
}

/**
 * Commits what a party was told or said to the node's log, and lists it among the receipts of its case. Parties with a
 * seat on the same node share the leaf: the same thing in the same thread is logged once.
 */
export async function keepLeaf(
  { log }: Pick<TradeContext, 'log'>,
  tx: PoolClient,
  { tenantId, caseId, kind, digest, title, at }: NewLeaf,
): Promise<void> {
  const pendingId =
    (await loggedHere(tx, caseId, digest)) ?? (await log.append(tx, [{ kind, digest, at }]))[0];
  await addLeaves(tx, [
    {
      tenant_id: tenantId,
      case_id: caseId,
      digest,
      kind,
      title,
      pending_id: pendingId ?? null,
      notice_digest: null,
    },
  ]);
}

async function loggedHere(tx: PoolClient, caseId: string, digest: Digest): Promise<string | undefined> {
  const { rows } = await tx.query<{ pending_id: string }>({
    name: 'leaf-of-thread',
    text: `select pending_id from case_leaves where case_id = $1 and digest = $2 and pending_id is not null
           limit 1`,
    values: [caseId, digest],
  });
  return rows[0]?.pending_id;
}
