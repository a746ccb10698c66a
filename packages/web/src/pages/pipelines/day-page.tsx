import type { PipelineDay, PipelineLineDetail, PipelineTicketRow } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { Link, type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { useSession } from '../../app/use-session.ts';
import { formatDate } from '../../format/dates.ts';
import { groupDigits } from '../../format/numbers.ts';
import { Definitions } from '../../ui/definitions.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Day } from '../../ui/when.tsx';
import { apiOf, dayPath, linePath, monthPath } from './address.ts';
import { TicketTable, TitleAtTheMeter } from './day-tables.tsx';
import { FindingsTable } from './findings-table.tsx';
import { MeterTime } from './meter-time.tsx';
import { loadNames, namesOf } from './names.ts';
import { Pill } from './pill.tsx';
import { dayState, entryState, monthWords } from './words.ts';

interface Loaded {
  day: PipelineDay;
  line: PipelineLineDetail;
  tickets: { items: PipelineTicketRow[]; next?: string; total: number };
}

export async function loader({ request, params }: LoaderFunctionArgs): Promise<Loaded> {
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const path = `${apiOf(params.line, params.month)}/days/${params.day}`;
  const [day, tickets, line] = await Promise.all([
    getAsMember<PipelineDay>(request, path),
    getAsMember<Loaded['tickets']>(request, `${path}/tickets${query({ cursor })}`),
    loadNames(request, params.line),
  ]);
  return { day, tickets, line };
}

/** How far its entry is, for whoever enters: the operator is told nothing of what owners enter. */
function Entry({ day, isOperator }: { day: PipelineDay; isOperator: boolean }) {
  if (isOperator) return 'its owners enter it';
  return (
    <>
      <Pill state={entryState(day)} />{' '}
      {day.entryDue && (
        <>
          due <Day date={day.entryDue} />
        </>
      )}
    </>
  );
}

/** Title at the meter on one day, and the tickets that say so. */
export function Component() {
  const { day, line: detail, tickets } = useLoaderData<typeof loader>();
  const { line = '', month = '' } = useParams();
  const session = useSession();
  const names = namesOf(detail);
  const { zone } = names;
  const isOperator = detail.operator?.did === session?.tenant.did;
  const [before, after] = [shifted(day.day, -1), shifted(day.day, 1)];
  return (
    <Page
      wide
      title={`Title at the meter, ${formatDate(day.day)}`}
      trail={[
        { to: '/pipelines', label: 'Pipelines' },
        { to: linePath(line), label: names.name },
        { to: monthPath(line, month), label: monthWords(month) },
      ]}
      actions={
        <Button type="button" outline onClick={() => window.print()}>
          Print
        </Button>
      }
    >
      <Section title="The day">
        <Definitions
          items={[
            [
              'Runs',
              <>
                <MeterTime at={day.from} zone={zone} /> to <MeterTime at={day.to} zone={zone} />
              </>,
            ],
            ['Barrels at 60 °F', groupDigits(day.volume)],
            day.api === undefined ? undefined : ['Gravity at 60 °F', `${day.api} °API`],
            ['Measured', <Pill key="state" state={dayState(day)} />],
            ['Duty', day.nondutiable ? 'free' : 'dutiable'],
            ['Entry', <Entry key="entry" day={day} isOperator={isOperator} />],
          ]}
        />
      </Section>
      <Section title="Title" id="title">
        <TitleAtTheMeter stretches={day.stretches} zone={zone} />
      </Section>
      <Section title="Found on this day" id="findings">
        <FindingsTable findings={day.findings} zone={zone} />
      </Section>
      <Section
        title="Tickets"
        id="tickets"
        aside={<Link to={`${monthPath(line, month)}/tickets`}>Search the tickets of the month</Link>}
      >
        <TicketTable
          {...{ line, month, names }}
          caption="Tickets that begin on this day"
          empty="No ticket of this day is at hand. Its operator sends what was measured; a day that did not flow has a ticket of nothing."
          tickets={tickets.items}
        />
        <Pager next={tickets.next} label="Pages of tickets" />
      </Section>
      <nav className="row spread no-print" aria-label="Days">
        {before ? <Link to={dayPath(line, month, before)}>Day before, {formatDate(before)}</Link> : <span />}
        {after ? <Link to={dayPath(line, month, after)}>Day after, {formatDate(after)}</Link> : <span />}
      </nav>
    </Page>
  );
}

const DAY = 86_400_000;

/** The next or the last day of the same month; none beyond its ends. */
function shifted(day: string, by: number): string | undefined {
  const other = new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY).toISOString().slice(0, 10);
  return other.slice(0, 7) === day.slice(0, 7) ? other : undefined;
}
