import { randomUUID } from 'node:crypto';
import { MINIMUM_ENTRIES } from '@portolan/credentials';
import type { CryptoPort, Instant, JsonObject } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { createBits } from './bits.ts';
import type { WantedEntry } from './entry-request.ts';

/** Whose lists: one issuer of one tenant. Lists belong to the DID that issued the credentials on them. */
export interface ListOwner {
  readonly tenantId: string;
  readonly form: string;
  readonly issuer: string;
  /** Origin under which the lists are published. */
  readonly origin: string;
  readonly at: Instant;
}

/** A place that was taken: the same index on a list for each purpose. */
export interface TakenPlace {
  readonly listId: string;
  readonly index: number;
  readonly entries: readonly JsonObject[];
}

const DRAWS = 24;

/**
 * Takes a free index at random (Bitstring Status List 1.0, section 2.1: the position must not tell the order of issue) on the
 * issuer's newest lists that have the wanted purposes and sizes, or opens further ones.
 */
export async function takePlace(
  tx: PoolClient,
  crypto: CryptoPort,
  owner: ListOwner,
  wanted: readonly WantedEntry[],
): Promise<TakenPlace> {
  let listId = await newestList(tx, owner, wanted);
  for (;;) {
    const urls = await ensurePurposes(tx, owner, listId, wanted);
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const index = randomIndex(crypto);
      if (await take(tx, owner.tenantId, listId, index))
        return {
          listId,
          index,
          entries: wanted.map((entry) => entryOf(entry, index, urls.get(entry.purpose) ?? '')),
        };
    }
    listId = randomUUID();
  }
}

async function take(tx: PoolClient, tenantId: string, listId: string, index: number): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'vc-status-take',
    text: 'insert into vc_status_entries (tenant_id, list_id, status_index) values ($1, $2, $3) on conflict do nothing',
    values: [tenantId, listId, index],
  });
  return rowCount === 1;
}

/** The newest lists of the issuer under this origin on which every wanted purpose has the wanted size, or none yet. */
async function newestList(
  tx: PoolClient,
  { tenantId, issuer, origin }: ListOwner,
  wanted: readonly WantedEntry[],
): Promise<string> {
  const { rows } = await tx.query<{ list_id: string }>({
    name: 'vc-status-newest',
    text: `
      select l.list_id from vc_status_lists l
      where l.tenant_id = $1 and l.issuer = $2 and starts_with(l.url, $3)
        and not exists (
          select from vc_status_lists o join unnest($4::text[], $5::int[]) as w (purpose, size) using (purpose)
          where o.tenant_id = l.tenant_id and o.list_id = l.list_id and o.size <> w.size)
      order by l.opened_at desc, l.list_id limit 1`,
    values: [
      tenantId,
      issuer,
      `${origin}/`,
      wanted.map(({ purpose }) => purpose),
      wanted.map(({ size }) => size),
    ],
  });
  return rows[0]?.list_id ?? randomUUID();
}

/** Opens what is missing, all purposes in one statement; two that open at once find one list. Answers the address of each. */
async function ensurePurposes(
  tx: PoolClient,
  { tenantId, form, issuer, origin, at }: ListOwner,
  listId: string,
  wanted: readonly WantedEntry[],
): Promise<Map<string, string>> {
  await tx.query({
    name: 'vc-status-open',
    text: `insert into vc_status_lists (tenant_id, list_id, purpose, form, issuer, size, url, opened_at, version, bits)
           select $1, $2, purpose, $3, $4, size, $5 || purpose, $6, 0, bits
           from unnest($7::text[], $8::int[], $9::bytea[]) as w (purpose, size, bits) on conflict do nothing`,
    values: [
      ...[tenantId, listId, form, issuer, `${origin}/status-lists/${listId}/`, at],
      wanted.map(({ purpose }) => purpose),
      wanted.map(({ size }) => size),
      wanted.map(({ size }) => createBits(size)),
    ],
  });
  const { rows } = await tx.query<{ purpose: string; url: string }>({
    name: 'vc-status-urls',
    text: 'select purpose, url from vc_status_lists where tenant_id = $1 and list_id = $2',
    values: [tenantId, listId],
  });
  return new Map(rows.map(({ purpose, url }) => [purpose, url]));
}

function entryOf(
  { purpose, size, messages, reference }: WantedEntry,
  index: number,
  url: string,
): JsonObject {
  return {
    id: `${url}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: url,
    ...(messages ? { statusSize: size, statusMessage: messages.map((message) => ({ ...message })) } : {}),
    ...(reference === undefined ? {} : { statusReference: reference }),
  };
}

/** Uniform: the number of entries divides the range of three bytes. */
function randomIndex(crypto: CryptoPort): number {
  const [high = 0, middle = 0, low = 0] = crypto.randomBytes(3);
  return ((high << 16) | (middle << 8) | low) % MINIMUM_ENTRIES;
}
