import type { Client } from '@portolan/contract';
import { TextInput } from '@trussworks/react-uswds';
import { Form, Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { counted, groupDigits } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Bond } from './bond.tsx';
import { ClientForm } from './client-form.tsx';
import { ClientTabs } from './client-tabs.tsx';
import { paymentWords } from './payment.ts';

interface Clients {
  items: Client[];
  next?: string;
  total: number;
}

export function loader({ request }: LoaderFunctionArgs): Promise<Clients> {
  const { searchParams } = new URL(request.url);
  const of = (name: string) => searchParams.get(name) ?? undefined;
  return getAsMember<Clients>(request, `/api/clients${query({ q: of('q'), cursor: of('cursor') })}`);
}

function Search() {
  const [search] = useSearchParams();
  return (
    <Form method="get" role="search" className="filters no-print" key={search.toString()}>
      <div className="field">
        <label htmlFor="filter-q">Search</label>
        <TextInput id="filter-q" name="q" type="search" defaultValue={search.get('q') ?? ''} />
      </div>
      <button type="submit" className="usa-button usa-button--outline">
        Find
      </button>
    </Form>
  );
}

/** A filer's clients: what no paper of a shipment says, entered once. */
export function Component() {
  const { items, next, total } = useLoaderData<typeof loader>();
  return (
    <Page title="Clients" lead={`Importers that you file for: ${counted(total, 'client')}.`}>
      <ClientTabs />
      <Section title="List">
        <Search />
        <DataTable
          caption="Clients"
          rows={items}
          rowKey={({ number }) => number}
          empty={<p>No client yet. Enter one below: its bond then stands in every draft by itself.</p>}
          columns={[
            {
              header: 'Name',
              cell: ({ number, name }) => <Link to={`/clients/${encodeURIComponent(number)}`}>{name}</Link>,
            },
            { header: 'Importer number', cell: ({ number }) => number },
            { header: 'Bond', cell: (client) => <Bond client={client} /> },
            { header: 'Payment', cell: (client) => paymentWords(client) },
            {
              header: 'Entries, 365 days',
              numeric: true,
              cell: ({ entries }) => groupDigits(String(entries)),
            },
          ]}
        />
        <Pager next={next} label="Pages of clients" />
      </Section>
      <Section title="Enter a client" id="new">
        <ClientForm />
      </Section>
    </Page>
  );
}
