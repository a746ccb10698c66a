import type { Title } from '@portolan/contract';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { counted } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { When } from '../../ui/when.tsx';
import { TitleStatePill } from './state.tsx';

interface Titles {
  items: Title[];
  next?: string;
  total: number;
}

export function loader({ request }: LoaderFunctionArgs): Promise<Titles> {
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  return getAsMember<Titles>(request, `/api/titles${query({ cursor })}`);
}

/** Bills of lading to order: what the organization registered, holds or held. */
export function Component() {
  const { items, next, total } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Titles"
      lead={`Bills of lading to order, each with one holder at a time: ${counted(total, 'title')}.`}
    >
      <Section title="List">
        <DataTable
          caption="Titles"
          rows={items}
          rowKey={({ title }) => title}
          empty={
            <p>
              None yet. A carrier registers a bill of lading to order on the page of the signed bill, under
              Certificates; a title endorsed to you appears here by itself.
            </p>
          }
          columns={[
            {
              header: 'Bill',
              cell: ({ title, number }) => <Link to={`/titles/${encodeURIComponent(title)}`}>{number}</Link>,
            },
            { header: 'Goods', cell: ({ goods }) => goods },
            { header: 'Holder', cell: ({ holder, isHolder }) => (isHolder ? 'You' : holder.name) },
            { header: 'State', cell: ({ state }) => <TitleStatePill state={state} /> },
            { header: 'Moved', cell: ({ updatedAt }) => <When at={updatedAt} /> },
          ]}
        />
        <Pager next={next} label="Pages of titles" />
      </Section>
    </Page>
  );
}
