import type { OversightAct } from '@portolan/parties';
import { Button } from '@trussworks/react-uswds';
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import { getAsMember } from '../../app/session.ts';
import { toCsv } from '../../format/csv.ts';
import { actNames, actWords } from '../../standing/act-words.ts';
import { PartyLink } from '../../standing/party-link.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { download } from '../../ui/download.ts';
import { Filters } from '../../ui/filters.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { TrustTabs } from './trust-tabs.tsx';

export async function loader({ request }: LoaderFunctionArgs): Promise<OversightAct[]> {
  const { items } = await getAsMember<{ items: OversightAct[] }>(request, '/api/oversight/acts');
  return items.toSorted((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0));
}

function useShown(acts: readonly OversightAct[]): OversightAct[] {
  const [search] = useSearchParams();
  const words = (search.get('q') ?? '').toLowerCase();
  const kind = search.get('state') ?? '';
  return acts.filter(
    (act) =>
      (kind === '' || act.act === kind) &&
      `${actWords(act)} ${act.by} ${act.reason} ${subjectOf(act) ?? ''}`.toLowerCase().includes(words),
  );
}

function subjectOf(act: OversightAct): string | undefined {
  if ('subject' in act) return act.subject;
  return 'attester' in act ? act.attester : undefined;
}

function About({ act }: { act: OversightAct }) {
  if ('attester' in act) return <PartyLink did={act.attester} name={act.name} />;
  const subject = subjectOf(act);
  return subject ? <PartyLink did={subject} name={subject} /> : <>the act named in it</>;
}

function save(acts: readonly OversightAct[]): void {
  const rows = acts.map((act) => [act.at, actWords(act), subjectOf(act) ?? '', act.by, act.reason, act.id]);
  download('oversight.csv', 'text/csv', toCsv(['at', 'act', 'about', 'by', 'reason', 'id'], rows));
}

/** Every act of oversight, newest first: recorded once, never changed. */
export function Component() {
  const acts = useShown(useLoaderData<typeof loader>());
  return (
    <Page
      wide
      title="Audit of oversight"
      lead="Every act with its author and reason. What stands now is what the acts add up to."
      actions={
        <Button type="button" outline onClick={() => save(acts)}>
          Save as CSV
        </Button>
      }
    >
      <TrustTabs />
      <Section title="Acts">
        <Filters placeholderHint="Party, author or words of the reason" states={actNames} />
        <DataTable
          caption="Acts of oversight"
          captionHidden
          rows={acts}
          rowKey={({ id }) => id}
          empty={<p>No such act.</p>}
          columns={[
            { header: 'When', cell: ({ at }) => <When at={at} /> },
            { header: 'What', cell: actWords },
            { header: 'About', cell: (act) => <About act={act} /> },
            { header: 'By', cell: ({ by }) => by },
            { header: 'Reason', cell: ({ reason }) => reason },
            { header: 'Act', cell: ({ id }) => <LongId value={id} label="identifier of the act" /> },
          ]}
        />
      </Section>
    </Page>
  );
}
