import type { PipelineLine } from '@portolan/contract';
import { useEffect } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData, useRevalidator } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { counted, groupDigits } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { asked, SearchForm } from '../../ui/search-form.tsx';
import { linePath, monthPath } from './address.ts';
import { Pill } from './pill.tsx';
import { barrels, isOver, lotName, monthWords, roleWords, seesWholeLine } from './words.ts';

interface Lines {
  items: PipelineLine[];
  next?: string;
  total: number;
}

export function loader({ request }: LoaderFunctionArgs): Promise<Lines> {
  return getAsMember<Lines>(request, `/api/pipelines${query(asked(request))}`);
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
  if (entries.entered === 0) return 'nothing to enter';
  return <Pill state={['good', 'Entered']} />;
}

const counting = (show: (one: Counted, line: PipelineLine) => React.ReactNode) => (line: PipelineLine) =>
  line.latest?.counted ? show(line.latest.counted, line) : line.latest?.computedAt ? 'no profile' : '…';

/** Whether a line's month is being counted beside requests, and a later look shows it. */
const isBeingCounted = ({ latest }: PipelineLine) => latest !== undefined && latest.computedAt === undefined;

const LOOK_AGAIN_MS = 2000;

/** Reads the page again after a moment, as long as something of it is still being counted. */
function useLookAgain(waiting: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!waiting || state !== 'idle') return;
    const later = setTimeout(revalidate, LOOK_AGAIN_MS);
    return () => clearTimeout(later);
  }, [waiting, state, revalidate]);
}

/** All lines that the organization holds papers of: the worst imbalance first, then the most gaps. */
export function Component() {
  const { items, next, total } = useLoaderData<typeof loader>();
  useLookAgain(items.some(isBeingCounted));
  return (
    <Page
      wide
      title="Pipelines"
      lead={
        <p>
          {counted(total, 'line')}: the worst imbalance first, then the most days without a ticket.
          {items.some(isBeingCounted) &&
            ' Some months are being counted; their figures appear by themselves.'}
        </p>
      }
      actions={<Link to="/pipelines/notices">Notices of shipment from a spreadsheet</Link>}
    >
      <SearchForm hint="Name of a line or of its operator" />
      <Section title="Lines, by their newest month">
        <DataTable
          caption="Lines"
          captionHidden
          rows={items}
          rowKey={({ line }) => line}
          empty={
            <p>
              None yet, or none by these words. A line appears when its operator's profile or a ticket is
              signed here or sent to you; the operator signs them under Certificates, from a file or one by
              one.
            </p>
          }
          columns={[
            {
              header: 'Line',
              cell: ({ line, name }) => (
                <>
                  <Link to={linePath(line)}>{lotName(name)}</Link>
                  {name !== line && (
                    <span className="small muted" title={line}>
                      {' '}
                      {lotName(line)}
                    </span>
                  )}
                </>
              ),
            },
            { header: 'Operator', cell: ({ operator }) => operator?.name ?? 'not known' },
            { header: 'You are', cell: ({ role }) => roleWords[role] },
            {
              header: 'Month',
              cell: ({ latest, line }) =>
                latest ? <Link to={monthPath(line, latest.month)}>{monthWords(latest.month)}</Link> : 'none',
            },
            {
              header: 'Barrels at 60 °F',
              numeric: true,
              cell: counting(({ volume }) => groupDigits(volume)),
            },
            {
              header: 'Imbalance',
              cell: counting((balance, { role }) =>
                seesWholeLine(role) ? <Imbalance balance={balance} /> : 'its operator tells',
              ),
            },
            { header: 'Days with gaps', cell: counting(({ days }) => <Gaps days={days} />) },
            {
              header: 'Entry',
              cell: counting(({ entries }, { role }) =>
                role === 'operator' && entries.open + entries.late === 0 ? (
                  'its owners enter it'
                ) : (
                  <Entries entries={entries} />
                ),
              ),
            },
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
