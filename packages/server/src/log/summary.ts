import type { LogSummary } from '@portolan/contract';
import { ok, type Result, refused, toBase64 } from '@portolan/kernel';
import { parseSize } from '@portolan/ledger';
import type { Pool } from 'pg';
import { nodeCatalogue } from '../platform/catalogue.ts';
import { newestCheckpoint, recentCheckpoints } from './checkpoints.ts';
import { readIdentity } from './identity.ts';

const pageSize = 50;

/** The log as the public page shows it: its key, its newest checkpoint, and a page of earlier ones from `cursor` down. */
export async function summarize(
  pool: Pool,
  logId: number,
  cursor: string | undefined,
): Promise<Result<LogSummary>> {
  const below = cursor === undefined ? undefined : parseSize(cursor, '/cursor');
  if (below && !below.ok) return below;
  const identity = await readIdentity(pool, logId);
  const newest = await newestCheckpoint(pool, logId);
  if (!identity || !newest) return refused(nodeCatalogue.refuse('NODE_UNREADY'));
  const page = await recentCheckpoints(pool, logId, {
    ...(below ? { below: below.value } : {}),
    limit: pageSize + 1,
  });
  const shown = page.slice(0, pageSize);
  const last = shown.at(-1);
  return ok({
    origin: identity.origin,
    key: identity.noteKey,
    size: newest.size,
    root: toBase64(newest.root),
    checkpoint: newest.note,
    checkpoints: shown.map(({ size, root, at }) => ({ size, root: toBase64(root), at })),
    ...(page.length > pageSize && last ? { next: String(last.size) } : {}),
  });
}
