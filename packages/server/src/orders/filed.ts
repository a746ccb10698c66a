import type { Evidence, FilingRecord } from '@portolan/documents';
import type { Entry } from '@portolan/filing';
import type { Instant } from '@portolan/kernel';
import { type EvidenceRef, readKept } from '../trade/dossier/kept.ts';
import type { Queryable } from '../trade/store/bulk.ts';

interface FiledRow {
  readonly envelope_digest: string;
  readonly entry_number: string;
  readonly version: number;
  readonly filed_at: Instant;
  readonly dossier: Uint8Array;
  readonly released_at: Instant | null;
}

interface Kept {
  readonly entry: Entry;
  readonly evidence: readonly EvidenceRef[];
}

/** What a tenant filed or has copies of, as the graph takes it: entries, what changed them, releases. */
export async function filingRecords(
  db: Queryable,
  tenantId: string,
  held: ReadonlyMap<string, Evidence>,
): Promise<FilingRecord[]> {
  const { rows } = await db.query<FiledRow>({
    name: 'orders-filings',
    text: `select f.envelope_digest, f.entry_number, f.version, f.filed_at, f.dossier,
             (select min(d.decided_at) from decisions d
              where d.tenant_id = f.tenant_id and d.case_id = f.case_id and d.outcome = 'accept') as released_at
           from filings f where f.tenant_id = $1 order by f.received_at desc, f.case_id, f.version limit 2000`,
    values: [tenantId],
  });
  return rows.flatMap((row) => recordsOf(row, held));
}

function recordsOf(row: FiledRow, held: ReadonlyMap<string, Evidence>): FilingRecord[] {
  const { entry, evidence } = readKept<Kept>(row.dossier);
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
    })),
  };
  if (!released_at || row.version > 1) return [filed];
  const release: FilingRecord = {
    id: `release of ${row.envelope_digest}`,
    stage: 'release',
    entryNumber,
    date: released_at.slice(0, 10),
    transportDocuments: entry.billOfLading,
  };
  return [filed, release];
}

/** The first filing is the entry; a later one amends it before its release, and corrects it after. */
function stageOf({ version, filed_at, released_at }: FiledRow): FilingRecord['stage'] {
  if (version === 1) return 'entry';
  return released_at !== null && filed_at > released_at ? 'correction' : 'amendment';
}
