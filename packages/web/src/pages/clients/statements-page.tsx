import type { Statement } from '@portolan/contract';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { getAsMember } from '../../app/session.ts';
import { counted, formatMoney } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Day } from '../../ui/when.tsx';
import { ClientTabs } from './client-tabs.tsx';
import { PaidForm } from './paid-form.tsx';

interface DueSummary {
  entryNumber: string;
  importer: string;
  due: string;
  daysLeft: number;
}
interface Due {
  items: Statement[];
  summaries: DueSummary[];
  asOf: string;
}

export function loader({ request }: LoaderFunctionArgs): Promise<Due> {
  return getAsMember<Due>(request, '/api/statements');
}

const KINDS: Record<Statement['kind'], string> = {
  periodic: 'Periodic monthly statement',
  daily: 'Daily statement',
  single: 'Single payment',
};

function Left({ days }: { days: number }) {
  const words =
    days < 0 ? `${counted(-days, 'day')} late` : days === 0 ? 'due today' : `${counted(days, 'day')} left`;
  return <span className={`pill pill--${days < 0 ? 'bad' : days <= 3 ? 'wait' : 'info'}`}>{words}</span>;
}

function One({ statement, asOf }: { statement: Statement; asOf: string }) {
  const { importer, importerNumber, kind, month, printsOn, due, daysLeft, total, entries } = statement;
  return (
    <Section title={`${importer}, ${formatMoney(total)}`} aside={<Left days={daysLeft} />}>
      <p>
        <Link to={`/clients/${encodeURIComponent(importerNumber)}`}>{importerNumber}</Link>. {KINDS[kind]}
        {month && ` of ${month}`}, due <Day date={due} />
        {printsOn && (
          <>
            ; the preliminary statement is made <Day date={printsOn} />
          </>
        )}
        .
        {statement.withoutTotal > 0 &&
          ` ${counted(statement.withoutTotal, 'entry', 'entries')} without a total.`}
      </p>
      <DataTable
        caption={`Entries of ${importer}`}
        captionHidden
        rows={entries}
        rowKey={({ entryNumber }) => entryNumber}
        empty=""
        columns={[
          {
            header: 'Entry',
            cell: ({ entryNumber }) => <Link to={`/entries/${entryNumber}`}>{entryNumber}</Link>,
          },
          {
            header: 'Duty and fees',
            numeric: true,
            cell: ({ total: owed }) => (owed ? formatMoney(owed) : 'not computed'),
          },
        ]}
      />
      <PaidForm
        key={due}
        name={`${importer} ${due}`}
        entryNumbers={entries.map(({ entryNumber }) => entryNumber)}
        today={asOf}
      />
      <p className="small muted">{statement.source}</p>
    </Section>
  );
}

/** Money due by client and statement day, and summaries that nobody recorded as filed. */
export function Component() {
  const { items, summaries, asOf } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Statements"
      lead={
        <p>
          What your entries owe and when, as of <Day date={asOf} />.
        </p>
      }
      actions={
        <a className="usa-button usa-button--outline" href="/api/work/calendar">
          Calendar with alarms (ICS)
        </a>
      }
    >
      <ClientTabs />
      {items.length === 0 && (
        <p className="empty">Nothing is due: every entry of the last 120 days was paid.</p>
      )}
      {items.map((statement) => (
        <One
          key={`${statement.importerNumber} ${statement.kind} ${statement.due}`}
          statement={statement}
          asOf={asOf}
        />
      ))}
      <Section
        title="Entry summaries not recorded"
        id="summaries"
        aside={<span className="muted">{summaries.length}</span>}
      >
        <p>Filed with the agency's own system? Record it on the entry, and the term is met.</p>
        <DataTable
          caption="Entry summaries not recorded"
          captionHidden
          rows={summaries.slice(0, 100)}
          rowKey={({ entryNumber }) => entryNumber}
          empty={<p>Every summary is recorded.</p>}
          columns={[
            {
              header: 'Entry',
              cell: ({ entryNumber }) => <Link to={`/entries/${entryNumber}#milestones`}>{entryNumber}</Link>,
            },
            { header: 'Importer', cell: ({ importer }) => importer },
            { header: 'Due', cell: ({ due }) => <Day date={due} /> },
            { header: 'Left', cell: ({ daysLeft }) => <Left days={daysLeft} /> },
          ]}
        />
      </Section>
    </Page>
  );
}
