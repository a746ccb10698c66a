import { Button, TextInput } from '@trussworks/react-uswds';
import { Form, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { counted } from '../../format/numbers.ts';
import { LevelPill } from '../../standing/level-pill.tsx';
import { PartyLink } from '../../standing/party-link.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import type { Notice } from './card.ts';
import { NoticeTable } from './notice-table.tsx';
import { PartyTabs } from './party-tabs.tsx';

interface Summary {
  subject: string;
  name: string;
  level: string;
  barred: boolean;
  counted: number;
  findings: number;
}

interface Parties {
  standings: { items: Summary[]; next?: string; total: number };
  notices: Notice[];
}

export async function loader({ request }: LoaderFunctionArgs): Promise<Parties> {
  const { searchParams } = new URL(request.url);
  const of = (name: string) => searchParams.get(name) ?? undefined;
  const [standings, notices] = await Promise.all([
    getAsMember<Parties['standings']>(
      request,
      `/api/standings${query({ q: of('q'), cursor: of('cursor') })}`,
    ),
    getAsMember<{ items: Notice[] }>(request, '/api/standing-notices'),
  ]);
  return { standings, notices: notices.items };
}

function Search() {
  const [search] = useSearchParams();
  return (
    <Form method="get" role="search" className="filters no-print" key={search.toString()}>
      <div className="field">
        <label htmlFor="party-q">Search</label>
        <span className="hint" id="party-q-hint">
          Part of a name
        </span>
        <TextInput
          id="party-q"
          name="q"
          type="search"
          aria-describedby="party-q-hint"
          defaultValue={search.get('q') ?? ''}
        />
      </div>
      <Button type="submit" outline>
        Show
      </Button>
    </Form>
  );
}

/** The parties that the organization knows something about, with their standings now. */
export function Component() {
  const { standings, notices } = useLoaderData<typeof loader>();
  return (
    <Page
      wide
      title="Parties"
      lead={`Everybody about whom your organization holds attestations: ${counted(standings.total, 'party', 'parties')}.`}
    >
      <PartyTabs />
      <Section title="Standings now">
        <Search />
        <DataTable
          caption="Parties and their standings"
          captionHidden
          rows={standings.items}
          rowKey={({ subject }) => subject}
          empty={<p>Nobody here. Attestations come in when they are signed about you or sent to you.</p>}
          columns={[
            { header: 'Party', cell: ({ subject, name }) => <PartyLink did={subject} name={name} /> },
            { header: 'Level', cell: ({ level, barred }) => <LevelPill level={level} barred={barred} /> },
            { header: 'Attestations that count', numeric: true, cell: (row) => row.counted },
            { header: 'Findings', numeric: true, cell: (row) => row.findings },
          ]}
        />
        <Pager next={standings.next} label="Pages of parties" />
      </Section>
      <Section title="What changed">
        <NoticeTable notices={notices} />
      </Section>
    </Page>
  );
}
