import type { Tolerances } from '@portolan/documents';
import type { Instant } from '@portolan/kernel';
import type { Queryable } from '../trade/store/bulk.ts';

/** What stands beside the file of a client: powers of attorney on record, and how much its papers may differ. */
export interface ClientStanding {
  readonly powers: readonly PowerRow[];
  readonly tolerances: readonly ToleranceRow[];
}

interface PowerRow {
  readonly subject: string;
  readonly digest: string;
  readonly valid_from: string;
  readonly valid_until: string | null;
}

export interface ToleranceRow {
  readonly importer_number: string;
  readonly starts_on: string;
  readonly tolerances: Tolerances;
}

/** Of some clients, in two queries however many they are. */
export async function standingOfClients(
  db: Queryable,
  tenant: { readonly id: string; readonly did: string },
  clients: readonly { readonly importer_number: string; readonly did: string | null }[],
): Promise<ClientStanding> {
  const dids = clients.flatMap(({ did }) => did ?? []);
  const [powers, tolerances] = await Promise.all([
    dids.length === 0 ? [] : powersOf(db, tenant, dids),
    tolerancesOf(
      db,
      tenant.id,
      clients.map(({ importer_number }) => importer_number),
    ),
  ]);
  return { powers, tolerances };
}

async function powersOf(
  db: Queryable,
  tenant: { readonly id: string; readonly did: string },
  dids: readonly string[],
): Promise<PowerRow[]> {
  const { rows } = await db.query<PowerRow>({
    name: 'clients-powers',
    text: `select subject, digest, valid_from, valid_until from standing
           where tenant_id = $1 and other = $2 and type = 'PowerOfAttorney' and subject = any($3)
           order by valid_from desc, digest limit 200`,
    values: [tenant.id, tenant.did, dids],
  });
  return rows;
}

/** Tolerances of clients, newest first. */
export async function tolerancesOf(
  db: Queryable,
  tenantId: string,
  numbers: readonly string[],
): Promise<ToleranceRow[]> {
  if (numbers.length === 0) return [];
  const { rows } = await db.query<ToleranceRow>({
    name: 'clients-tolerances',
    text: `select importer_number, starts_on, tolerances from client_tolerances
           where tenant_id = $1 and importer_number = any($2) order by importer_number, starts_on desc`,
    values: [tenantId, numbers],
  });
  return rows;
}

export async function saveTolerancesRow(
  tx: Queryable,
  tenantId: string,
  number: string,
  { tolerances, at, by }: { tolerances: Tolerances; at: Instant; by: string },
): Promise<void> {
  await tx.query({
    name: 'client-tolerances-save',
    text: `insert into client_tolerances (tenant_id, importer_number, starts_on, tolerances, updated_at, updated_by)
           values ($1, $2, $3, $4, $5, $6)
           on conflict (tenant_id, importer_number, starts_on) do update set tolerances = excluded.tolerances,
             updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
    values: [tenantId, number, tolerances.from, JSON.stringify(tolerances), at, by],
  });
}

export async function removeTolerancesRow(
  tx: Queryable,
  tenantId: string,
  number: string,
  from: string,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'delete from client_tolerances where tenant_id = $1 and importer_number = $2 and starts_on = $3',
    [tenantId, number, from],
  );
  return rowCount === 1;
}
