import type { EntrySummaryRow } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { get, query } from '../../api/client.ts';
import { toCsv } from '../../format/csv.ts';
import { counted } from '../../format/numbers.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { download } from '../../ui/download.ts';

const COLUMNS: readonly (readonly [header: string, cell: (row: EntrySummaryRow) => string])[] = [
  ['entry number', (row) => row.entryNumber],
  ['state', (row) => row.stateWords],
  ['next', (row) => row.whoMoves],
  ['importer', (row) => row.importer],
  ['filer', (row) => row.filer],
  ['filed at (UTC)', (row) => row.filedAt],
  ['lines', (row) => String(row.lines)],
  ['entered value (USD)', (row) => row.enteredValue],
  ['duty and fees (USD)', (row) => row.total ?? ''],
  ['claims', (row) => row.claims.join(' ')],
];

/** Entries as CSV, one row each, in the order of the list. */
export function entriesCsv(rows: readonly EntrySummaryRow[]): string {
  return toCsv(
    COLUMNS.map(([header]) => header),
    rows.map((row) => COLUMNS.map(([, cell]) => cell(row))),
  );
}

interface EntryPage {
  items: EntrySummaryRow[];
  next?: string;
}

/** Every page of the list that the search finds. */
async function allEntries(q: string | undefined, state: string | undefined): Promise<EntrySummaryRow[]> {
  const rows: EntrySummaryRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await get<EntryPage>(`/api/entries${query({ q, state, cursor, limit: '200' })}`);
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return rows;
}

/** Saves the whole list that the search finds, not only the page shown. */
export function ExportEntries() {
  const [search] = useSearchParams();
  const [busy, setBusy] = useState(false);
  const announce = useAnnounce();
  const save = async () => {
    setBusy(true);
    try {
      const rows = await allEntries(search.get('q') ?? undefined, search.get('state') ?? undefined);
      download('entries.csv', 'text/csv;charset=utf-8', entriesCsv(rows));
      announce(`${counted(rows.length, 'entry', 'entries')} exported`);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button type="button" outline disabled={busy} onClick={save}>
      {busy ? 'Exporting…' : 'Export as CSV'}
    </Button>
  );
}
