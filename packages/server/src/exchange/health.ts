import { type Instant, millisecondsBetween } from '@portolan/kernel';
import type { NodeContext } from '../platform/context.ts';
import type { HealthProbe } from '../platform/health.ts';

/** A message that nobody has taken for this long needs an operator: a peer is gone, or was never entered. */
const patienceMs = 60 * 60_000;

/** How many messages wait in the outbox, and whether one waits too long. */
export function outboxHealth({ pool, clock }: Pick<NodeContext, 'pool' | 'clock'>): HealthProbe {
  return async () => {
    const { rows } = await pool.query<{ waiting: number; failing: number; oldest: Instant | null }>(
      `select count(*)::int as waiting, (count(*) filter (where o.attempts > 0))::int as failing,
         min(e.stored_at) filter (where o.attempts > 0) as oldest
       from outbox o join envelopes e using (tenant_id, thread_id, digest)`,
    );
    const { waiting = 0, failing = 0, oldest = null } = rows[0] ?? {};
    const late = oldest !== null && millisecondsBetween(oldest, clock.now()) > patienceMs;
    return { ok: !late, detail: `${waiting} waiting, ${failing} tried in vain` };
  };
}
