import type { Queryable } from '../trade/store/bulk.ts';

/** Which papers a month is computed from: those of the line and month, and what its lots were made of before. */
export interface MonthKey {
  readonly tenantId: string;
  readonly line: string;
  readonly month: string;
  /** First month from which lots are followed. */
  readonly since: string;
}

/** So many papers travel as one text. */
const CHUNK = 1000;
/** The largest month that is computed. */
export const MOST_PAPERS = 200_000;

/**
 * The papers of the line in the month and those of all time; then every lot that they name, up to what it was made of. Lots are
 * followed up only, and no paper of a later month is read: what became of a batch afterwards is of another month.
 */
const REACH = `
  with recursive own as (
    select digest from pipeline_places where tenant_id = $1 and line = $2 and month in ($3, '')
  ), lots as (
    select l.lot_key from own join pipeline_lots l on l.tenant_id = $1 and l.digest = own.digest
    union
    select t.lot_key from lots
    join pipeline_lots m on m.tenant_id = $1 and m.lot_key = lots.lot_key and m.side = 'm' and m.month between $4 and $3
    join pipeline_lots t on t.tenant_id = $1 and t.digest = m.digest and t.side = 't'
  ), found as (
    select digest from own
    union
    select l.digest from lots join pipeline_lots l on l.tenant_id = $1 and l.lot_key = lots.lot_key
      and l.side in ('m', 's') and l.month between $4 and $3
  )`;

const papersText = `${REACH}
  select '[' || string_agg(body, ',') || ']' as papers, count(*)::integer as number from (
    select p.body, (row_number() over (order by p.digest) - 1) / ${CHUNK} as chunk
    from found join pipeline_papers p on p.tenant_id = $1 and p.digest = found.digest limit ${MOST_PAPERS + 1}
  ) kept group by chunk order by chunk`;

const placesText = `${REACH}
  select p.status_list, array_agg(p.status_index) as indexes, array_agg(p.digest) as digests, min(p.issuer) as issuer
  from found join pipeline_papers p on p.tenant_id = $1 and p.digest = found.digest
  where p.status_list <> '[]' group by p.status_list, p.issuer order by p.status_list, p.issuer`;

/** Where the statuses of papers stand, for those whose statuses stand on the same lists. */
export interface StatusGroup {
  readonly issuer: string;
  readonly lists: readonly (readonly [url: string, offset: number])[];
  readonly indexes: readonly number[];
  readonly digests: readonly string[];
}

function values({ tenantId, line, month, since }: MonthKey): string[] {
  return [tenantId, line, month, since];
}

/** The papers as JSON lists, each as text, that the thread which computes them reads. */
export async function readPapers(
  db: Queryable,
  key: MonthKey,
): Promise<{ readonly lists: string[]; readonly number: number }> {
  const { rows } = await db.query<{ papers: string; number: number }>({
    name: 'pipeline-papers',
    text: papersText,
    values: values(key),
  });
  return {
    lists: rows.map(({ papers }) => papers),
    number: rows.reduce((sum, { number }) => sum + number, 0),
  };
}

/** Where the statuses of the same papers stand. */
export async function readStatusGroups(db: Queryable, key: MonthKey): Promise<StatusGroup[]> {
  const { rows } = await db.query<Omit<StatusGroup, 'lists'> & { status_list: string }>({
    name: 'pipeline-statuses',
    text: placesText,
    values: values(key),
  });
  return rows.map(({ status_list, ...group }) => ({ ...group, lists: JSON.parse(status_list) }));
}

/** Changes when the papers of a month change, or one of them is shown more fully. */
export async function papersFingerprint(db: Queryable, key: MonthKey): Promise<string> {
  const { rows } = await db.query<{ fingerprint: string | null }>({
    name: 'pipeline-fingerprint',
    text: `${REACH}
      select md5(string_agg(p.digest || p.held, ',' order by p.digest)) as fingerprint
      from found join pipeline_papers p on p.tenant_id = $1 and p.digest = found.digest`,
    values: values(key),
  });
  return rows[0]?.fingerprint ?? '';
}

export interface Counted {
  /** Changes with every paper that a month could be computed from, of whatever line: only where it did the others are asked. */
  readonly papers: number;
  /** Of the line in the month itself. */
  readonly own: number;
}

/** How many papers a tenant holds that a month could be computed from. */
export async function papersCounted(
  db: Queryable,
  { tenantId, line, month, since }: MonthKey,
): Promise<Counted> {
  const { rows } = await db.query<Counted>({
    name: 'pipeline-counted',
    text: `select coalesce(sum(papers), 0)::integer as papers,
             coalesce(sum(own) filter (where line = $4 and month = $2), 0)::integer as own
           from pipeline_counts where tenant_id = $1 and (month = '' or month between $3 and $2)`,
    values: [tenantId, month, since, line],
  });
  return rows[0] ?? { papers: 0, own: 0 };
}

/** The largest month whose papers are put beside a filing; a larger one is entered on what travels with it. */
const MOST_BESIDE = 2000;

/** Digests under which the papers of a month are held, for a filing that enters what it measured; none where there are too many. */
export async function heldPapers(db: Queryable, key: MonthKey): Promise<string[]> {
  const { rows } = await db.query<{ held: string }>({
    name: 'pipeline-held',
    text: `${REACH}
      select p.held from found join pipeline_papers p on p.tenant_id = $1 and p.digest = found.digest
      order by p.held limit ${MOST_BESIDE + 1}`,
    values: values(key),
  });
  return rows.length > MOST_BESIDE ? [] : rows.map(({ held }) => held);
}
