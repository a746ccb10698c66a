import type { Entry } from '@portolan/filing';
import type { PoolClient } from 'pg';
import type { CaseRow } from '../trade/store/cases.ts';
import { saveProgress } from './store.ts';

/** Begins to follow an entry that is filed, for its statement and terms; stories stay on their own date and are left out. */
export async function followEntry(
  tx: PoolClient,
  { tenant_id, case_id, story_at }: CaseRow,
  entry: Entry,
  total: string | undefined,
): Promise<void> {
  if (story_at !== null) return;
  await saveProgress(tx, [
    {
      ...{ tenant_id, case_id, entry_number: entry.entryNumber ?? '', entry_type: entry.entryType },
      ...{ importer_number: entry.importerOfRecord.number, importer: entry.importerOfRecord.name },
      ...{ import_date: entry.importDate, entry_date: entry.entryDate },
      owed_cents: total === undefined ? null : total.replace('.', ''),
    },
  ]);
}
