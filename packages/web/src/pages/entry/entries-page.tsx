import type { EntrySummaryRow } from '@portolan/contract';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { programWords } from '../../format/codes.ts';
import { counted, groupDigits } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Filters } from '../../ui/filters.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { When } from '../../ui/when.tsx';
import { entryStates, stateTone } from './entry-states.ts';
import { ExportEntries } from './export-entries.tsx';

interface Entries {
  items: EntrySummaryRow[];
  next?: string;
  total: number;
}

export function loader({ request }: LoaderFunctionArgs): Promise<Entries> {
  const { searchParams } = new URL(request.url);
  const of = (name: string) => searchParams.get(name) ?? undefined;
  return getAsMember<Entries>(
    request,
    `/api/entries${query({ q: of('q'), state: of('state'), cursor: of('cursor') })}`,
  );
}

function EntriesTable({ items }: { items: readonly EntrySummaryRow[] }) {
  return (
    <DataTable
      caption="Entries, the newest first; money in US dollars"
      rows={items}
      rowKey={(row) => row.entryNumber}
      empty={
        <>
          <p>No entry here.</p>
          <p>Change the search, or file a shipment.</p>
        </>
      }
      columns={[
        {
          header: 'Entry',
          cell: (row) => (
            <>
              <Link to={`/entries/${row.entryNumber}`}>{row.entryNumber}</Link>{' '}
              {row.story && <span className="pill pill--violet">Story</span>}
            </>
          ),
        },
        {
          header: 'State',
          cell: (row) => (
            <div className="stack-lines">
              <span className={`pill pill--${stateTone(row.state)}`}>{row.stateWords}</span>
              <span className="muted small">Next: {row.whoMoves}</span>
            </div>
          ),
        },
        { header: 'Importer', cell: (row) => row.importer },
        { header: 'Filed', cell: (row) => <When at={row.filedAt} /> },
        { header: 'Lines', numeric: true, cell: (row) => row.lines },
        { header: 'Value (USD)', numeric: true, cell: (row) => groupDigits(row.enteredValue) },
        {
          header: 'To pay (USD)',
          numeric: true,
          cell: (row) => (row.total === undefined ? '–' : groupDigits(row.total)),
        },
        { header: 'Claims', cell: (row) => row.claims.map(programWords).join('; ') || 'none' },
        { header: 'Open requests', numeric: true, cell: (row) => row.openRequests },
      ]}
    />
  );
}

/** Entries the organization filed, received or is a party to. */
export function Component() {
  const { items, next, total } = useLoaderData<typeof loader>();
  return (
    <Page
      wide
      title="Entries"
      lead={<p>{counted(total, 'entry', 'entries')} in this list</p>}
      actions={
        items.length > 0 && (
          <>
            <Link className="usa-button usa-button--outline" to="/compare">
              Compare with summaries filed
            </Link>
            <ExportEntries />
          </>
        )
      }
    >
      <Section title="List">
        <Filters placeholderHint="Entry number, importer or goods" states={entryStates} />
        <EntriesTable items={items} />
        <Pager next={next} label="Pages of entries" />
      </Section>
    </Page>
  );
}
