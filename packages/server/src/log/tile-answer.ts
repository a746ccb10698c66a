import { ok, type Result, refused } from '@portolan/kernel';
import { HASH_LENGTH, ledgerCatalogue, parseTilePath, type TileRequest } from '@portolan/ledger';
import type { Pool } from 'pg';
import { readEntries } from './entries.ts';
import { readTiles } from './tile-rows.ts';

/** The bytes behind a tile path (C2SP tlog-tiles). A partial tile is the beginning of the tile as it is now. */
export async function answerTile(
  pool: Pool,
  logId: number,
  level: string,
  rest: string,
): Promise<Result<Uint8Array>> {
  const wanted = parseTilePath(level, rest);
  if (!wanted.ok) return wanted;
  const bytes = await read(pool, logId, wanted.value);
  if (bytes) return ok(bytes);
  return refused(
    ledgerCatalogue.refuse('LEDGER_TILE_NOT_FOUND', { params: { path: `tile/${level}/${rest}` } }),
  );
}

async function read(
  pool: Pool,
  logId: number,
  { level, index, width }: TileRequest,
): Promise<Uint8Array | undefined> {
  if (level === 'entries') return readEntries(pool, logId, index, width);
  const [tile] = await readTiles(pool, logId, [{ level, index }]);
  const length = width * HASH_LENGTH;
  return tile && tile.hashes.length >= length ? tile.hashes.subarray(0, length) : undefined;
}
