import type { FormVerdict } from '@portolan/credentials/forms';
import type { Instant, JsonObject } from '@portolan/kernel';
import type { Pool, PoolClient } from 'pg';

/** A received credential as it is kept. */
export interface ReceivedRow {
  readonly digest: `sha256:${string}`;
  readonly type: string;
  readonly title: string;
  readonly issuer: string;
  readonly form: string;
  readonly verified: boolean;
  readonly verdict: FormVerdict;
  readonly credential: JsonObject;
  readonly received_at: Instant;
  readonly cases: readonly LinkedCase[];
}

export interface LinkedCase {
  readonly caseId: string;
  readonly title: string;
  readonly entryNumber: string | null;
  readonly reason: string;
}

export interface NewReceived extends Omit<ReceivedRow, 'cases'> {
  readonly tenantId: string;
  readonly numbers: readonly string[];
  readonly search: string;
  readonly receivedBy: string;
}

const CASES = `coalesce((
  select json_agg(json_build_object('caseId', c.case_id, 'title', c.title, 'entryNumber', c.entry_number, 'reason', l.reason)
         order by l.linked_at)
  from credential_cases l join cases c on c.tenant_id = l.tenant_id and c.case_id = l.case_id
  where l.tenant_id = r.tenant_id and l.digest = r.digest), '[]') as cases`;
const COLUMNS = `r.digest, r.type, r.title, r.issuer, r.form, r.verified, r.verdict, r.credential, r.received_at, ${CASES}`;

/** Keeps a credential; one that is kept already gets the newest verdict. */
export async function saveReceived(tx: PoolClient, row: NewReceived): Promise<void> {
  await tx.query({
    name: 'received-save',
    text: `insert into received_credentials
             (tenant_id, digest, type, title, issuer, form, verified, verdict, credential, numbers, search, received_at, received_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
           on conflict (tenant_id, digest) do update set verified = excluded.verified, verdict = excluded.verdict`,
    values: [
      ...[row.tenantId, row.digest, row.type, row.title, row.issuer, row.form, row.verified],
      ...[JSON.stringify(row.verdict), JSON.stringify(row.credential), row.numbers, row.search],
      ...[row.received_at, row.receivedBy],
    ],
  });
}

/** Links a credential to cases of its owner; links that stand stay as they are. */
export async function linkCases(
  db: Pool | PoolClient,
  tenantId: string,
  digest: string,
  cases: readonly { readonly caseId: string; readonly reason: string }[],
  at: Instant,
): Promise<void> {
  if (cases.length === 0) return;
  await db.query({
    name: 'received-link',
    text: `insert into credential_cases (tenant_id, digest, case_id, reason, linked_at)
           select $1, $2, case_id, reason, $5 from unnest($3::uuid[], $4::text[]) as l (case_id, reason) on conflict do nothing`,
    values: [tenantId, digest, cases.map(({ caseId }) => caseId), cases.map(({ reason }) => reason), at],
  });
}

/** Cases of a tenant that one of the numbers belongs to: the entry number, or a number that the case is found by. */
export async function casesOfNumbers(
  db: Pool | PoolClient,
  tenantId: string,
  numbers: readonly string[],
): Promise<{ readonly caseId: string; readonly reason: string }[]> {
  if (numbers.length === 0) return [];
  const { rows } = await db.query<{ case_id: string; number: string }>({
    name: 'received-cases',
    text: `select distinct on (c.case_id) c.case_id, n.number from cases c, unnest($2::text[]) as n (number)
           where c.tenant_id = $1 and (
             regexp_replace(upper(coalesce(c.entry_number, '')), '[^A-Z0-9]', '', 'g') = n.number
             or n.number = any (regexp_split_to_array(regexp_replace(upper(c.search), '[^A-Z0-9 ]', '', 'g'), '\\s+')))
           order by c.case_id, n.number limit 20`,
    values: [tenantId, numbers],
  });
  return rows.map(({ case_id, number }) => ({ caseId: case_id, reason: `Number ${number} stands in both` }));
}

export async function readReceived(
  db: Pool | PoolClient,
  tenantId: string,
  digest: string,
): Promise<ReceivedRow | undefined> {
  const { rows } = await db.query<ReceivedRow>({
    name: 'received-one',
    text: `select ${COLUMNS} from received_credentials r where r.tenant_id = $1 and r.digest = $2`,
    values: [tenantId, digest],
  });
  return rows[0];
}

export interface ReceivedQuery {
  readonly q?: string;
  readonly caseId?: string;
  readonly entryNumber?: string;
  readonly offset: number;
  readonly limit: number;
}

/** What a tenant received, newest first. */
export async function listReceived(
  pool: Pool,
  tenantId: string,
  { q = '', caseId, entryNumber, offset, limit }: ReceivedQuery,
): Promise<{ readonly rows: readonly ReceivedRow[]; readonly total: number }> {
  const pattern = `%${q.toLowerCase().replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  const { rows } = await pool.query<ReceivedRow & { total: number }>({
    name: 'received-page',
    text: `select ${COLUMNS}, count(*) over ()::int as total from received_credentials r
           where r.tenant_id = $1 and r.search like $2 and ($3::text is null or exists (
             select from credential_cases l where l.tenant_id = r.tenant_id and l.digest = r.digest and l.case_id::text = $3))
             and ($6::text is null or exists (
             select from credential_cases l join cases c on c.tenant_id = l.tenant_id and c.case_id = l.case_id
             where l.tenant_id = r.tenant_id and l.digest = r.digest and regexp_replace(upper(c.entry_number), '[^A-Z0-9]', '', 'g') = $6))
           order by r.received_at desc, r.digest offset $4 limit $5`,
    values: [tenantId, pattern, caseId ?? null, offset, limit, entryNumber?.replaceAll('-', '') ?? null],
  });
  return { rows, total: rows[0]?.total ?? 0 };
}
