import type { EntryState, EntrySummaryRow } from '@portolan/contract';
import type { CaseRow } from '../store/cases.ts';
import { stateWords, whoMoves } from './words.ts';

/** An entry as a list shows it. */
export function entryRow(row: CaseRow): EntrySummaryRow {
  const { summary } = row;
  return {
    entryNumber: row.entry_number ?? '',
    state: row.state as EntryState,
    stateWords: stateWords[row.state],
    whoMoves: whoMoves(row),
    importer: summary.importer ?? 'Not disclosed',
    filer: summary.filer ?? 'Not disclosed',
    filedAt: row.created_at,
    updatedAt: row.updated_at,
    lines: summary.lines,
    enteredValue: summary.enteredValue,
    ...(summary.total === undefined ? {} : { total: summary.total }),
    claims: [...summary.claims],
    openRequests: summary.openRequests,
    story: row.story_at !== null,
  };
}
