import { concatBytes, type Refusal } from '@portolan/kernel';
import {
  HASH_LENGTH,
  ledgerCatalogue,
  type OnComplete,
  TILE_HEIGHT,
  TILE_WIDTH,
  type TileId,
  tileKey,
  tileOf,
  tilePath,
} from '@portolan/ledger';
import type { ClientBase } from 'pg';
import type { StoredTile } from '../edge.ts';
import { readTiles } from '../tile-rows.ts';

/** Builds the tiles anew while leaves are appended and compares them with the stored ones. */
export class TileCheck {
  readonly #client: ClientBase;
  readonly #logId: number;
  readonly #open = new Map<string, { id: TileId; hashes: Uint8Array[] }>();
  #finished: StoredTile[] = [];
  #count = 0;

  constructor(client: ClientBase, logId: number) {
    this.#client = client;
    this.#logId = logId;
  }

  readonly collect: OnComplete = (node, hash) => {
    if (node.level % TILE_HEIGHT !== 0) return;
    const id = tileOf(node);
    const tile = this.#open.get(tileKey(id)) ?? { id, hashes: [] };
    this.#open.set(tileKey(id), tile);
    tile.hashes.push(hash);
    if (tile.hashes.length === TILE_WIDTH) this.#finish(id, tile.hashes);
  };

  /** Compares the tiles that have become full since the last time. */
  async compareFinished(): Promise<Refusal[]> {
    const tiles = this.#finished;
    this.#finished = [];
    this.#count += tiles.length;
    const stored = new Map(
      (await readTiles(this.#client, this.#logId, tiles)).map((tile) => [tileKey(tile), tile.hashes]),
    );
    return tiles.flatMap((tile) => compare(tile, stored.get(tileKey(tile))));
  }

  /** Compares the tiles at the right edge, and looks for tiles that no leaf gives. */
  async compareRest(): Promise<Refusal[]> {
    for (const { id, hashes } of [...this.#open.values()]) this.#finish(id, hashes);
    const problems = await this.compareFinished();
    const { rows } = await this.#client.query<{ count: number }>(
      'select count(*) from log_tiles where log_id = $1',
      [this.#logId],
    );
    const extra = (rows[0]?.count ?? 0) - this.#count;
    return extra > 0 ? [...problems, mismatch('tile', `${extra} tiles belong to no leaf`)] : problems;
  }

  #finish(id: TileId, hashes: readonly Uint8Array[]): void {
    this.#finished.push({ ...id, hashes: concatBytes(...hashes) });
    this.#open.delete(tileKey(id));
  }
}

function compare(tile: StoredTile, stored: Uint8Array | undefined): Refusal[] {
  const path = tilePath(tile, tile.hashes.length / HASH_LENGTH);
  if (!stored) return [mismatch(path, 'it is missing')];
  if (stored.length !== tile.hashes.length)
    return [mismatch(path, `it has ${stored.length} bytes instead of ${tile.hashes.length}`)];
  const at = tile.hashes.findIndex((byte, index) => byte !== stored[index]);
  return at < 0 ? [] : [mismatch(path, `hash ${Math.floor(at / HASH_LENGTH)} differs`)];
}

function mismatch(path: string, detail: string): Refusal {
  return ledgerCatalogue.refuse('LEDGER_TILE_MISMATCH', { path, params: { path, detail } });
}
