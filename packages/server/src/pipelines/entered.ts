import type { PipelineManifest } from '@portolan/documents';
import { Decimal, type Instant } from '@portolan/kernel';
import type { EnteredPeriod } from '@portolan/programs';
import type { Queryable } from '../trade/store/bulk.ts';

interface MonthOf {
  readonly tenantId: string;
  readonly line: string;
  readonly month: string;
}

interface CaseColumns {
  readonly case_id: string;
  readonly state: string;
  readonly entry_number: string | null;
  readonly filed_at: Instant | null;
  readonly created_at: Instant;
}

const CASE = `c.case_id, c.state, c.entry_number, c.created_at,
  (select min(f.filed_at) from filings f where f.tenant_id = c.tenant_id and f.case_id = c.case_id) as filed_at`;

/**
 * Entries of a month at a tenant: those drafted here, and those that were filed with a manifest of the line. A draft that was
 * discarded, and a filing that was refused, cover nothing.
 */
export async function enteredPeriods(db: Queryable, key: MonthOf): Promise<EnteredPeriod[]> {
  const [drafted, manifests] = await Promise.all([draftedHere(db, key), filedManifests(db, key)]);
  const byEntry = new Map<string, EnteredPeriod>();
  for (const period of [...drafted, ...manifests]) {
    const name = `${period.entry} ${period.owner}`;
    const known = byEntry.get(name);
    if (!known || known.volumes.length < period.volumes.length) byEntry.set(name, period);
  }
  return [...byEntry.values()].sort((left, right) =>
    left.from + left.entry + left.owner < right.from + right.entry + right.owner ? -1 : 1,
  );
}

async function draftedHere(db: Queryable, { tenantId, line, month }: MonthOf): Promise<EnteredPeriod[]> {
  const { rows } = await db.query<
    CaseColumns & { owner_did: string; from_day: string; to_day: string; volumes: EnteredPeriod['volumes'] }
  >({
    name: 'pipeline-drafted',
    text: `select e.owner_did, e.from_day::text, e.to_day::text, e.volumes, ${CASE} from pipeline_entries e
           join cases c on c.tenant_id = e.tenant_id and c.case_id = e.case_id and c.state <> 'discarded'
           where e.tenant_id = $1 and e.line = $2 and e.month = $3`,
    values: [tenantId, line, month],
  });
  return rows.map(({ owner_did: owner, from_day: from, to_day: to, volumes, ...row }) => ({
    ...{ owner, from, to, volumes },
    ...entryOf(row),
  }));
}

async function filedManifests(db: Queryable, { tenantId, line, month }: MonthOf): Promise<EnteredPeriod[]> {
  const { rows } = await db.query<CaseColumns & { body: string }>({
    name: 'pipeline-filed-manifests',
    text: `select p.body, ${CASE} from pipeline_places w
           join pipeline_papers p on p.tenant_id = w.tenant_id and p.digest = w.digest and p.type = 'PipelineManifest'
           join case_evidence v on v.tenant_id = w.tenant_id and v.digest = p.held
           join cases c on c.tenant_id = v.tenant_id and c.case_id = v.case_id
             and c.state not in ('draft', 'discarded', 'refused')
           where w.tenant_id = $1 and w.line = $2 and w.month = $3`,
    values: [tenantId, line, month],
  });
  return rows.flatMap(({ body, ...row }) => periodsOf(JSON.parse(body).document, row));
}

/** A manifest has the days of one owner or of several; each has its own period. */
function periodsOf({ days }: PipelineManifest, row: CaseColumns): EnteredPeriod[] {
  return [...Map.groupBy(days, ({ owner }) => owner.did)].map(([owner, own]) => {
    const named = own.map(({ day }) => day).sort();
    return {
      ...{ owner, from: named[0] as string, to: named.at(-1) as string, volumes: volumesOf(own) },
      ...entryOf(row),
    };
  });
}

function volumesOf(days: PipelineManifest['days']): EnteredPeriod['volumes'] {
  const inBarrels = days.filter(({ volume }) => volume.unit === 'BLL' && volume.base === '60F');
  return [...Map.groupBy(inBarrels, ({ hts }) => hts)].flatMap(([hts, own]) => {
    if (hts === undefined) return [];
    const volume = own.reduce((sum, one) => sum.plus(Decimal.of(one.volume.value)), Decimal.zero);
    return [{ hts, volume: volume.toString() }];
  });
}

function entryOf({ case_id, state, entry_number, filed_at, created_at }: CaseColumns) {
  return {
    entry: entry_number ?? case_id,
    state: state === 'draft' ? ('draft' as const) : ('filed' as const),
    filedAt: filed_at ?? created_at,
  };
}
