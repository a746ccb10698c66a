import { randomUUID } from 'node:crypto';
import type { Digest } from '@portolan/kernel';
import type { Moment } from '../exchange/moment.ts';
import type { Tenant } from '../platform/tenant.ts';
import { withTransaction } from '../platform/transaction.ts';
import type { PartyContext } from './context.ts';

export interface Gift {
  readonly from: Tenant;
  readonly to: string;
  readonly digests: readonly Digest[];
  readonly moment: Moment;
}

/** Sends attestations that a tenant holds to other parties, which verify them and keep copies of their own. */
export async function giveAttestations(context: PartyContext, gifts: readonly Gift[]): Promise<void> {
  if (gifts.length === 0) return;
  await withTransaction(context.pool, (tx) =>
    context.exchange.send(
      tx,
      gifts.map(({ from, to, digests, moment }) => ({
        ...{ from, to, moment, attachments: digests },
        thread: randomUUID(),
        kind: 'evidence' as const,
        body: { documents: digests.map((digest) => ({ digest, type: 'Attestation' })) },
      })),
    ),
  );
  context.exchange.nudge();
}
