import type { PipelineFlow, PipelineMonth } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { getAsMember } from '../../app/session.ts';
import { useSession } from '../../app/use-session.ts';
import { counted } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Day } from '../../ui/when.tsx';
import { apiOf, linePath } from './address.ts';
import { BalanceSection } from './balance-section.tsx';
import { EntriesSection } from './entries-section.tsx';
import { FindingsTable } from './findings-table.tsx';
import { FlowSection } from './flow-section.tsx';
import { MonthBoard } from './month-board.tsx';
import { ReceivedSection } from './received-section.tsx';
import { barrels, monthWords, proposalWords } from './words.ts';

interface Loaded {
  month: PipelineMonth;
  flow: PipelineFlow;
}

export async function loader({ request, params }: LoaderFunctionArgs): Promise<Loaded> {
  const path = apiOf(params.line, params.month);
  const [month, flow] = await Promise.all([
    getAsMember<PipelineMonth>(request, path),
    getAsMember<PipelineFlow>(request, `${path}/flow`),
  ]);
  return { month, flow };
}

function Adjustments({ adjustments }: Pick<PipelineMonth, 'adjustments'>) {
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
          { header: 'Corrected', cell: ({ corrects }) => corrects },
          { header: 'Why', cell: ({ reason }) => reason },
          { header: 'Before', numeric: true, cell: ({ before }) => barrels(before) },
          { header: 'After', numeric: true, cell: ({ after }) => barrels(after) },
          {
            header: 'What to do',
            cell: ({ entry, proposal }) => `${proposalWords[proposal]}${entry ? ` of ${entry}` : ''}`,
          },
        ]}
      />
    </Section>
  );
}

/** One month of a line: its days, entries, balance, flow and what was found. */
export function Component() {
  const { flow, month } = useLoaderData<typeof loader>();
  const session = useSession();
  const { adjustments, balance, days, findings, findingsTotal, line, papers } = month;
  const path = apiOf(line.id, month.month);
  return (
    <Page
      wide
      title={`${line.name}, ${monthWords(month.month)}`}
      lead={
        <p>
          Measured at the border, port {line.port}, days by the clock of {line.zone}. Barrels at 60 °F.{' '}
          {counted(days.filter(({ state }) => state === 'missing').length, 'day')} without a ticket.
        </p>
      }
      trail={[
        { to: '/pipelines', label: 'Pipelines' },
        { to: linePath(line.id), label: line.name },
      ]}
      actions={
        <>
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
      <EntriesSection month={month} trade={session?.tenant.kind === 'trade'} />
      <Section
        title="Found"
        id="findings"
        aside={findingsTotal > findings.length && <span>{counted(findingsTotal, 'finding')} in all</span>}
      >
        <FindingsTable findings={findings} />
      </Section>
      <Adjustments adjustments={adjustments} />
      <FlowSection flow={flow} />
      <BalanceSection balance={balance} />
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
