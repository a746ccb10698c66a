import { ok, type Result, refused } from '@portolan/kernel';
import { ledgerCatalogue } from '../catalogue.ts';
import { TILE_WIDTH, type TileId } from './tile.ts';

/** What a tile path asks for: a tile of hashes, or the bundle of entries below the tile of level 0 with that index. */
export interface TileRequest {
  readonly level: number | 'entries';
  readonly index: number;
  /** Hashes or entries wanted: 1 to 256. */
  readonly width: number;
}

const MAX_LEVEL = 63;
const LEVEL = /^(?:entries|0|[1-9][0-9]?)$/;
const REST = /^((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/;

/** The path of a tile below the log's prefix: `tile/0/x001/x234/067`, with `.p/<width>` for a partial one. */
export function tilePath({ level, index }: TileId, width = TILE_WIDTH): string {
  return `tile/${level}/${indexPath(index)}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** The path of an entry bundle below the log's prefix. */
export function entriesPath(index: number, width = TILE_WIDTH): string {
  return `tile/entries/${indexPath(index)}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** Reads the parts of a tile path after `tile/`. Refuses every other way of writing the same number. */
export function parseTilePath(levelText: string, rest: string): Result<TileRequest> {
  const match = LEVEL.test(levelText) ? REST.exec(rest) : null;
  const level = levelText === 'entries' ? levelText : Number(levelText);
  const index = Number(match?.[1]?.replaceAll(/[x/]/g, '') ?? Number.NaN);
  const width = Number(match?.[2] ?? TILE_WIDTH);
  const exact = Number.isSafeInteger(index) && indexPath(index) === match?.[1];
  const partial = match?.[2] === undefined || width < TILE_WIDTH;
  if (exact && partial && (level === 'entries' || level <= MAX_LEVEL)) return ok({ level, index, width });
  const path = `tile/${levelText}/${rest}`.slice(0, 120);
  return refused(ledgerCatalogue.refuse('LEDGER_TILE_PATH_INVALID', { params: { path } }));
}

/** Groups of three digits, all but the last led by `x`: C2SP tlog-tiles, Merkle Tree. */
function indexPath(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/.{3}/g) ?? [];
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
}
