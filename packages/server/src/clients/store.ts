import type { Instant } from '@portolan/kernel';
import type { Queryable } from '../trade/store/bulk.ts';

/** A client of a filer, as the filer keeps it. */
export interface ClientRow {
  readonly tenant_id: string;
  readonly importer_number: string;
  readonly name: string;
  readonly did: string | null;
  readonly bond_type: '0' | '8' | '9';
  readonly surety: string | null;
  /** Whole dollars. */
  readonly bond_amount: number | null;
  readonly payment: 'daily' | 'periodic' | 'single';
  readonly account: 'broker' | 'importer';
  /** Working day of the month on which the preliminary monthly statement is made. */
  readonly statement_day: number | null;
  readonly note: string;
  readonly updated_at: Instant;
  readonly updated_by: string;
}

/** A client with what its entries of a year owe, in cents. */
export type ClientWithYear = ClientRow & { readonly owed_cents: string; readonly entries: number };

const YEAR = `
  select coalesce(sum(round((c.summary->>'total')::numeric * 100)), 0)::text as owed_cents, count(*)::int as entries
  from cases c
  where c.tenant_id = k.tenant_id and c.importer_number = k.importer_number and c.face = 'filer'
    and c.state not in ('draft', 'discarded') and c.created_at >= $2::timestamptz - interval '365 days'`;

export async function listClients(
  db: Queryable,
  tenantId: string,
  { now, words, offset, limit }: { now: Instant; words: string; offset: number; limit: number },
): Promise<{ readonly rows: readonly ClientWithYear[]; readonly total: number }> {
  const { rows } = await db.query<ClientWithYear & { total: number }>({
    name: 'clients-page',
    text: `select k.*, y.owed_cents, y.entries from (
             select *, count(*) over ()::int as total from clients
             where tenant_id = $1 and (lower(name) like $3 or lower(importer_number) like $3)
             order by lower(name), importer_number offset $4 limit $5) k
           cross join lateral (${YEAR}) y order by lower(k.name), k.importer_number`,
    values: [
      tenantId,
      now,
      `%${words.toLowerCase().replace(/[\\%_]/g, (one) => `\\${one}`)}%`,
      offset,
      limit,
    ],
  });
  return { rows, total: rows[0]?.total ?? 0 };
}

export async function readClient(
  db: Queryable,
  tenantId: string,
  number: string,
  now: Instant,
): Promise<ClientWithYear | undefined> {
  const { rows } = await db.query<ClientWithYear>({
    name: 'client-one',
    text: `select k.*, y.owed_cents, y.entries from clients k cross join lateral (${YEAR}) y
           where k.tenant_id = $1 and k.importer_number = $3`,
    values: [tenantId, now, number],
  });
  return rows[0];
}

export async function saveClient(tx: Queryable, row: ClientRow): Promise<void> {
  await tx.query({
    name: 'client-save',
    text: `insert into clients (tenant_id, importer_number, name, did, bond_type, surety, bond_amount, payment, account, statement_day,
             note, updated_at, updated_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
           on conflict (tenant_id, importer_number) do update set name = excluded.name, did = excluded.did,
             bond_type = excluded.bond_type, account = excluded.account, statement_day = excluded.statement_day, surety = excluded.surety, bond_amount = excluded.bond_amount,
             payment = excluded.payment, note = excluded.note, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
    values: [
      ...[row.tenant_id, row.importer_number, row.name, row.did, row.bond_type, row.surety, row.bond_amount],
      ...[row.payment, row.account, row.statement_day, row.note, row.updated_at, row.updated_by],
    ],
  });
}

export async function removeClient(tx: Queryable, tenantId: string, number: string): Promise<boolean> {
  const { rowCount } = await tx.query('delete from clients where tenant_id = $1 and importer_number = $2', [
    tenantId,
    number,
  ]);
  return rowCount === 1;
}

/** Clients by any of their identifiers: one query for a shipment. */
export async function clientsNamed(
  db: Queryable,
  tenantId: string,
  { dids, numbers }: { readonly dids: readonly string[]; readonly numbers: readonly string[] },
): Promise<ClientRow[]> {
  const { rows } = await db.query<ClientRow>({
    name: 'clients-named',
    text: 'select * from clients where tenant_id = $1 and (did = any($2) or importer_number = any($3))',
    values: [tenantId, dids, numbers],
  });
  return rows;
}
