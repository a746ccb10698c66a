import { addSeconds } from '@portolan/kernel';
import type { Pool } from 'pg';
import type { Clock } from './clock.ts';
import type { HealthProbe } from './health.ts';

/** The database answers; the detail is how fast. */
export function databaseHealth(pool: Pool): HealthProbe {
  return async () => {
    const began = performance.now();
    await pool.query('select 1');
    return { ok: true, detail: `${Math.round(performance.now() - began)} ms` };
  };
}

const counted = 1000;
const overdueSeconds = 3600;

/** What waits to be delivered to other parties. An hour past its time means that nobody is delivering any more. */
export function outboxHealth(pool: Pool, clock: Clock): HealthProbe {
  return async () => {
    const { rows } = await pool.query<{ waiting: number; overdue: number }>(
      `select count(*) as waiting, count(*) filter (where next_at < $1) as overdue
       from (select next_at from outbox order by next_at limit ${counted}) as due`,
      [addSeconds(clock.now(), -overdueSeconds)],
    );
    const { waiting = 0, overdue = 0 } = rows[0] ?? {};
    return { ok: overdue === 0, detail: `${waiting} waiting`, waiting, overdue };
  };
}
