import type { BrokerSheet } from '@portolan/contract';
import { Decimal, sumDecimals } from '@portolan/kernel';
import type { Crossing, Signed } from '@portolan/programs';
import type { Queryable } from '../trade/store/bulk.ts';
import type { OpenMonth } from './open-month.ts';
import { ownProcess } from './see.ts';

/** A printed page names so many papers; the others are counted. */
const MOST_EVIDENCE = 200;

/** The broker's sheet of each owner who enters something of a month: what, day by day, and what it rests on. */
export async function brokerSheets(
  db: Queryable,
  tenantId: string,
  month: OpenMonth,
  owner?: string,
): Promise<BrokerSheet[]> {
  const owners = new Map(month.head.entries.map((entry) => [entry.owner.did, entry.owner]));
  const asked = [...owners.values()].filter(({ did }) => owner === undefined || did === owner);
  const byOwner = crossingsOf(month, new Set(asked.map(({ did }) => did)));
  return Promise.all(asked.map((one) => sheetOf(db, tenantId, month, one, byOwner.get(one.did) ?? [])));
}

function crossingsOf(month: OpenMonth, owners: ReadonlySet<string>): Map<string, Crossing[]> {
  const all = month.head.days.flatMap(({ day }) =>
    month.crossingsOn(day).filter(({ owner }) => owners.has(owner.did)),
  );
  return Map.groupBy(all, ({ owner }) => owner.did);
}

async function sheetOf(
  db: Queryable,
  tenantId: string,
  { head, entered, sheet }: OpenMonth,
  owner: BrokerSheet['owner'],
  crossings: readonly Crossing[],
): Promise<BrokerSheet> {
  const entries = head.entries.filter((entry) => entry.owner.did === owner.did);
  const digests = [...new Set(entries.flatMap(({ lines }) => lines.flatMap(({ evidence }) => evidence)))];
  const batches = new Set(crossings.map(({ batch }) => batch));
  return {
    ...{ line: head.line, month: head.month, owner, process: ownProcess(head.process, owner.did), entries },
    days: [...Map.groupBy(crossings, ({ day }) => day)].map(([day, own]) => dayRow(day, own)),
    total: volumeOf(crossings),
    evidence: await papersNamed(db, tenantId, digests.slice(0, MOST_EVIDENCE)),
    evidenceTotal: digests.length,
    findings: head.findings.filter(({ batch }) => batch !== undefined && batches.has(batch)),
    entered: entered
      .filter((one) => one.owner === owner.did)
      .map(({ entry, from, to, state }) => ({ entry, from, to, state })),
    digest: sheet.digest,
  };
}

function dayRow(day: string, own: readonly Crossing[]): BrokerSheet['days'][number] {
  const states = [...new Set(own.map(({ freeTrade }) => freeTrade.state))];
  const gravities = [...new Set(own.flatMap(({ api }) => api.reported ?? api.raw ?? []))];
  return {
    ...{ day, volume: volumeOf(own) },
    ...(gravities.length > 0 ? { api: gravities.sort().join(', ') } : {}),
    batches: [...new Set(own.map(({ batch }) => batch))],
    origin: [
      ...new Set(own.flatMap(({ origin }) => origin.map(({ country }) => country ?? 'unknown'))),
    ].sort(),
    freeTrade: states.length === 1 && states[0] ? states[0] : 'mixed',
    hts: [...new Set(own.flatMap(({ hts }) => hts ?? []))].sort(),
    inBond: own.some(({ inBond }) => inBond !== undefined),
  };
}

function volumeOf(crossings: readonly Crossing[]): string {
  return sumDecimals(crossings.map(({ volume }) => Decimal.of(volume))).toString();
}

async function papersNamed(
  db: Queryable,
  tenantId: string,
  digests: readonly string[],
): Promise<BrokerSheet['evidence']> {
  type Row = Pick<Signed, 'digest' | 'issuer'> & { type: string; number: string; name: string | null };
  const { rows } = await db.query<Row>({
    name: 'pipeline-papers-named',
    text: `select p.digest, p.type, p.number, p.issuer, coalesce(t.name, e.name) as name from pipeline_papers p
           left join tenants t on t.did = p.issuer left join peers e on e.did = p.issuer
           where p.tenant_id = $1 and p.digest = any($2) order by p.type, p.number, p.digest`,
    values: [tenantId, digests],
  });
  return rows.map(({ name, ...row }) => ({ ...row, ...(name === null ? {} : { issuerName: name }) }));
}
