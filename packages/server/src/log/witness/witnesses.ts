import type { Instant } from '@portolan/kernel';
import type { Cosigned } from '@portolan/ledger';
import type { Pool, PoolClient } from 'pg';

type Queryable = Pool | PoolClient;

/** A witness that this node hands its checkpoints to. */
export interface Witness {
  readonly name: string;
  /** Its public key, a C2SP verifier key. */
  readonly noteKey: string;
  /** Where it takes requests: `<prefix>/add-checkpoint`. Entered by an operator, never taken from a message. */
  readonly prefix: string;
  readonly addedAt: Instant;
  readonly withdrawnAt?: Instant;
  /** Leaves of the checkpoint that it cosigned last, as far as known here. */
  readonly size: number;
  readonly cosignedAt?: Instant;
  readonly lastError?: string;
}

interface Row {
  readonly name: string;
  readonly note_key: string;
  readonly prefix: string;
  readonly added_at: Instant;
  readonly withdrawn_at: Instant | null;
  readonly size: number;
  readonly cosigned_at: Instant | null;
  readonly last_error: string | null;
}

/** Enters a witness, or changes its address and key. */
export async function addWitness(
  db: Queryable,
  logId: number,
  { name, noteKey, prefix }: Pick<Witness, 'name' | 'noteKey' | 'prefix'>,
  at: Instant,
): Promise<void> {
  await db.query(
    `insert into log_witnesses (log_id, name, note_key, prefix, added_at) values ($1, $2, $3, $4, $5)
     on conflict (log_id, name) do update
     set note_key = excluded.note_key, prefix = excluded.prefix, withdrawn_at = null, last_error = null`,
    [logId, name, noteKey, prefix, at],
  );
}

/** Asks a witness no longer. Answers whether it was asked. */
export async function withdrawWitness(
  db: Queryable,
  logId: number,
  name: string,
  at: Instant,
): Promise<boolean> {
  const { rowCount } = await db.query(
    'update log_witnesses set withdrawn_at = $3 where log_id = $1 and name = $2 and withdrawn_at is null',
    [logId, name, at],
  );
  return rowCount === 1;
}

/** Every witness that was ever entered, by name. */
export async function readWitnesses(db: Queryable, logId: number): Promise<Witness[]> {
  const { rows } = await db.query<Row>({
    name: 'log-witnesses',
    text: 'select * from log_witnesses where log_id = $1 order by name',
    values: [logId],
  });
  return rows.map(({ name, note_key, prefix, added_at, withdrawn_at, size, cosigned_at, last_error }) => ({
    ...{ name, noteKey: note_key, prefix, addedAt: added_at, size },
    ...(withdrawn_at ? { withdrawnAt: withdrawn_at } : {}),
    ...(cosigned_at ? { cosignedAt: cosigned_at } : {}),
    ...(last_error ? { lastError: last_error } : {}),
  }));
}

/** Keeps a cosignature on the checkpoint of `size` leaves. */
export async function keepCosignature(
  pool: Pool,
  logId: number,
  { witness, size, line, at }: Cosigned & { readonly witness: string; readonly size: number },
): Promise<void> {
  await pool.query({
    name: 'log-cosignature-keep',
    text: `with kept as (
             insert into log_cosignatures (log_id, size, witness, line, witnessed_at) values ($1, $3, $2, $4, $5)
             on conflict do nothing)
           update log_witnesses set size = $3, cosigned_at = $5, last_error = null where log_id = $1 and name = $2`,
    values: [logId, witness, size, line, at],
  });
}

/** Notes why a witness gave no cosignature. */
export async function noteFault(pool: Pool, logId: number, witness: string, reason: string): Promise<void> {
  await pool.query({
    name: 'log-witness-fault',
    text: 'update log_witnesses set last_error = $3 where log_id = $1 and name = $2',
    values: [logId, witness, reason.slice(0, 500)],
  });
}
