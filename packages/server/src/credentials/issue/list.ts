import { type Instant, ok, type Result, refused } from '@portolan/kernel';
import { nodeCatalogue } from '../../platform/catalogue.ts';
import type { Queryable } from '../queryable.ts';
import type { IssuedRow } from './store.ts';

export interface IssuedQuery {
  readonly q?: string;
  readonly state?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

export interface IssuedPage {
  readonly rows: readonly IssuedRow[];
  readonly next: string | undefined;
  readonly total: number;
}

const DEFAULT_LIMIT = 25;

/** What a tenant issued, newest first. `q` finds words of type and title, `state` one of valid, revoked, suspended, expired. */
export async function listIssued(
  db: Queryable,
  tenantId: string,
  query: IssuedQuery,
  now: Instant,
): Promise<Result<IssuedPage>> {
  const after = query.cursor === undefined ? undefined : parseCursor(query.cursor);
  if (query.cursor !== undefined && !after) return refused(badCursor());
  const limit = query.limit ?? DEFAULT_LIMIT;
  const filter = [tenantId, likePattern(query.q), query.state ?? null, now];
  const { rows } = await db.query<IssuedRow & { total: number }>({
    name: 'issued-page',
    text: `
      with found as (
        select digest, type, title, issued_at, valid_until, list_id, status_index, state, state_reason, pending_id, credential
        from issued_credentials
        where tenant_id = $1 and search like $2
          and ($3::text is null or case when state = 'valid' and valid_until < $4 then 'expired' else state end = $3)
      )
      select found.*, (select count(*) from found)::int as total from found
      where $5::timestamptz is null or (issued_at, digest) < ($5, $6)
      order by issued_at desc, digest desc limit $7`,
    values: [...filter, after?.issuedAt ?? null, after?.digest ?? null, limit + 1],
  });
  const page = rows.slice(0, limit);
  return ok({
    rows: page,
    next: rows.length > limit ? cursorOf(page.at(-1)) : undefined,
    total: rows[0]?.total ?? 0,
  });
}

function likePattern(q: string | undefined): string {
  return `%${(q ?? '').toLowerCase().replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}

function cursorOf(row: IssuedRow | undefined): string | undefined {
  return row && `${row.issued_at}~${row.digest}`;
}

function parseCursor(text: string): { issuedAt: string; digest: string } | undefined {
  const [, issuedAt, digest] = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)~(sha256:[0-9a-f]{64})$/.exec(text) ?? [];
  return issuedAt && digest && !Number.isNaN(Date.parse(issuedAt)) ? { issuedAt, digest } : undefined;
}

function badCursor() {
  return nodeCatalogue.refuse('NODE_FIELD_INVALID', {
    path: '/cursor',
    params: { reason: 'it is not a cursor of this list' },
  });
}
