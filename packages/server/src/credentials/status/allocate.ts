import { createStatusList, MINIMUM_ENTRIES } from '@portolan/credentials';
import type { CryptoPort } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { listIdOf } from './address.ts';

/** A place on a tenant's status lists, the same on both. */
export interface Allocation {
  readonly listId: string;
  readonly number: number;
  readonly index: number;
}

/** Draws on one list before it counts as full: about two thirds of it are taken by then. */
const DRAWS = 24;

/**
 * Takes a free index at random (Bitstring Status List 1.0, section 2.1: the position must not tell the order of issue) on
 * the newest list of this issuer; opens the next list when that one is nearly full.
 */
export async function allocateIndex(
  tx: PoolClient,
  crypto: CryptoPort,
  tenantId: string,
  issuer: string,
): Promise<Allocation> {
  let number = await newestList(tx, tenantId, issuer);
  for (;;) {
    const listId = listIdOf(tenantId, number);
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const index = randomIndex(crypto);
      if (await takeIndex(tx, tenantId, listId, index)) return { listId, number, index };
    }
    number = await openList(tx, tenantId, issuer);
  }
}

/** Takes one index; false when it was taken before. */
export async function takeIndex(
  tx: PoolClient,
  tenantId: string,
  listId: string,
  index: number,
): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'status-entry-take',
    text: `insert into status_entries (tenant_id, list_id, status_index) values ($1, $2, $3) on conflict do nothing`,
    values: [tenantId, listId, index],
  });
  return rowCount === 1;
}

async function newestList(tx: PoolClient, tenantId: string, issuer: string): Promise<number> {
  const { rows } = await tx.query<{ number: number }>({
    name: 'status-list-newest',
    text: `select number from status_lists where tenant_id = $1 and issuer = $2 and purpose = 'revocation'
           order by number desc limit 1`,
    values: [tenantId, issuer],
  });
  return rows[0]?.number ?? openList(tx, tenantId, issuer);
}

/** Opens the next pair of lists of a tenant. Two that open at the same time get one after the other. */
async function openList(tx: PoolClient, tenantId: string, issuer: string): Promise<number> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`status lists ${tenantId}`]);
  const { rows } = await tx.query<{ number: number }>(
    'select coalesce(max(number), 0) + 1 as number from status_lists where tenant_id = $1',
    [tenantId],
  );
  const number = rows[0]?.number ?? 1;
  await ensureList(tx, tenantId, issuer, number);
  return number;
}

/** Makes sure that the pair of lists with this number exists. */
export async function ensureList(
  tx: PoolClient,
  tenantId: string,
  issuer: string,
  number: number,
): Promise<void> {
  await tx.query(
    `insert into status_lists (tenant_id, list_id, purpose, number, issuer, version, bits)
     select $1, $2, purpose, $3, $4, 0, $5 from unnest(array['revocation', 'suspension']) as purpose
     on conflict do nothing`,
    [tenantId, listIdOf(tenantId, number), number, issuer, Buffer.from(createStatusList())],
  );
}

function randomIndex(crypto: CryptoPort): number {
  const bytes = crypto.randomBytes(4);
  // The minimum is a power of two, so that the remainder is as random as the bytes.
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0) % MINIMUM_ENTRIES;
}
