import { type CryptoPort, constantTimeEqual, expectOk, type Refusal } from '@portolan/kernel';
import { CompactRange, commit, leafHash, ledgerCatalogue, parseNoteKey } from '@portolan/ledger';
import type { ClientBase, Pool } from 'pg';
import { digestOf } from '../digest-bytes.ts';
import { nodeLogId, readIdentity } from '../identity.ts';
import { CheckpointCheck } from './checkpoint-check.ts';
import { leafPages, type StoredLeaf } from './leaf-pages.ts';
import { TileCheck } from './tile-check.ts';

/** What a check of a log found; the log is whole when there are no problems. */
export interface LogCheck {
  readonly origin: string;
  readonly leaves: number;
  readonly checkpoints: number;
  /** The first problems found, at most a hundred. */
  readonly problems: readonly Refusal[];
}

const maxProblems = 100;

/**
 * Computes the whole tree anew from the statements and compares everything that was derived from them: commitments,
 * indexes without gap, tiles, the root and signature of every checkpoint, the head. Reads one snapshot, so the log may
 * go on meanwhile; takes time in proportion to the leaves. Throws when the database has no such log.
 */
export async function checkLog(pool: Pool, crypto: CryptoPort, logId = nodeLogId): Promise<LogCheck> {
  const identity = await readIdentity(pool, logId);
  if (!identity) throw new Error(`the database has no log ${logId}`);
  const key = expectOk(parseNoteKey(crypto, identity.noteKey));
  const client = await pool.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    const checkpoints = new CheckpointCheck(client, crypto, logId, key);
    const { leaves, problems } = await checkTree(client, crypto, logId, checkpoints);
    problems.push(...(await checkHead(client, logId, leaves, checkpoints.seen.last)));
    await client.query('rollback');
    return {
      origin: identity.origin,
      leaves,
      checkpoints: checkpoints.seen.count,
      problems: problems.slice(0, maxProblems),
    };
  } finally {
    client.release();
  }
}

async function checkTree(
  client: ClientBase,
  crypto: CryptoPort,
  logId: number,
  checkpoints: CheckpointCheck,
): Promise<{ leaves: number; problems: Refusal[] }> {
  const range = new CompactRange(crypto);
  const tiles = new TileCheck(client, logId);
  const problems = await checkpoints.compareAt(range);
  for await (const page of leafPages(client, logId)) {
    for (const leaf of page) {
      problems.push(...leafProblems(crypto, leaf, range.size));
      range.append(leafHash(crypto, leaf.entry), tiles.collect);
      problems.push(...(await checkpoints.compareAt(range)));
    }
    problems.push(...(await tiles.compareFinished()));
    if (problems.length >= maxProblems) return { leaves: range.size, problems };
  }
  problems.push(...(await tiles.compareRest()));
  return { leaves: range.size, problems };
}

function leafProblems(crypto: CryptoPort, leaf: StoredLeaf, expected: number): Refusal[] {
  const { leaf_index: index, kind, stated_at: at } = leaf;
  const path = `/leaves/${expected}`;
  if (index !== expected)
    return [ledgerCatalogue.refuse('LEDGER_LEAF_MISSING', { path, params: { index: expected } })];
  const entry = commit(crypto, { kind, digest: digestOf(leaf.digest), at }, leaf.salt);
  if (constantTimeEqual(entry, leaf.entry)) return [];
  return [ledgerCatalogue.refuse('LEDGER_LEAF_ALTERED', { path, params: { index } })];
}

async function checkHead(
  client: ClientBase,
  logId: number,
  leaves: number,
  checkpoint: number,
): Promise<Refusal[]> {
  const { rows } = await client.query<{ size: number; newest: number | null }>(
    `select size, (select max(size) from log_checkpoints where log_id = $1) as newest
     from log_heads where log_id = $1`,
    [logId],
  );
  const head = rows[0]?.size ?? -1;
  const newest = rows[0]?.newest ?? -1;
  if (head === leaves && newest === leaves && checkpoint === leaves) return [];
  return [ledgerCatalogue.refuse('LEDGER_HEAD_MISMATCH', { params: { head, leaves, checkpoint: newest } })];
}
