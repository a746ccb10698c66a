import type { Evidence } from '@portolan/documents';
import type { Dossier, EnteredBefore } from '@portolan/programs';
import type { TradeContext } from '../context.ts';
import { enterableKeys, enteredKeys } from '../filing/claim-key.ts';
import type { Queryable } from '../store/bulk.ts';
import type { CaseRow } from '../store/cases.ts';
import { enteredOn } from '../store/claims.ts';

/**
 * What the own organization entered of the invoices of a draft, in other entries: asked once, for whatever entry the draft comes to. The
 * agency looks again at filing, and among the entries of all filers.
 */
export async function enteredByUs(
  { crypto }: Pick<TradeContext, 'crypto'>,
  db: Queryable,
  { tenant_id, case_id }: Pick<CaseRow, 'tenant_id' | 'case_id'>,
  evidence: readonly Evidence[],
): Promise<(dossier: Dossier) => EnteredBefore[]> {
  const rows = await enteredOn(db, tenant_id, enterableKeys(crypto, evidence));
  const others = Map.groupBy(
    rows.filter((row) => row.case_id !== case_id),
    ({ claim_key }) => claim_key,
  );
  if (others.size === 0) return () => [];
  return (dossier) =>
    enteredKeys(crypto, dossier, dossier.evidence).flatMap(({ line, key }) =>
      (others.get(key) ?? []).map(({ entry_number: entryNumber, part }) => ({
        ...{ line, entryNumber },
        ...(part ? { quantity: part } : {}),
      })),
    );
}
