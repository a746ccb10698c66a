import type { TradeContext } from '../context.ts';
import { enteredKeys } from '../filing/claim-key.ts';
import { enteredOn } from '../store/claims.ts';
import type { FiledEntry } from './filed.ts';

/** Other entries at an agency that enter the invoice lines of one, by its line. For the agency's own eyes. */
export async function enteredElsewhere(
  { pool, crypto }: Pick<TradeContext, 'pool' | 'crypto'>,
  { row, dossier }: Pick<FiledEntry, 'row' | 'dossier'>,
): Promise<{ line: number; entryNumber: string; filer: string }[]> {
  const keys = enteredKeys(crypto, dossier, dossier.evidence);
  const rows = await enteredOn(
    pool,
    row.tenant_id,
    keys.map(({ key }) => key),
  );
  const others = Map.groupBy(
    rows.filter(({ case_id }) => case_id !== row.case_id),
    ({ claim_key }) => claim_key,
  );
  return keys.flatMap(({ line, key }) =>
    (others.get(key) ?? []).map(({ entry_number: entryNumber, filer }) => ({ line, entryNumber, filer })),
  );
}
