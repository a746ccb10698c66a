import { randomUUID } from 'node:crypto';
import type { Instant } from '@portolan/kernel';
import { changeBetween, type Standing, type StandingChange } from '@portolan/parties';
import type { Queryable } from '../trade/store/bulk.ts';
import type { PartyContext } from './context.ts';
import { askStanding } from './standing.ts';

interface WatchRow {
  readonly tenant_id: string;
  readonly subject: string;
  readonly role: string;
  readonly publisher: string;
  readonly standing: Standing;
}

/** Notes that a tenant relies on a standing, and what it is now: from here on it is told of changes. */
export async function watchStanding(
  { pool }: Pick<PartyContext, 'pool'>,
  tenantId: string,
  standing: Standing,
  at: Instant,
): Promise<void> {
  await pool.query({
    name: 'standing-watch',
    text: `insert into standing_watches (tenant_id, subject, role, publisher, checked_at, standing)
           values ($1, $2, $3, $4, $5, $6)
           on conflict (tenant_id, subject, role) do update set
             publisher = excluded.publisher, checked_at = excluded.checked_at, standing = excluded.standing`,
    values: [
      tenantId,
      standing.subject,
      standing.role,
      standing.policy.publisher,
      at,
      JSON.stringify(standing),
    ],
  });
}

/**
 * Computes again the watched standings that something touched, and tells those who rely on them what changed. `subjects` are
 * those touched; all when left out, as after a change of policy or register. Watches are compared with what they were told last.
 */
export async function recheckWatched(
  context: Pick<PartyContext, 'pool' | 'crypto' | 'events'>,
  at: Instant,
  subjects?: readonly string[],
): Promise<number> {
  const { rows } = await context.pool.query<WatchRow>({
    name: 'standing-watched',
    text: `select tenant_id::text, subject, role, publisher, standing from standing_watches
           where $1::text[] is null or subject = any($1) order by subject, tenant_id`,
    values: [subjects ?? null],
  });
  let told = 0;
  for (const row of rows) if (await recheck(context, row, at)) told += 1;
  return told;
}

async function recheck(
  context: Pick<PartyContext, 'pool' | 'crypto' | 'events'>,
  { tenant_id, subject, role, publisher, standing: before }: WatchRow,
  at: Instant,
): Promise<boolean> {
  const asked = await askStanding(context, tenant_id, { subject, role, asOf: at, agency: publisher });
  if (!asked.ok) return false;
  const change = changeBetween(before, asked.value.standing);
  if (!change) return false;
  await watchStanding(context, tenant_id, asked.value.standing, at);
  await context.pool.query(
    'insert into standing_notices (tenant_id, subject, id, at, change) values ($1, $2, $3, $4, $5)',
    [tenant_id, subject, randomUUID(), at, JSON.stringify(change)],
  );
  context.events.publish(tenant_id, { kind: 'standing', ref: subject, at });
  return true;
}

export interface StandingNotice {
  readonly id: string;
  readonly at: Instant;
  readonly change: StandingChange;
}

/** What a tenant was told, newest first. */
export async function readNotices(
  { pool }: { readonly pool: Queryable },
  tenantId: string,
  limit: number,
): Promise<StandingNotice[]> {
  const { rows } = await pool.query<StandingNotice>({
    name: 'standing-notices',
    text: 'select id::text, at, change from standing_notices where tenant_id = $1 order by at desc, id limit $2',
    values: [tenantId, limit],
  });
  return rows;
}
