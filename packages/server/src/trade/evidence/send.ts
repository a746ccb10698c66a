import type { Digest } from '@portolan/kernel';
import { withTransaction } from '../../platform/transaction.ts';
import type { TradeContext } from '../context.ts';
import type { Act } from '../draft/steps.ts';
import { insertEvidence } from '../store/evidence.ts';
import { evidenceRow, type Taken } from './taken.ts';

export interface EvidenceParcel {
  readonly to: string;
  readonly thread: string;
  readonly taken: readonly Taken[];
}

/** Sends documents to another party, which keeps its own copy by digest. */
export async function sendEvidence(
  context: TradeContext,
  { tenant, moment }: Act,
  { to, thread, taken }: EvidenceParcel,
): Promise<void> {
  await withTransaction(context.pool, async (tx) => {
    await insertEvidence(
      tx,
      taken.map((one) => evidenceRow(one, tenant.id, moment.at, tenant.did)),
    );
    await context.exchange.send(tx, [
      {
        from: tenant,
        to,
        thread,
        kind: 'evidence',
        body: { documents: taken.map(({ evidence }) => ({ digest: evidence.digest, type: evidence.type })) },
        attachments: taken.map(({ evidence }) => evidence.digest as Digest),
        moment,
      },
    ]);
  });
  context.exchange.nudge();
}
