import type { StatusSnapshot } from '@portolan/credentials';
import type { Instant, JsonObject } from '@portolan/kernel';
import type { Queryable } from '../queryable.ts';

export interface SeenList {
  readonly url: string;
  readonly issuer: string;
  readonly received_at: Instant;
  readonly signed: JsonObject;
}

/** The newest lists of others that a tenant was sent before, for some addresses. */
export async function readSeenLists(
  db: Queryable,
  tenantId: string,
  urls: readonly string[],
): Promise<SeenList[]> {
  if (urls.length === 0) return [];
  const { rows } = await db.query<SeenList>({
    name: 'seen-status-lists',
    text: `select url, issuer, received_at, signed from seen_status_lists where tenant_id = $1 and url = any($2)`,
    values: [tenantId, urls],
  });
  return rows;
}

export interface NewSeenList {
  readonly snapshot: StatusSnapshot;
  readonly signed: JsonObject;
}

/** Remembers lists that were verified; an older list never replaces a newer one, so that nobody can hide behind it. */
export async function rememberLists(
  db: Queryable,
  tenantId: string,
  lists: readonly NewSeenList[],
  at: Instant,
): Promise<void> {
  if (lists.length === 0) return;
  await db.query({
    name: 'seen-status-lists-keep',
    text: `
      insert into seen_status_lists (tenant_id, url, issuer, valid_from, digest, received_at, signed)
      select $1, url, issuer, valid_from, digest, $2, signed
      from unnest($3::text[], $4::text[], $5::timestamptz[], $6::text[], $7::json[]) as seen (url, issuer, valid_from, digest, signed)
      on conflict (tenant_id, url, issuer) do update set
        valid_from = excluded.valid_from, digest = excluded.digest, received_at = excluded.received_at, signed = excluded.signed
      where seen_status_lists.valid_from < excluded.valid_from`,
    values: [
      tenantId,
      at,
      lists.map(({ snapshot }) => snapshot.url),
      lists.map(({ snapshot }) => snapshot.issuer),
      lists.map(({ snapshot }) => snapshot.validFrom),
      lists.map(({ snapshot }) => snapshot.digest),
      lists.map(({ signed }) => JSON.stringify(signed)),
    ],
  });
}
