import { bulkInsert, type Queryable } from './bulk.ts';

export type StandingType = 'PowerOfAttorney' | 'OrganizationIdentity';

/** A credential on record that says who a party is or for whom it acts. */
export interface StandingRow {
  tenant_id: string;
  /** Grantor, or the organization itself. */
  subject: string;
  /** Grantee; empty for an identity. */
  other: string;
  type: StandingType;
  digest: string;
  valid_from: string;
  valid_until: string | null;
}

const insert = bulkInsert<StandingRow>('standing', {
  tenant_id: 'uuid',
  subject: 'text',
  other: 'text',
  type: 'text',
  digest: 'text',
  valid_from: 'date',
  valid_until: 'date',
});

export async function addStanding(tx: Queryable, rows: readonly StandingRow[]): Promise<void> {
  const unique = new Map(rows.map((row) => [`${row.tenant_id} ${row.digest}`, row]));
  await insert(tx, [...unique.values()]);
}

export type StandingQuery = Pick<StandingRow, 'subject' | 'other' | 'type'>;

/** What is on record about some parties and in force on a day: of each kind the newest. */
export async function standingOf(
  db: Queryable,
  tenantId: string,
  asked: readonly StandingQuery[],
  day: string,
): Promise<StandingRow[]> {
  if (asked.length === 0) return [];
  const unique = [...new Map(asked.map((query) => [JSON.stringify(query), query])).values()];
  const { rows } = await db.query<StandingRow>({
    name: 'standing-of',
    text: `select newest.* from unnest($3::text[], $4::text[], $5::text[]) as asked (subject, other, type)
           cross join lateral (
             select s.* from standing s
             where s.tenant_id = $1 and s.subject = asked.subject and s.other = asked.other and s.type = asked.type
               and s.valid_from <= $2 and coalesce(s.valid_until >= $2, true)
             order by s.valid_from desc, s.digest limit 1
           ) as newest
           order by newest.subject, newest.other, newest.type`,
    values: [
      tenantId,
      day,
      unique.map(({ subject }) => subject),
      unique.map(({ other }) => other),
      unique.map(({ type }) => type),
    ],
  });
  return rows;
}

/** Every power of attorney on record that was given to a party and is in force on a day. */
export async function powersGiven(
  db: Queryable,
  tenantId: string,
  { grantor, grantee }: { readonly grantor: string; readonly grantee: string },
  day: string,
): Promise<string[]> {
  const { rows } = await db.query<{ digest: string }>({
    name: 'standing-powers',
    text: `select digest from standing where tenant_id = $1 and subject = $2 and other = $3 and type = 'PowerOfAttorney'
           and valid_from <= $4 and coalesce(valid_until >= $4, true)`,
    values: [tenantId, grantor, grantee, day],
  });
  return rows.map(({ digest }) => digest);
}
