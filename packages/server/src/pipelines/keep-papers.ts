import { keyOf } from '../traceability/keys.ts';
import { bulkInsert, type Queryable } from '../trade/store/bulk.ts';
import type { Paper } from './paper.ts';

interface PaperRow {
  tenant_id: string;
  digest: string;
  held: string;
  type: string;
  number: string;
  issuer: string;
  known_at: string;
  begins_at: string | undefined;
  status_list: string;
  status_index: number;
  body: string;
}

const insertPapers = bulkInsert<PaperRow>(
  'pipeline_papers',
  {
    ...{ tenant_id: 'uuid', digest: 'text', held: 'text', type: 'text', number: 'text', issuer: 'text' },
    ...{ known_at: 'timestamptz', begins_at: 'timestamptz', status_list: 'text', status_index: 'integer' },
    body: 'wide',
  },
  {
    // Of one paper shown in two ways the fuller one is read.
    conflict: `on conflict (tenant_id, digest) do update set held = excluded.held, body = excluded.body
               where length(excluded.body) > length(pipeline_papers.body)`,
    returning: 'tenant_id, digest',
  },
);

interface PlaceRow {
  tenant_id: string;
  line: string;
  month: string;
  digest: string;
}
const placeColumns = { tenant_id: 'uuid', line: 'text', month: 'text', digest: 'text' } as const;
const insertPlaces = bulkInsert<PlaceRow>('pipeline_places', placeColumns);

interface LotRow {
  tenant_id: string;
  lot_key: string;
  side: string;
  digest: string;
  month: string;
}
const insertLots = bulkInsert<LotRow>('pipeline_lots', {
  ...{ tenant_id: 'uuid', lot_key: 'uuid', side: 'text', digest: 'text', month: 'text' },
});

interface CountRow {
  tenant_id: string;
  line: string;
  month: string;
  papers: number;
  own: number;
}
const addCounts = bulkInsert<CountRow>(
  'pipeline_counts',
  { tenant_id: 'uuid', line: 'text', month: 'text', papers: 'integer', own: 'integer' },
  {
    conflict: `on conflict (tenant_id, line, month) do update
               set papers = pipeline_counts.papers + excluded.papers, own = pipeline_counts.own + excluded.own`,
  },
);

interface LineRow {
  tenant_id: string;
  line: string;
  name: string | undefined;
  operator_did: string | undefined;
  operator_name: string | undefined;
  commodity: string | undefined;
}
const nameLines = bulkInsert<LineRow>(
  'pipeline_lines',
  {
    ...{ tenant_id: 'uuid', line: 'text', name: 'text', operator_did: 'text', operator_name: 'text' },
    commodity: 'text',
  },
  {
    // The profile names a line; any other paper says no more than that there is one.
    conflict: `on conflict (tenant_id, line) do update set
      name = coalesce(excluded.name, pipeline_lines.name),
      operator_did = case when excluded.name is null then coalesce(pipeline_lines.operator_did, excluded.operator_did)
                     else excluded.operator_did end,
      operator_name = case when excluded.name is null then coalesce(pipeline_lines.operator_name, excluded.operator_name)
                      else excluded.operator_name end,
      commodity = case when excluded.name is null then coalesce(pipeline_lines.commodity, excluded.commodity)
                  else coalesce(excluded.commodity, pipeline_lines.commodity) end
      where (pipeline_lines.name, pipeline_lines.operator_did, pipeline_lines.commodity) is distinct from
        (coalesce(excluded.name, pipeline_lines.name), coalesce(excluded.operator_did, pipeline_lines.operator_did),
         coalesce(excluded.commodity, pipeline_lines.commodity))`,
  },
);

/** Keeps papers by what they are found by, in the transaction that keeps the documents. What is kept already changes nothing. */
export async function keepPapers(tx: Queryable, papers: readonly Paper[]): Promise<void> {
  const unique = fullest(papers);
  if (unique.length === 0) return;
  const kept = await insertPapers<{ tenant_id: string; digest: string }>(tx, unique.map(paperRow));
  const changed = new Set(kept.map(({ tenant_id, digest }) => `${tenant_id} ${digest}`));
  const fresh = unique.filter(({ tenantId, digest }) => changed.has(`${tenantId} ${digest}`));
  if (fresh.length === 0) return;
  await insertPlaces(tx, fresh.flatMap(placesOf));
  await insertLots(tx, fresh.flatMap(lotsOf));
  await nameLines(tx, linesOf(fresh));
  await addCounts(tx, countsOf(fresh));
}

/** Each once, in one order for everybody: two batches with the same papers must not wait for each other in a ring. */
function fullest(papers: readonly Paper[]): Paper[] {
  const unique = new Map<string, Paper>();
  for (const paper of papers) {
    const name = `${paper.tenantId} ${paper.digest}`;
    const known = unique.get(name);
    if (!known || known.body.length < paper.body.length) unique.set(name, paper);
  }
  return [...unique].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, paper]) => paper);
}

function paperRow({ tenantId, digest, held, type, issuer, knownAt, keys, status, body }: Paper): PaperRow {
  return {
    ...{ tenant_id: tenantId, digest, held, type, number: keys.number, issuer, known_at: knownAt },
    ...{ begins_at: keys.beginsAt, status_list: JSON.stringify(status.lists), status_index: status.index },
    body,
  };
}

function placesOf({ tenantId, digest, keys }: Paper): PlaceRow[] {
  const lines = keys.lines.length > 0 ? keys.lines : [''];
  const months = keys.months.length > 0 ? [...keys.months, ...keys.near] : [''];
  return lines.flatMap((line) => months.map((month) => ({ tenant_id: tenantId, line, month, digest })));
}

/** A lot is found for the month after a paper and all later ones, so the first month of a paper is enough. */
function lotsOf({ tenantId, digest, keys }: Paper): LotRow[] {
  const [month = ''] = keys.months;
  const of = (side: string, lots: readonly string[]) =>
    [...new Set(lots)].map((lot) => ({ tenant_id: tenantId, lot_key: keyOf(lot), side, digest, month }));
  return [...of('m', keys.makes), ...of('t', keys.takes), ...of('s', keys.about)];
}

function linesOf(papers: readonly Paper[]): LineRow[] {
  const rows = new Map<string, LineRow>();
  for (const { tenantId, keys } of papers)
    for (const line of keys.lines) {
      const key = `${tenantId} ${line}`;
      const known = rows.get(key);
      const { name, operator } = keys.named ?? {};
      if (known && name === undefined) continue;
      rows.set(key, {
        ...{ tenant_id: tenantId, line, name, operator_did: operator?.did, operator_name: operator?.name },
        commodity: keys.commodity ?? known?.commodity,
      });
    }
  return sorted([...rows]);
}

function countsOf(papers: readonly Paper[]): CountRow[] {
  const counts = new Map<string, CountRow>();
  for (const paper of papers)
    for (const { tenant_id, line, month } of placesOf(paper)) {
      const key = `${tenant_id} ${line} ${month}`;
      const known = counts.get(key) ?? { tenant_id, line, month, papers: 0, own: 0 };
      known.papers += 1;
      if (paper.keys.months.includes(month)) known.own += 1;
      counts.set(key, known);
    }
  return sorted([...counts]);
}

function sorted<Row>(entries: [string, Row][]): Row[] {
  return entries.sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row);
}
