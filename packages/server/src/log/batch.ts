import type { CryptoPort, Instant } from '@portolan/kernel';
import { formatCheckpoint, leafHash, type NoteSigner, signNote } from '@portolan/ledger';
import type { ClientBase } from 'pg';
import { type Edge, type Extended, extendEdge, loadEdge } from './edge.ts';
import type { LogIdentity } from './identity.ts';

/** Largest number of leaves under one checkpoint. */
export const batchLimit = 512;

/** The channel on which every committed batch is announced; a hint, never a promise. */
export const sequencedChannel = 'portolan_log';

/** What a sequencer needs for each batch. */
export interface BatchContext extends LogIdentity {
  readonly crypto: CryptoPort;
  readonly signer: NoteSigner;
  readonly epoch: number;
  now(): Instant;
}

export interface Batch {
  readonly pendingIds: readonly string[];
  readonly edge: Edge;
}

/** Thrown when another sequencer has taken over: whoever sees it must stop writing. */
export class FencedError extends Error {
  constructor(epoch: number) {
    super(`epoch ${epoch} of the log is over: another sequencer has taken over`);
    this.name = 'FencedError';
  }
}

const FENCE = 'select size from log_heads where log_id = $1 and epoch = $2 for update';
const TAKE = `
  with taken as (
    delete from log_pending
    where log_id = $1
      and ordinal = any (array(select ordinal from log_pending where log_id = $1 order by ordinal limit $3))
    returning *
  )
  insert into log_leaves (log_id, leaf_index, pending_id, kind, digest, stated_at, salt, entry)
  select log_id, $2::bigint + row_number() over (order by ordinal) - 1, pending_id, kind, digest, stated_at, salt, entry
  from taken
  returning leaf_index, pending_id, entry`;
const WRITE = `
  with tiles as (
    insert into log_tiles (log_id, level, tile_index, hashes)
    select $1::integer, * from unnest($7::smallint[], $8::bigint[], $9::bytea[])
    on conflict (log_id, level, tile_index) do update set hashes = excluded.hashes
  ), head as (
    update log_heads set size = $2 where log_id = $1
  )
  insert into log_checkpoints (log_id, size, root, note, epoch, issued_at) values ($1, $2, $3, $4, $5, $6)
  on conflict (log_id, size) do nothing
  returning pg_notify($10, $1::integer::text)`;

/**
 * Gives the oldest pending leaves their indexes and publishes the checkpoint over them: indexes, tiles, checkpoint and
 * head in one transaction behind the fence. Without pending leaves it writes nothing, except the checkpoint of a log
 * that has none yet. A checkpoint signed for a transaction that then fails was never shown to anybody.
 */
export async function sequenceBatch(
  client: ClientBase,
  context: BatchContext,
  known: Edge | undefined,
): Promise<Batch> {
  await client.query('begin');
  try {
    const batch = await sequence(client, context, known);
    await client.query('commit');
    return batch;
  } catch (error) {
    // The first error says what happened; a connection that is gone has rolled back by itself.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function sequence(client: ClientBase, context: BatchContext, known: Edge | undefined): Promise<Batch> {
  const { crypto, logId, epoch } = context;
  const fence = await client.query<{ size: number }>({
    name: 'log_fence',
    text: FENCE,
    values: [logId, epoch],
  });
  const size = fence.rows[0]?.size;
  if (size === undefined) throw new FencedError(epoch);
  const edge = known?.range.size === size ? known : await loadEdge(client, crypto, logId, size);
  const taken = await take(client, logId, size);
  if (taken.length === 0 && known) return { pendingIds: [], edge };
  const extended = extendEdge(
    edge,
    taken.map(({ entry }) => leafHash(crypto, entry)),
  );
  await write(client, context, extended);
  return { pendingIds: taken.map((row) => row.pending_id), edge: extended.edge };
}

interface TakenRow {
  readonly leaf_index: number;
  readonly pending_id: string;
  readonly entry: Buffer;
}

async function take(client: ClientBase, logId: number, size: number): Promise<TakenRow[]> {
  const { rows } = await client.query<TakenRow>({
    name: 'log_take',
    text: TAKE,
    values: [logId, size, batchLimit],
  });
  return rows.sort((a, b) => a.leaf_index - b.leaf_index);
}

async function write(client: ClientBase, context: BatchContext, { edge, tiles }: Extended): Promise<void> {
  const { logId, origin, signer, epoch } = context;
  const { size } = edge.range;
  const root = edge.range.root();
  const note = await signNote(formatCheckpoint({ origin, size, root }), signer);
  await client.query({
    name: 'log_write',
    text: WRITE,
    values: [
      logId,
      size,
      root,
      note,
      epoch,
      context.now(),
      tiles.map(({ level }) => level),
      tiles.map(({ index }) => index),
      tiles.map(({ hashes }) => hashes),
      sequencedChannel,
    ],
  });
}
