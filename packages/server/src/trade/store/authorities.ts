import { bulkInsert, type Queryable } from './bulk.ts';

/** A power of attorney on record: who gave it to whom, and from when until when. */
export interface AuthorityRow {
  tenant_id: string;
  grantor: string;
  grantee: string;
  digest: string;
  valid_from: string;
  valid_until: string | null;
}

const insert = bulkInsert<AuthorityRow>('authorities', {
  tenant_id: 'uuid',
  grantor: 'text',
  grantee: 'text',
  digest: 'text',
  valid_from: 'date',
  valid_until: 'date',
});

export async function addAuthorities(tx: Queryable, rows: readonly AuthorityRow[]): Promise<void> {
  const unique = new Map(rows.map((row) => [`${row.tenant_id} ${row.digest}`, row]));
  await insert(tx, [...unique.values()]);
}

export interface AuthorityQuery {
  readonly grantor: string;
  readonly grantee: string;
}

/** Digests of the powers of attorney on record between some parties. */
export async function authoritiesBetween(
  db: Queryable,
  tenantId: string,
  asked: readonly AuthorityQuery[],
): Promise<AuthorityRow[]> {
  if (asked.length === 0) return [];
  const { rows } = await db.query<AuthorityRow>({
    name: 'authorities-between',
    text: `select distinct a.* from unnest($2::text[], $3::text[]) as asked (grantor, grantee)
           join authorities a using (grantor, grantee) where a.tenant_id = $1 order by a.digest`,
    values: [tenantId, asked.map(({ grantor }) => grantor), asked.map(({ grantee }) => grantee)],
  });
  return rows;
}
