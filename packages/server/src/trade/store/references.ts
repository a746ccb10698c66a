import type { Instant } from '@portolan/kernel';
import { nodeTenantId } from '../../platform/node-tenant.ts';
import type { Queryable } from './bulk.ts';

/** From which imported items a program's reference was put together; the same digest is the same items. */
export interface ReferenceRow {
  readonly program: string;
  readonly digest: string;
  readonly items: readonly string[];
  readonly first_used_at: Instant;
}

/** Puts references on record; one that is there already stays as it is. */
export async function addReferences(db: Queryable, rows: readonly ReferenceRow[]): Promise<void> {
  await db.query({
    name: 'add-references',
    text: `insert into decision_references (tenant_id, digest, program, items, first_used_at)
           select $1, digest, program, array(select json_array_elements_text(items)), first_used_at
           from json_to_recordset($2::json) as r(digest text, program text, items json, first_used_at timestamptz)
           on conflict do nothing`,
    values: [nodeTenantId, JSON.stringify(rows)],
  });
}

/** The names of what a reference was put together from; undefined for one that is not on record. */
export async function itemsOfReference(
  db: Queryable,
  digest: string,
): Promise<readonly string[] | undefined> {
  const { rows } = await db.query<{ items: string[] }>({
    name: 'items-of-reference',
    text: 'select items from decision_references where tenant_id = $1 and digest = $2',
    values: [nodeTenantId, digest],
  });
  return rows[0]?.items;
}
