import type { PoolClient } from 'pg';
import { recordDisclosures } from '../disclosures/record.ts';
import type { AnsweredEnvelope } from '../exchange/received.ts';
import type { NodeContext } from '../platform/context.ts';
import type { SendingRow } from './store.ts';

type Answered = Pick<SendingRow, 'to_did' | 'documents' | 'note'> & {
  readonly tenant_id: string;
  readonly sending_id: string;
  readonly actor: string;
};

/**
 * Receivers have answered envelopes with documents: those that a member sent are marked, and what was taken goes into the record
 * of disclosures. Nothing is recorded for what was refused: nobody was shown it.
 */
export async function sendingsAnswered(
  { clock, events }: Pick<NodeContext, 'clock' | 'events'>,
  tx: PoolClient,
  answered: readonly AnsweredEnvelope[],
): Promise<void> {
  const at = clock.now();
  const { rows } = await tx.query<Answered>({
    name: 'sending-answered',
    text: `update sendings s set answered_at = $3
           from unnest($1::uuid[], $2::uuid[]) as given (tenant_id, thread_id)
           where (s.tenant_id, s.sending_id) = (given.tenant_id, given.thread_id) and s.answered_at is null
           returning s.tenant_id::text, s.sending_id::text, s.to_did, s.documents, s.note, s.actor`,
    values: [answered.map(({ tenantId }) => tenantId), answered.map(({ threadId }) => threadId), at],
  });
  if (rows.length === 0) return;
  const refused = new Set(
    answered.flatMap(({ threadId, delivery }) => (delivery.state === 'refused' ? [threadId] : [])),
  );
  await recordDisclosures(
    tx,
    rows
      .filter(({ sending_id }) => !refused.has(sending_id))
      .flatMap(({ tenant_id, to_did, documents, note, actor }) =>
        documents.map(({ digest, title }) => ({
          ...{ tenantId: tenant_id, digest, subject: title, recipient: to_did, way: 'envelope' as const },
          ...{ reason: note ?? 'Sent by a member', actor, at },
        })),
      ),
  );
  for (const { tenant_id, sending_id } of rows)
    events.publish(tenant_id, { kind: 'sending', ref: sending_id, at });
}
