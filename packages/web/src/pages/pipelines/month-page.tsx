import type { PipelineFlow, PipelineLineDetail, PipelineMonth } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { getAsMember } from '../../app/session.ts';
import { useSession } from '../../app/use-session.ts';
import { counted } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Day } from '../../ui/when.tsx';
import { apiOf, linePath, monthPath, ticketPath } from './address.ts';
import { BalanceSection } from './balance-section.tsx';
import { EntriesSection } from './entries-section.tsx';
import { FindingsTable } from './findings-table.tsx';
import { FlowSection } from './flow-section.tsx';
import { MeterTime } from './meter-time.tsx';
import { MonthBoard } from './month-board.tsx';
import { loadNames, namesOf } from './names.ts';
import { ReceivedSection } from './received-section.tsx';
import { barrels, monthWords, proposalWords } from './words.ts';

interface Loaded {
  month: PipelineMonth;
  flow: PipelineFlow;
  line: PipelineLineDetail;
}

export async function loader({ request, params }: LoaderFunctionArgs): Promise<Loaded> {
  const path = apiOf(params.line, params.month);
  const [month, flow, line] = await Promise.all([
    getAsMember<PipelineMonth>(request, path),
    getAsMember<PipelineFlow>(request, `${path}/flow`),
    loadNames(request, params.line),
  ]);
  return { month, flow, line };
}

function Adjustments({ month: { adjustments, line, month } }: { month: PipelineMonth }) {
  if (adjustments.length === 0) return null;
  return (
    <Section title="Corrections that came later" id="adjustments">
      <DataTable
        caption="Both versions are kept"
        rows={adjustments}
        rowKey={({ by }) => by}
        empty={null}
        columns={[
          { header: 'Day', cell: ({ day }) => <Day date={day} /> },
          { header: 'Why', cell: ({ reason }) => reason },
          {
            header: 'Before',
            numeric: true,
            cell: ({ before, corrects }) => (
              <Link to={ticketPath(line.id, month, corrects)}>{barrels(before)}</Link>
            ),
          },
          {
            header: 'After',
            numeric: true,
            cell: ({ after, by }) => <Link to={ticketPath(line.id, month, by)}>{barrels(after)}</Link>,
          },
          { header: 'Known since', cell: ({ knownAt }) => <MeterTime at={knownAt} zone={line.zone} /> },
          {
            header: 'What to do',
            cell: ({ entry, proposal }) => (
              <>
                {proposalWords[proposal]}
                {entry && (
                  <>
                    {' '}
                    of <Link to={`/entries/${entry}`}>{entry}</Link>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

/** One month of a line: its days, entries, balance, flow and what was found. */
export function Component() {
  const { flow, line: detail, month } = useLoaderData<typeof loader>();
  const session = useSession();
  const { balance, days, findings, findingsTotal, line, papers } = month;
  const path = apiOf(line.id, month.month);
  const here = monthPath(line.id, month.month);
  const names = namesOf(detail);
  const missing = days.filter(({ state }) => state === 'missing').length;
  const trade = session?.tenant.kind === 'trade';
  return (
    <Page
      wide
      title={`${line.name}, ${monthWords(month.month)}`}
      lead={
        <p>
          Measured at {names.point(line.borderPoint)}, port {line.port}, days by the clock of {line.zone}.
          Barrels at 60 °F. {missing === 0 ? 'No day is' : counted(missing, 'day')} without a ticket.
        </p>
      }
      trail={[
        { to: '/pipelines', label: 'Pipelines' },
        { to: linePath(line.id), label: line.name },
      ]}
      actions={
        <>
          <Link to={`${here}/tickets`}>Tickets</Link>
          {trade && <Link to={`${here}/sell`}>Sell title</Link>}
          <a href={`${path}/month.xlsx`} download>
            Workbook
          </a>
          <a href={`${path}/crossings.csv`} download>
            CSV
          </a>
          <Button type="button" outline onClick={() => window.print()}>
            Print
          </Button>
        </>
      }
    >
      <Section title="Month at the meter" id="board">
        <MonthBoard month={month} />
      </Section>
      <EntriesSection month={month} trade={trade} />
      <Section
        title="Found"
        id="findings"
        aside={
          findingsTotal > 0 && <Link to={`${here}/findings`}>Search {counted(findingsTotal, 'finding')}</Link>
        }
      >
        <FindingsTable findings={findings} zone={line.zone} />
        {findingsTotal > findings.length && (
          <p className="small muted">
            The gravest {findings.length} of {findingsTotal}.
          </p>
        )}
      </Section>
      <Adjustments month={month} />
      <FlowSection flow={flow} point={names.point} />
      <BalanceSection balance={balance} role={month.role} />
      <ReceivedSection received={month.received} />
      <p className="small muted">
        Computed from {counted(papers.count, 'paper')}
        {papers.withdrawn > 0 && `, ${counted(papers.withdrawn, 'withdrawn one')} left out`}. Who holds the
        same papers computes the same month: <LongId value={month.digest} label="digest of the month" />.{' '}
        <Link to="/help">Help</Link>
      </p>
    </Page>
  );
}
