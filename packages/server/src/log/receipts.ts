import type { Digest, Instant } from '@portolan/kernel';
import {
  inclusionPlan,
  makeReceipt,
  type Receipt,
  type Statement,
  type StatementKind,
} from '@portolan/ledger';
import type { Pool } from 'pg';
import { bytesOf, digestOf } from './digest-bytes.ts';
import type { Pyramids } from './pyramids.ts';

interface LeafRow {
  readonly leaf_index: number;
  readonly pending_id: string;
  readonly kind: StatementKind;
  readonly digest: Buffer;
  readonly stated_at: Instant;
  readonly salt: Buffer;
  readonly size: number;
  readonly note: string;
  readonly origin: string;
}

// A leaf is proved under the first checkpoint that covers it and that a witness has cosigned, else under the first that covers
// it: asked again, the receipt has the same bytes until a witness or one more has seen it.
const proved = (leaves: string) => `
  select leaf.leaf_index, leaf.pending_id, leaf.kind, leaf.digest, leaf.stated_at, leaf.salt, checkpoint.size, checkpoint.note, logs.origin
  from ${leaves} as leaf
  join logs using (log_id)
  cross join lateral (
    select size, note || coalesce((
      select string_agg(s.line, '' order by s.witness) from log_cosignatures s
      where s.log_id = c.log_id and s.size = c.size
    ), '') as note
    from log_checkpoints c
    where c.log_id = leaf.log_id and c.size = coalesce(
      (select min(s.size) from log_cosignatures s where s.log_id = leaf.log_id and s.size > leaf.leaf_index),
      (select min(k.size) from log_checkpoints k where k.log_id = leaf.log_id and k.size > leaf.leaf_index)
    )
  ) as checkpoint`;

const COLUMNS = 'l.log_id, l.leaf_index, l.pending_id, l.kind, l.digest, l.stated_at, l.salt';

// One leaf after the other by its whole key: before its rows are counted the database would read the whole log for a list.
const BY_IDS = proved(`unnest($2::uuid[]) as asked (pending_id) cross join lateral (
    select ${COLUMNS} from log_leaves l where l.log_id = $1 and l.pending_id = asked.pending_id limit 1
  )`);

const BY_DIGEST = proved(`(
    select ${COLUMNS} from log_leaves l
    where l.log_id = $1 and l.digest = $2 and ($3::text is null or l.kind = $3)
    order by l.stated_at, l.leaf_index limit 1
  )`);

const BY_DIGESTS =
  proved(`(select distinct wanted as digest from unnest($2::bytea[]) as asked (wanted)) as asked cross join lateral (
    select ${COLUMNS} from log_leaves l where l.log_id = $1 and l.digest = asked.digest
    order by l.stated_at, l.leaf_index limit 1
  )`);

/** Reads receipts from the store. */
export class ReceiptReader {
  readonly #pool: Pool;
  readonly #pyramids: Pyramids;
  readonly #logId: number;

  constructor(pool: Pool, pyramids: Pyramids, logId: number) {
    this.#pool = pool;
    this.#pyramids = pyramids;
    this.#logId = logId;
  }

  /** The receipts of those leaves that have been sequenced, in two queries however many they are. */
  async byPendingIds(pendingIds: readonly string[]): Promise<Map<string, Receipt>> {
    if (pendingIds.length === 0) return new Map();
    const { rows } = await this.#pool.query<LeafRow>({
      name: 'log_receipts',
      text: BY_IDS,
      values: [this.#logId, pendingIds],
    });
    const receipts = await this.#build(rows);
    return new Map(rows.map((row, at) => [row.pending_id, receipts[at] as Receipt]));
  }

  /** The receipt of the earliest leaf about a digest, of one kind where it is given. */
  async byDigest(digest: Digest, kind?: StatementKind): Promise<Receipt | undefined> {
    const { rows } = await this.#pool.query<LeafRow>({
      name: 'log_receipt_of_digest',
      text: BY_DIGEST,
      values: [this.#logId, bytesOf(digest), kind ?? null],
    });
    return (await this.#build(rows))[0];
  }

  /** The receipts of the earliest leaves about some digests, in two queries however many they are. */
  async byDigests(digests: readonly Digest[]): Promise<Map<Digest, Receipt>> {
    if (digests.length === 0) return new Map();
    const { rows } = await this.#pool.query<LeafRow>({
      name: 'log_receipts_of_digests',
      text: BY_DIGESTS,
      values: [this.#logId, digests.map(bytesOf)],
    });
    const receipts = await this.#build(rows);
    return new Map(rows.map((row, at) => [digestOf(row.digest), receipts[at] as Receipt]));
  }

  async #build(rows: readonly LeafRow[]): Promise<Receipt[]> {
    const wanted = rows.map(({ leaf_index, size }) => ({ plan: inclusionPlan(leaf_index, size), size }));
    const paths = await this.#pyramids.prove(wanted);
    return rows.map((row, at) =>
      makeReceipt({
        origin: row.origin,
        statement: statementOf(row),
        salt: row.salt,
        index: row.leaf_index,
        path: paths[at] as Uint8Array[],
        checkpoint: row.note,
      }),
    );
  }
}

function statementOf({ kind, digest, stated_at }: LeafRow): Statement {
  return { kind, digest: digestOf(digest), at: stated_at };
}
