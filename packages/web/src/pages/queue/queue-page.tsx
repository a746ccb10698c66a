import type { QueueItem } from '@portolan/contract';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { counted, groupDigits } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Filters } from '../../ui/filters.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { entryStates } from '../entry/entry-states.ts';

interface Queue {
  items: QueueItem[];
  next?: string;
  total: number;
}

export function loader({ request }: LoaderFunctionArgs): Promise<Queue> {
  const { searchParams } = new URL(request.url);
  const of = (name: string) => searchParams.get(name) ?? undefined;
  return getAsMember<Queue>(
    request,
    `/api/queue${query({ q: of('q'), state: of('state'), cursor: of('cursor') })}`,
  );
}

function Reasons({ item }: { item: QueueItem }) {
  return (
    <ul className="plain-list stack-tight">
      {item.hits.map((hit) => (
        <li key={`${hit.rule}${hit.reason}`}>
          {hit.reason}{' '}
          <span className="muted small">
            ({hit.rule}, weight {hit.weight})
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Entries that wait for an officer, by risk and time left, each with the reason for each hit. */
export function Component() {
  const { items, next, total } = useLoaderData<typeof loader>();
  return (
    <Page wide title="Queue" lead={`${counted(total, 'entry waits', 'entries wait')} for an officer.`}>
      <Section title="By risk and time left">
        <Filters placeholderHint="Entry number, importer or goods" states={entryStates} />
        <DataTable
          caption="Entries that wait for an officer; values in US dollars"
          rows={items}
          rowKey={(item) => item.entryNumber}
          empty={<p>Nothing waits for an officer.</p>}
          columns={[
            {
              header: 'Entry',
              cell: (item) => (
                <>
                  <Link to={`/entries/${item.entryNumber}`}>{item.entryNumber}</Link>{' '}
                  {item.story && <span className="pill pill--violet">Story</span>}
                </>
              ),
            },
            { header: 'Risk weight', numeric: true, cell: (item) => item.weight },
            { header: 'Time left', cell: (item) => item.dueWords },
            { header: 'Why', cell: (item) => <Reasons item={item} /> },
            { header: 'State', cell: (item) => item.stateWords },
            { header: 'Importer', cell: (item) => item.importer },
            { header: 'Value (USD)', numeric: true, cell: (item) => groupDigits(item.enteredValue) },
          ]}
        />
        <Pager next={next} label="Pages of the queue" />
      </Section>
    </Page>
  );
}
