import type { EntryNumberBank } from '@portolan/contract';
import { TextInput } from '@trussworks/react-uswds';
import { Form, Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { groupDigits } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { ClientTabs } from './client-tabs.tsx';
import { RangeForm } from './range-form.tsx';
import { VoidForm } from './void-form.tsx';

export function loader({ request }: LoaderFunctionArgs): Promise<EntryNumberBank> {
  const q = new URL(request.url).searchParams.get('q') ?? undefined;
  return getAsMember<EntryNumberBank>(request, `/api/entry-numbers${query({ q, limit: '100' })}`);
}

type Held = EntryNumberBank['numbers'][number];

const STATES: Record<Held['state'], readonly [string, string]> = {
  filed: ['good', 'Filed'],
  drawn: ['info', 'Given, not filed'],
  void: ['wait', 'Void'],
};

function About({ held: { number, state, about, draft } }: { held: Held }) {
  if (state === 'filed') return <Link to={`/entries/${number}`}>{about}</Link>;
  return draft ? <Link to={`/drafts/${draft}`}>{about}</Link> : about;
}

function Search() {
  const [search] = useSearchParams();
  return (
    <Form method="get" role="search" className="filters no-print" key={search.toString()}>
      <div className="field">
        <label htmlFor="filter-q">Number or words</label>
        <TextInput id="filter-q" name="q" type="search" defaultValue={search.get('q') ?? ''} />
      </div>
      <button type="submit" className="usa-button usa-button--outline">
        Find
      </button>
    </Form>
  );
}

/** The bank of entry numbers: what is used, free and void. */
export function Component() {
  const bank = useLoaderData<typeof loader>();
  const count = (value: number) => groupDigits(String(value));
  return (
    <Page
      title="Entry numbers"
      lead={`The series of filer ${bank.filerCode}. No number is ever given twice.`}
    >
      <ClientTabs />
      {bank.low && (
        <Notice tone="wait">
          {bank.free === 0 ? 'No number is left.' : `Only ${count(bank.free)} numbers are left.`} Set a
          further range below.
        </Notice>
      )}
      <Section title="Series" id="series">
        <Definitions
          items={[
            ['Range', `${bank.first} to ${bank.last}`],
            ['Next number', bank.next ?? 'none: the series is at its end'],
            ['Used', count(bank.used)],
            ['Free', count(bank.free)],
            ['Void', count(bank.voided)],
            ['Warning below', count(bank.warnBelow)],
          ]}
        />
      </Section>
      <Section title="Numbers" id="numbers">
        <Search />
        <DataTable
          caption="Numbers that are held or void, newest first"
          captionHidden
          rows={bank.numbers}
          rowKey={({ number }) => number}
          empty={<p>No number was given yet.</p>}
          columns={[
            { header: 'Number', cell: ({ number }) => number },
            {
              header: 'State',
              cell: ({ state }) => (
                <span className={`pill pill--${STATES[state][0]}`}>{STATES[state][1]}</span>
              ),
            },
            { header: 'For', cell: (held) => <About held={held} /> },
            { header: 'When', cell: ({ at }) => <When at={at} /> },
            { header: 'By', cell: ({ by }) => by ?? 'this node' },
          ]}
        />
      </Section>
      <Section title="Void numbers" id="void">
        <VoidForm filerCode={bank.filerCode} />
      </Section>
      <Section title="Set the range" id="range">
        <RangeForm bank={bank} />
      </Section>
    </Page>
  );
}
