import type { Partner, PartnerRole } from '@portolan/contract';
import { plainName } from '@portolan/documents';
import type { Instant } from '@portolan/kernel';
import { bulkInsert, type Queryable } from '../trade/store/bulk.ts';

/** A trading partner of a client. */
export interface PartnerRow {
  readonly tenant_id: string;
  readonly importer_number: string;
  readonly role: PartnerRole;
  readonly partner_key: string;
  readonly name: string;
  readonly code: string | null;
  readonly did: string | null;
  readonly address: Partner['address'] | null;
  readonly related: boolean | null;
  readonly entries: number;
  /** Null for what was entered by hand. */
  readonly entry_number: string | null;
  readonly updated_at: Instant;
  readonly updated_by: string;
}

const columns = {
  tenant_id: 'uuid',
  importer_number: 'text',
  role: 'text',
  partner_key: 'text',
  name: 'text',
  code: 'text',
  did: 'text',
  address: 'json',
  related: 'boolean',
  entries: 'integer',
  entry_number: 'text',
  updated_at: 'timestamptz',
  updated_by: 'text',
} as const;

const key = 'on conflict (tenant_id, importer_number, role, partner_key) do update set';
const own = (column: string) => `${column} = coalesce(excluded.${column}, client_partners.${column})`;

/** By hand: what is given replaces what was there. */
export const savePartners = bulkInsert<PartnerRow>('client_partners', columns, {
  conflict: `${key} name = excluded.name, code = excluded.code, did = excluded.did, address = excluded.address,
    related = excluded.related, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
});

/** From papers: what an entry says is added; what it does not say stays. */
export const learnPartners = bulkInsert<PartnerRow>('client_partners', columns, {
  conflict: `${key} name = excluded.name, ${['code', 'did', 'address', 'related'].map(own).join(', ')},
    entries = client_partners.entries + (client_partners.entry_number is distinct from excluded.entry_number)::int,
    entry_number = excluded.entry_number, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
});

/** The key of a partner: its name as names are compared. */
export function partnerKey(name: string): string {
  return plainName(name).slice(0, 200);
}

export interface PartnerQuery {
  readonly number: string;
  readonly role?: PartnerRole | undefined;
  readonly words: string;
  readonly offset: number;
  readonly limit: number;
}

/** A page of a client's partners by role and name, and how many there are. */
export async function listPartnerRows(
  db: Queryable,
  tenantId: string,
  { number, role, words, offset, limit }: PartnerQuery,
): Promise<{ readonly rows: readonly PartnerRow[]; readonly total: number }> {
  const { rows } = await db.query<PartnerRow & { total: number }>({
    name: 'client-partners',
    text: `select *, count(*) over ()::int as total from client_partners
           where tenant_id = $1 and importer_number = $2 and ($3::text is null or role = $3)
             and (lower(name) like $4 or lower(coalesce(code, '')) like $4)
           order by role, lower(name), partner_key offset $5 limit $6`,
    values: [
      ...[tenantId, number, role ?? null],
      `%${words.toLowerCase().replace(/[\\%_]/g, (one) => `\\${one}`)}%`,
      ...[offset, limit],
    ],
  });
  return { rows, total: rows[0]?.total ?? 0 };
}

/** The partners of clients that bear one of some names: one query for a shipment. */
export async function partnersNamed(
  db: Queryable,
  tenantId: string,
  numbers: readonly string[],
  keys: readonly string[],
): Promise<PartnerRow[]> {
  if (numbers.length === 0 || keys.length === 0) return [];
  const { rows } = await db.query<PartnerRow>({
    name: 'client-partners-named',
    text: `select * from client_partners where tenant_id = $1 and importer_number = any($2) and partner_key = any($3)
           and role in ('manufacturer', 'seller')`,
    values: [tenantId, numbers, keys],
  });
  return rows;
}

export async function removePartnerRow(
  tx: Queryable,
  tenantId: string,
  { number, role, key: partner }: { readonly number: string; readonly role: string; readonly key: string },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'delete from client_partners where tenant_id = $1 and importer_number = $2 and role = $3 and partner_key = $4',
    [tenantId, number, role, partner],
  );
  return rowCount === 1;
}

/** A partner as its filer sees it. */
export function partnerView(row: PartnerRow): Partner {
  const { role, name, code, did, address, related, entries, entry_number, updated_at, updated_by } = row;
  return {
    ...{ role, name, key: row.partner_key },
    ...(code === null ? {} : { code }),
    ...(did === null ? {} : { did }),
    ...(address ? { address } : {}),
    ...(related === null ? {} : { related }),
    entries,
    ...(entry_number === null ? {} : { lastEntry: entry_number }),
    ...{ updatedAt: updated_at, updatedBy: updated_by },
  };
}
