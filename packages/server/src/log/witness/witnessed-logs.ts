import type { Instant } from '@portolan/kernel';
import type { SeenLog } from '@portolan/ledger';
import type { Pool, PoolClient } from 'pg';

type Queryable = Pool | PoolClient;

/** A log of another node that this one cosigns. */
export interface WitnessedLog {
  readonly origin: string;
  /** Its public key, a C2SP verifier key. */
  readonly noteKey: string;
  readonly reason: string;
  readonly addedAt: Instant;
  readonly withdrawnAt?: Instant;
  /** Leaves of the largest checkpoint that was cosigned, 0 before the first. */
  readonly size: number;
  readonly cosignedAt?: Instant;
}

interface Row {
  readonly origin: string;
  readonly note_key: string;
  readonly reason: string;
  readonly added_at: Instant;
  readonly withdrawn_at: Instant | null;
  readonly size: number;
  readonly root: Buffer | null;
  readonly cosigned_at: Instant | null;
}

/** Takes up a log, or takes it up again with another key; how far it was cosigned stays. */
export async function addWitnessed(
  db: Queryable,
  { origin, noteKey, reason }: Pick<WitnessedLog, 'origin' | 'noteKey' | 'reason'>,
  at: Instant,
): Promise<void> {
  await db.query(
    `insert into log_witnessed (origin, note_key, reason, added_at) values ($1, $2, $3, $4)
     on conflict (origin) do update set note_key = excluded.note_key, reason = excluded.reason, withdrawn_at = null`,
    [origin, noteKey, reason, at],
  );
}

/** Cosigns a log no longer. Answers whether it was cosigned. */
export async function withdrawWitnessed(db: Queryable, origin: string, at: Instant): Promise<boolean> {
  const { rowCount } = await db.query(
    'update log_witnessed set withdrawn_at = $2 where origin = $1 and withdrawn_at is null',
    [origin, at],
  );
  return rowCount === 1;
}

/** Every log that was ever taken up, by name. */
export async function readWitnessed(db: Queryable): Promise<WitnessedLog[]> {
  const { rows } = await db.query<Row>('select * from log_witnessed order by origin');
  return rows.map(({ origin, note_key, reason, added_at, withdrawn_at, size, cosigned_at }) => ({
    ...{ origin, noteKey: note_key, reason, addedAt: added_at, size },
    ...(withdrawn_at ? { withdrawnAt: withdrawn_at } : {}),
    ...(cosigned_at ? { cosignedAt: cosigned_at } : {}),
  }));
}

/** A log that is cosigned, locked until the end of the transaction; `seen` is absent before the first cosignature. */
export async function lockWitnessed(
  tx: PoolClient,
  origin: string,
): Promise<{ readonly noteKey: string; readonly seen?: SeenLog } | undefined> {
  const { rows } = await tx.query<Row>({
    name: 'log-witnessed-lock',
    text: 'select * from log_witnessed where origin = $1 and withdrawn_at is null for update',
    values: [origin],
  });
  const [row] = rows;
  if (!row) return undefined;
  return { noteKey: row.note_key, ...(row.root ? { seen: { size: row.size, root: row.root } } : {}) };
}

/** Remembers how far a log is cosigned. */
export async function advanceWitnessed(
  tx: PoolClient,
  origin: string,
  { size, root }: SeenLog,
  at: Instant,
): Promise<void> {
  await tx.query({
    name: 'log-witnessed-advance',
    text: 'update log_witnessed set size = $2, root = $3, cosigned_at = $4 where origin = $1',
    values: [origin, size, Buffer.from(root), at],
  });
}
