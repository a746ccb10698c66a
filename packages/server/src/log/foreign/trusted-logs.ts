import type { Instant } from '@portolan/kernel';
import type { Pool, PoolClient } from 'pg';

/** Whose word counts here: a log's by its receipts, a witness's by its cosignatures on receipts of any log. */
export type TrustedKind = 'log' | 'witness';

/** A log of another node whose receipts count here, or a witness whose cosignatures do. */
export interface TrustedLog {
  /** Name of the log, or of the witness. */
  readonly origin: string;
  readonly kind: TrustedKind;
  /** Its public key, a C2SP verifier key. */
  readonly noteKey: string;
  readonly reason: string;
  readonly trustedAt: Instant;
  readonly withdrawnAt?: Instant;
  /** Leaves of the furthest checkpoint that was seen, and when that was. */
  readonly seenSize: number;
  readonly seenAt?: Instant;
}

type Queryable = Pool | PoolClient;

interface Row {
  readonly origin: string;
  readonly kind: TrustedKind;
  readonly note_key: string;
  readonly reason: string;
  readonly trusted_at: Instant;
  readonly withdrawn_at: Instant | null;
  readonly seen_size: string | number;
  readonly seen_at: Instant | null;
}

/** Whether any log is trusted is asked again after this: most nodes trust none, and are then asked nothing more. */
const rememberedMs = 2000;
const anyTrusted = new WeakMap<Queryable, { readonly trusted: boolean; readonly readAt: number }>();

/** Whether this node trusts any log but its own. */
export async function trustsAny(db: Queryable): Promise<boolean> {
  const known = anyTrusted.get(db);
  if (known && performance.now() - known.readAt < rememberedMs) return known.trusted;
  return (await readTrustedLogs(db)).some(({ withdrawnAt }) => withdrawnAt === undefined);
}

/** Every log that was ever trusted, by name. */
export async function readTrustedLogs(db: Queryable): Promise<TrustedLog[]> {
  const { rows } = await db.query<Row>({
    name: 'trusted-logs',
    text: 'select origin, kind, note_key, reason, trusted_at, withdrawn_at, seen_size, seen_at from trusted_logs order by origin',
  });
  const trusted = rows.some(({ withdrawn_at }) => withdrawn_at === null);
  anyTrusted.set(db, { trusted, readAt: performance.now() });
  return rows.map(({ origin, kind, note_key, reason, trusted_at, withdrawn_at, seen_size, seen_at }) => ({
    ...{ origin, kind, noteKey: note_key, reason, trustedAt: trusted_at, seenSize: Number(seen_size) },
    ...(withdrawn_at ? { withdrawnAt: withdrawn_at } : {}),
    ...(seen_at ? { seenAt: seen_at } : {}),
  }));
}

/** Trusts a log or a witness, or trusts it again with another key; what was seen of it stays. */
export async function trustLog(
  db: Queryable,
  { origin, kind, noteKey, reason }: Pick<TrustedLog, 'origin' | 'kind' | 'noteKey' | 'reason'>,
  at: Instant,
): Promise<void> {
  await db.query(
    `insert into trusted_logs (origin, note_key, reason, trusted_at, kind) values ($1, $2, $3, $4, $5)
     on conflict (origin) do update
     set note_key = excluded.note_key, kind = excluded.kind, reason = excluded.reason, withdrawn_at = null`,
    [origin, noteKey, reason, at, kind],
  );
}

/** Trusts a log or a witness no longer: its word counts for nothing from now on. Answers whether it was trusted. */
export async function withdrawLog(db: Queryable, origin: string, at: Instant): Promise<boolean> {
  const { rowCount } = await db.query(
    'update trusted_logs set withdrawn_at = $2 where origin = $1 and withdrawn_at is null',
    [origin, at],
  );
  return rowCount === 1;
}

/** Remembers how far a log was seen to reach. */
export async function markSeen(db: Queryable, origin: string, size: number, at: Instant): Promise<void> {
  await db.query({
    name: 'trusted-log-seen',
    text: 'update trusted_logs set seen_size = $2, seen_at = $3 where origin = $1 and seen_size < $2',
    values: [origin, size, at],
  });
}
