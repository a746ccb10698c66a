import type { PipelineLine } from '@portolan/contract';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { counted, groupDigits } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { linePath, monthPath } from './address.ts';
import { Pill } from './pill.tsx';
import { barrels, isOver, monthWords, roleWords } from './words.ts';

interface Lines {
  items: PipelineLine[];
  next?: string;
  total: number;
}

export function loader({ request }: LoaderFunctionArgs): Promise<Lines> {
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  return getAsMember<Lines>(request, `/api/pipelines${query({ cursor })}`);
}

type Counted = NonNullable<NonNullable<PipelineLine['latest']>['counted']>;

function Gaps({ days }: Pick<Counted, 'days'>) {
  if (days.missing + days.partly === 0) return <Pill state={['good', 'None']} />;
  return <Pill state={['bad', counted(days.missing + days.partly, 'day')]} />;
}

function Imbalance({ balance }: { balance: Counted }) {
  const words = barrels(balance.imbalance);
  return <Pill state={isOver(balance) ? ['bad', `${words}, over`] : ['good', words]} />;
}

function Entries({ entries }: Pick<Counted, 'entries'>) {
  if (entries.late > 0) return <Pill state={['bad', `${counted(entries.late, 'day')} late`]} />;
  if (entries.open > 0) return <Pill state={['wait', `${counted(entries.open, 'day')} open`]} />;
  return <Pill state={['good', 'Entered']} />;
}

const counting = (show: (one: Counted) => React.ReactNode) => (line: PipelineLine) =>
  line.latest?.counted ? show(line.latest.counted) : 'not known';

/** All lines that the organization holds papers of: the worst imbalance first, then the most gaps. */
export function Component() {
  const { items, next, total } = useLoaderData<typeof loader>();
  return (
    <Page
      wide
      title="Pipelines"
      lead={<p>{counted(total, 'line')}: the worst imbalance first, then the most days without a ticket.</p>}
      actions={<Link to="/pipelines/notices">Notices of shipment from a spreadsheet</Link>}
    >
      <Section title="Lines, by their newest month">
        <DataTable
          caption="Lines"
          captionHidden
          rows={items}
          rowKey={({ line }) => line}
          empty={
            <p>
              None yet. A line appears when its operator's profile or a ticket is signed here or sent to you;
              the operator signs them under Certificates, from a file or one by one.
            </p>
          }
          columns={[
            { header: 'Line', cell: ({ line, name }) => <Link to={linePath(line)}>{name}</Link> },
            { header: 'Operator', cell: ({ operator }) => operator?.name ?? 'not known' },
            { header: 'You are', cell: ({ role }) => roleWords[role] },
            {
              header: 'Month',
              cell: ({ latest, line }) =>
                latest ? <Link to={monthPath(line, latest.month)}>{monthWords(latest.month)}</Link> : 'none',
            },
            {
              header: 'Barrels',
              numeric: true,
              cell: counting(({ volume }) => groupDigits(volume)),
            },
            { header: 'Imbalance', cell: counting((balance) => <Imbalance balance={balance} />) },
            { header: 'Days with gaps', cell: counting(({ days }) => <Gaps days={days} />) },
            { header: 'Entry', cell: counting(({ entries }) => <Entries entries={entries} />) },
            {
              header: 'Found',
              cell: counting(({ findings: { notice, refused, serious } }) =>
                counted(refused + serious + notice, 'finding'),
              ),
            },
          ]}
        />
        <Pager next={next} label="Pages of lines" />
      </Section>
    </Page>
  );
}
