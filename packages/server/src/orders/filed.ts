import type { Evidence, FilingRecord } from '@portolan/documents';
import type { Instant } from '@portolan/kernel';
import { type FiledBytes, readDossier } from '../trade/dossier/kept.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import { filingEnvelope } from '../trade/store/filings.ts';
import { type MilestoneRow, milestoneRecord, milestonesOf } from './milestones.ts';

interface FiledRow extends FiledBytes {
  readonly envelope_digest: string;
  readonly case_id: string;
  readonly entry_number: string;
  readonly version: number;
  readonly filed_at: Instant;
  readonly released_at: Instant | null;
}

/** Records for the graph, and how many older filings are not among them. */
export interface FiledRecords {
  readonly records: FilingRecord[];
  readonly left: number;
}

/** The newest so many filings make records. */
const MOST_FILINGS = 2000;

/**
 * What a tenant filed or has copies of, as the graph takes it: entries, what changed them, releases, and what their filer
 * recorded of the agency's own system: release, summary, liquidation. `ofThese` takes the filings of the papers held alone.
 */
export async function filingRecords(
  db: Queryable,
  tenantId: string,
  held: ReadonlyMap<string, Evidence>,
  ofThese = false,
): Promise<FiledRecords> {
  const [filed, milestones] = await Promise.all([
    db.query<FiledRow & { total: number }>({
      name: 'orders-filings',
      text: `select f.envelope_digest, f.case_id, f.entry_number, f.version, f.filed_at, f.dossier, e.content as envelope,
               count(*) over ()::int as total,
               (select min(d.decided_at) from decisions d
                where d.tenant_id = f.tenant_id and d.case_id = f.case_id and d.outcome = 'accept') as released_at
             from filings f ${filingEnvelope} where f.tenant_id = $1
               and ($2::text[] is null or f.case_id in
                 (select case_id from case_evidence where tenant_id = $1 and digest = any($2)))
             order by f.received_at desc, f.case_id, f.version limit ${MOST_FILINGS}`,
      values: [tenantId, ofThese ? [...held.keys()] : null],
    }),
    milestonesOf(db, tenantId),
  ]);
  const records = filed.rows.flatMap((row) => recordsOf(row, held, milestones.get(row.case_id) ?? []));
  return { records, left: (filed.rows[0]?.total ?? 0) - filed.rows.length };
}

function recordsOf(
  row: FiledRow,
  held: ReadonlyMap<string, Evidence>,
  milestones: readonly MilestoneRow[],
): FilingRecord[] {
  const { entry, evidence } = readDossier(row);
  const invoices = evidence.flatMap(({ digest }) => {
    const item = held.get(digest);
    return item?.type === 'CommercialInvoice' ? [item] : [];
  });
  const { entry_number: entryNumber, released_at } = row;
  const filed: FilingRecord = {
    id: row.envelope_digest,
    stage: stageOf(row),
    entryNumber,
    date: row.filed_at.slice(0, 10),
    transportDocuments: entry.billOfLading,
    lines: entry.lines.map((line) => ({
      number: String(line.number),
      evidence: invoices.flatMap(({ digest, document }) => {
        if (document.number !== line.invoice.number) return [];
        const index = document.lines.findIndex(({ number }) => number === String(line.invoice.line));
        return index < 0 ? [] : [{ digest, pointer: `/lines/${index}` }];
      }),
      ...(line.invoice.quantity ? { quantity: line.invoice.quantity } : {}),
    })),
  };
  if (row.version > 1) return [filed];
  const recorded = milestones.map((milestone) => milestoneRecord(milestone, entryNumber, entry));
  const known = recorded.some(({ stage }) => stage === 'release');
  if (!released_at || known) return [filed, ...recorded];
  const release: FilingRecord = {
    id: `release of ${row.envelope_digest}`,
    stage: 'release',
    entryNumber,
    date: released_at.slice(0, 10),
    transportDocuments: entry.billOfLading,
  };
  return [filed, release, ...recorded];
}

/** The first filing is the entry; a later one amends it before its release, and corrects it after. */
function stageOf({ version, filed_at, released_at }: FiledRow): FilingRecord['stage'] {
  if (version === 1) return 'entry';
  return released_at !== null && filed_at > released_at ? 'correction' : 'amendment';
}
