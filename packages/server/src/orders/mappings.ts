import type { RememberedMapping } from '@portolan/contract';
import { type ColumnMapping, checkMapping } from '@portolan/documents';
import { type Digest, type Instant, ok, type Result, refused } from '@portolan/kernel';
import type { Queryable } from '../trade/store/bulk.ts';

interface Row {
  readonly fingerprint: Digest;
  readonly name: string;
  readonly mapping: ColumnMapping;
}

/** The mappings of a tenant, by name. */
export async function listMappings(db: Queryable, tenantId: string): Promise<RememberedMapping[]> {
  const { rows } = await db.query<Row>({
    name: 'column-mappings-list',
    text: 'select fingerprint, name, mapping from column_mappings where tenant_id = $1 order by name, fingerprint',
    values: [tenantId],
  });
  return rows;
}

/** The mappings that a tenant remembers for some heading rows, asked for all of them at once. */
export async function mappingsFor(
  db: Queryable,
  tenantId: string,
  fingerprints: readonly string[],
): Promise<ReadonlyMap<string, ColumnMapping>> {
  if (fingerprints.length === 0) return new Map();
  const { rows } = await db.query<Row>({
    name: 'column-mappings-for',
    text: 'select fingerprint, name, mapping from column_mappings where tenant_id = $1 and fingerprint = any($2)',
    values: [tenantId, [...new Set(fingerprints)]],
  });
  return new Map(rows.map(({ fingerprint, mapping }) => [fingerprint, mapping]));
}

/** Remembers a mapping in the place of an earlier one. Refuses fields that its document does not have. */
export async function saveMapping(
  db: Queryable,
  tenantId: string,
  { fingerprint, name, mapping }: RememberedMapping,
  saved: { readonly at: Instant; readonly by: string },
): Promise<Result<RememberedMapping>> {
  const faults = checkMapping(mapping);
  if (faults.length > 0) return refused(faults);
  await db.query({
    name: 'column-mapping-save',
    text: `insert into column_mappings (tenant_id, fingerprint, name, mapping, saved_at, saved_by)
           values ($1, $2, $3, $4, $5, $6)
           on conflict (tenant_id, fingerprint) do update
           set name = excluded.name, mapping = excluded.mapping, saved_at = excluded.saved_at, saved_by = excluded.saved_by`,
    values: [tenantId, fingerprint, name, JSON.stringify(mapping), saved.at, saved.by],
  });
  return ok({ fingerprint, name, mapping });
}

export async function forgetMapping(db: Queryable, tenantId: string, fingerprint: string): Promise<void> {
  await db.query({
    name: 'column-mapping-forget',
    text: 'delete from column_mappings where tenant_id = $1 and fingerprint = $2',
    values: [tenantId, fingerprint],
  });
}
