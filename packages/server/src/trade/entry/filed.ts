import type { Evidence } from '@portolan/documents';
import { ok, type Result, refused } from '@portolan/kernel';
import type { Dossier } from '@portolan/programs';
import type { TradeContext } from '../context.ts';
import { expandDossier, readDossier } from '../dossier/kept.ts';
import { caseUnknown } from '../draft/open.ts';
import type { Queryable } from '../store/bulk.ts';
import { type CaseRow, caseOfEntry } from '../store/cases.ts';
import { type EvidenceRow, readEvidence } from '../store/evidence.ts';
import { type FilingRow, lastFiling } from '../store/filings.ts';

/** A filed entry as one organization holds it. */
export interface FiledEntry {
  readonly row: CaseRow;
  readonly filing: FilingRow;
  readonly dossier: Dossier;
  readonly held: ReadonlyMap<string, EvidenceRow>;
}

/** The case of an entry; another organization's, and a number nobody filed, is not found. */
export async function findCase(
  db: Queryable,
  tenantId: string,
  entryNumber: string,
): Promise<Result<CaseRow>> {
  const row = await caseOfEntry(db, tenantId, dashed(entryNumber));
  if (!row || row.state === 'draft' || row.state === 'discarded')
    return refused(caseUnknown('entry', entryNumber));
  return ok(row);
}

/** The last version of an entry with all its evidence. */
export async function openEntry(
  context: Pick<TradeContext, 'pool'>,
  tenantId: string,
  entryNumber: string,
): Promise<Result<FiledEntry>> {
  const row = await findCase(context.pool, tenantId, entryNumber);
  if (!row.ok) return row;
  return openFiled(context, row.value);
}

export async function openFiled(
  context: Pick<TradeContext, 'pool'>,
  row: CaseRow,
): Promise<Result<FiledEntry>> {
  const filing = await lastFiling(context.pool, row.tenant_id, row.case_id);
  // A party that only holds evidence of an entry has no dossier of it.
  if (!filing) return refused(caseUnknown('entry', row.entry_number ?? row.case_id));
  const kept = readDossier(filing);
  const held = await readEvidence(
    context.pool,
    row.tenant_id,
    kept.evidence.map(({ digest }) => digest),
  );
  const dossier = expandDossier(kept, held);
  return dossier.ok ? ok({ row, filing, dossier: dossier.value, held }) : dossier;
}

/** An entry number with its dashes, however it was written. */
export function dashed(entryNumber: string): string {
  const plain = entryNumber.replaceAll('-', '').toUpperCase();
  return plain.replace(/^(.{3})(.{7})(.)$/, '$1-$2-$3');
}

/** Who signed a document of a dossier; undefined when nobody did. */
export function signerOf(evidence: readonly Evidence[], digest: string | undefined): string | undefined {
  return evidence.find((item) => item.digest === digest)?.issuer;
}
