import type { StatusPurpose, StatusSnapshot } from '@portolan/credentials';
import { type Digest, digestBytes, type Instant } from '@portolan/kernel';
import type { Pool } from 'pg';
import type { CredentialContext } from '../context.ts';
import { parseStatusUrl } from '../status/address.ts';

type OwnListContext = Pick<CredentialContext, 'pool' | 'settings' | 'crypto'>;

/** Which version of which list stands at an address of this node. */
interface HeadRow {
  readonly url: string;
  readonly tenant_id: string;
  readonly list_id: string;
  readonly purpose: StatusPurpose;
  readonly issuer: string;
  readonly version: number;
}

type BitsRow = Omit<HeadRow, 'url' | 'issuer'> & {
  readonly bits: Uint8Array;
  readonly digest: Digest | null;
};

/** Bits by list and version, for each database: a version never changes, so it is read once. Oldest out first. */
const MAX_KEPT = 1000;
const kept = new WeakMap<Pool, Map<string, BitsRow>>();

/**
 * Snapshots of lists that this node keeps for its own tenants, straight from the bits: no signature needs checking, and
 * nothing is fresher. They speak for `at` whatever it is: a story's date knows the bits of today.
 */
export async function ownLists(
  context: OwnListContext,
  urls: readonly string[],
  at: Instant,
): Promise<StatusSnapshot[]> {
  const heads = await readHeads(context, urls);
  const lists = await bitsOf(context.pool, heads);
  return heads.flatMap(({ url, issuer, purpose, ...head }) => {
    const list = lists.get(nameOf({ ...head, purpose }));
    if (!list) return [];
    // A list that nobody asked for yet has no signed version; the digest is then that of its bits.
    const digest = list.digest ?? digestBytes(context.crypto, list.bits);
    return [{ url, issuer, purposes: [purpose], bits: list.bits, validFrom: at, freshUntil: at, digest }];
  });
}

async function readHeads({ pool, settings }: OwnListContext, urls: readonly string[]): Promise<HeadRow[]> {
  const addresses = urls.flatMap((url) => {
    const address = parseStatusUrl(settings, url);
    return address ? [{ url, ...address }] : [];
  });
  if (addresses.length === 0) return [];
  const { rows } = await pool.query<HeadRow>({
    name: 'status-list-heads',
    text: `
      select w.url, t.id as tenant_id, l.list_id, l.purpose, l.issuer, l.version
      from unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::boolean[]) as w (url, slug, purpose, number, sample)
      join tenants t on t.slug = w.slug and t.sample = w.sample
      join status_lists l on l.tenant_id = t.id and l.list_id = t.id || '/' || w.number and l.purpose = w.purpose`,
    values: [
      addresses.map(({ url }) => url),
      addresses.map(({ slug }) => slug),
      addresses.map(({ purpose }) => purpose),
      addresses.map(({ number }) => number),
      addresses.map(({ sample }) => sample),
    ],
  });
  return rows;
}

/** The bits of each list: those kept, or else those that stand now, which may be a version newer than the head just read. */
async function bitsOf(pool: Pool, heads: readonly HeadRow[]): Promise<Map<string, BitsRow>> {
  const known = kept.get(pool) ?? new Map<string, BitsRow>();
  kept.set(pool, known);
  const isCurrent = (head: HeadRow) => known.get(nameOf(head))?.version === head.version;
  for (const row of await readBits(
    pool,
    heads.filter((head) => !isCurrent(head)),
  ))
    keep(known, row);
  return new Map(heads.flatMap((head) => entry(nameOf(head), known.get(nameOf(head)))));
}

async function readBits(pool: Pool, heads: readonly HeadRow[]): Promise<BitsRow[]> {
  if (heads.length === 0) return [];
  const { rows } = await pool.query<BitsRow>({
    name: 'status-list-bits',
    text: `
      select l.tenant_id, l.list_id, l.purpose, l.version, l.bits, v.digest
      from (select distinct * from unnest($1::uuid[], $2::text[], $3::text[])) as w (tenant_id, list_id, purpose)
      join status_lists l using (tenant_id, list_id, purpose)
      left join status_list_versions v using (tenant_id, list_id, purpose, version)`,
    values: [
      heads.map(({ tenant_id }) => tenant_id),
      heads.map(({ list_id }) => list_id),
      heads.map(({ purpose }) => purpose),
    ],
  });
  return rows;
}

function keep(known: Map<string, BitsRow>, row: BitsRow): void {
  if (known.size >= MAX_KEPT) known.delete(known.keys().next().value as string);
  known.set(nameOf(row), row);
}

function nameOf({ list_id, purpose }: Pick<HeadRow, 'list_id' | 'purpose'>): string {
  return `${list_id} ${purpose}`;
}

function entry(name: string, row: BitsRow | undefined): [string, BitsRow][] {
  return row ? [[name, row]] : [];
}
