import type { Digest, Instant } from '@portolan/kernel';
import type { Pool, PoolClient } from 'pg';
import { nodeTenantId } from '../../platform/node-tenant.ts';
import type { HeldItem } from './compose.ts';
import type { ShelfItem, ShelfRecord } from './item.ts';
import type { DataKind } from './kinds.ts';

type Queryable = Pick<Pool | PoolClient, 'query'>;

interface Row {
  tenant_id: string;
  name: string;
  kind: DataKind;
  record: ShelfRecord;
  rows: number;
  digest: Digest;
  file_name: string;
  imported_by: string;
  imported_at: Instant;
}

const columns = 'tenant_id, name, kind, record, rows, digest, file_name, imported_by, imported_at';

/** What is at hand for an organization: what the operator imported for all, and what it imported itself. */
export async function shelfOf(db: Queryable, tenantId: string): Promise<ShelfItem[]> {
  const { rows } = await db.query<Row>({
    name: 'tariff-shelf',
    text: `select ${columns} from tariff_data
           where tenant_id in ($1, $2) and withdrawn_at is null order by imported_at, tenant_id, name`,
    values: [nodeTenantId, tenantId],
  });
  return rows.map(itemOf);
}

/** Names of what had been imported by a moment and was not withdrawn at it, in the order of import. */
export async function namesKnown(db: Queryable, tenantId: string, at: Instant): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>({
    name: 'tariff-known',
    text: `select name from tariff_data
           where tenant_id = $1 and imported_at <= $2 and (withdrawn_at is null or withdrawn_at > $2)
           order by imported_at, name`,
    values: [tenantId, at],
  });
  return rows.map(({ name }) => name);
}

/** Items by name with their packed text, withdrawn ones too: what was once decided with stays at hand. */
export async function heldNamed(
  db: Queryable,
  tenantId: string,
  names: readonly string[],
): Promise<HeldItem[]> {
  const { rows } = await db.query<Row & { content: Buffer }>({
    name: 'tariff-held',
    text: `select ${columns}, content from tariff_data where tenant_id = $1 and name = any($2)`,
    values: [tenantId, names],
  });
  return rows.map((row) => ({ item: itemOf(row), content: Uint8Array.from(row.content) }));
}

/** The packed text of an item. */
export async function contentOf(db: Queryable, tenantId: string, item: ShelfItem): Promise<Buffer> {
  const { rows } = await db.query<{ content: Buffer }>({
    name: 'tariff-content',
    text: 'select content from tariff_data where tenant_id = $1 and name = $2',
    values: [item.holder === 'node' ? nodeTenantId : tenantId, item.name],
  });
  if (!rows[0]) throw new Error(`tariff data ${item.name} vanished`);
  return rows[0].content;
}

/** How much is in use of what an organization imported: items, and bytes as they are kept. */
export async function usedBy(db: Queryable, tenantId: string): Promise<{ items: number; bytes: number }> {
  const { rows } = await db.query<{ items: number; bytes: number }>({
    name: 'tariff-used',
    text: `select count(*) as items, coalesce(sum(octet_length(content)), 0) as bytes from tariff_data
           where tenant_id = $1 and withdrawn_at is null`,
    values: [tenantId],
  });
  return rows[0] ?? { items: 0, bytes: 0 };
}

/** The digest under which a name is used up, withdrawn or not. */
export async function digestNamed(
  db: Queryable,
  tenantId: string,
  name: string,
): Promise<{ digest: Digest; withdrawn: boolean } | undefined> {
  const { rows } = await db.query<{ digest: Digest; withdrawn: boolean }>({
    name: 'tariff-named',
    text: `select digest, withdrawn_at is not null as withdrawn from tariff_data
           where tenant_id = $1 and name = $2`,
    values: [tenantId, name],
  });
  return rows[0];
}

/** Adds an item; answers false when its name is taken. */
export async function addItem(
  db: Queryable,
  tenantId: string,
  item: Omit<ShelfItem, 'holder'>,
  content: Buffer,
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'tariff-add',
    text: `insert into tariff_data (${columns}, content) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
           on conflict do nothing`,
    values: [
      tenantId,
      item.name,
      item.kind,
      JSON.stringify(item.record),
      item.rows,
      item.digest,
      item.fileName,
      item.importedBy,
      item.importedAt,
      content,
    ],
  });
  return rowCount === 1;
}

/** Takes an item out of use; it stays on record. Answers the kind of what was withdrawn. */
export async function withdrawItem(
  db: Queryable,
  tenantId: string,
  name: string,
  by: { readonly name: string; readonly at: Instant; readonly reason: string },
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'tariff-withdraw',
    text: `update tariff_data set withdrawn_by = $3, withdrawn_at = $4, withdrawn_reason = $5
           where tenant_id = $1 and name = $2 and withdrawn_at is null`,
    values: [tenantId, name, by.name, by.at, by.reason],
  });
  return rowCount === 1;
}

function itemOf(row: Row): ShelfItem {
  return {
    name: row.name,
    kind: row.kind,
    record: row.record,
    rows: row.rows,
    digest: row.digest,
    holder: row.tenant_id === nodeTenantId ? 'node' : 'organization',
    fileName: row.file_name,
    importedBy: row.imported_by,
    importedAt: row.imported_at,
  };
}
