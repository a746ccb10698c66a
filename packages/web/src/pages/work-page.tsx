import type { ProgramRow, WorkItem } from '@portolan/contract';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { getAsMember, loadRoot } from '../app/session.ts';
import { useSession } from '../app/use-session.ts';
import { counted } from '../format/numbers.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Page, Section } from '../ui/page.tsx';
import { StateLine } from '../ui/state-line.tsx';
import { When } from '../ui/when.tsx';

interface Work {
  items: WorkItem[];
  counts: Record<string, number>;
  asOf: string;
  programs: ProgramRow[];
}

export async function loader({ request }: LoaderFunctionArgs): Promise<Work> {
  const { session } = await loadRoot();
  const [work, { items: programs }] = await Promise.all([
    getAsMember<Work>(request, '/api/work'),
    session?.face === 'lead'
      ? getAsMember<{ items: ProgramRow[] }>(request, '/api/programs')
      : Promise.resolve({ items: [] }),
  ]);
  return { ...work, programs };
}

const GROUPS = [
  { group: 'do', title: 'For you to do', empty: 'Nothing waits for you.' },
  { group: 'wait', title: 'Waiting for others', empty: 'You wait for nobody.' },
  { group: 'decided', title: 'Decided', empty: 'Nothing was decided yet.' },
] as const;

const FIRST_STEPS = {
  filer: { to: '/drafts/new', label: 'File a shipment' },
  producer: { to: '/certificates/new', label: 'Sign a certificate' },
  officer: { to: '/queue', label: 'Open the queue' },
  lead: { to: '/review/usmca-cafta', label: 'Read the review' },
} as const;

function Due({ item }: { item: WorkItem }) {
  if (!item.due) return <When at={item.at} />;
  return (
    <>
      <When at={item.due} />
      <br />
      <span className="muted">{item.dueWords}</span>
    </>
  );
}

function WorkTable({ items, title, empty }: { items: readonly WorkItem[]; title: string; empty: string }) {
  return (
    <DataTable
      caption={title}
      captionHidden
      rows={items}
      rowKey={(item) => item.id}
      empty={<p>{empty}</p>}
      columns={[
        {
          header: 'What',
          cell: (item) => (
            <>
              <Link to={item.href}>{item.title}</Link>{' '}
              {item.story && <span className="pill pill--violet">Story</span>}
            </>
          ),
        },
        { header: 'Why', cell: (item) => item.reason },
        { header: 'State', cell: (item) => <StateLine words={item.state} whoMoves={item.whoMoves} /> },
        { header: 'When', cell: (item) => <Due item={item} /> },
      ]}
    />
  );
}

/** What the lead of an agency answers for: each program, and what it rests on, one step away. */
function Programs({ items }: { items: readonly ProgramRow[] }) {
  return (
    <Section title="Programs">
      <ul className="cards">
        {items.map(({ id, title, summary, rules, entries, open }) => (
          <li className="card" key={id}>
            <h3>{title}</h3>
            <p>{summary}</p>
            <p className="muted">
              {counted(entries, 'entry', 'entries')}, {open} waiting; rules {rules}
            </p>
            <ul className="plain-list">
              <li>
                <Link to={`/review/${id}`}>Review of the trial</Link>
              </li>
              <li>
                <Link to="/trust">Trust register: who may sign what</Link>
              </li>
              <li>
                <Link to="/rules">Targeting rules: what goes to an officer</Link>
              </li>
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The first page of a member: what is due, what waits, what was decided. */
export function Component() {
  const { items, asOf, programs } = useLoaderData<typeof loader>();
  const session = useSession();
  const step = FIRST_STEPS[session?.face ?? 'filer'];
  return (
    <Page
      title="Work"
      lead={
        <p>
          {session?.tenant.name}, as of <When at={asOf} />
        </p>
      }
      actions={
        <>
          <Link className="usa-button" to={step.to}>
            {step.label}
          </Link>
          <a className="usa-button usa-button--outline" href="/api/work/calendar">
            Calendar with alarms (ICS)
          </a>
        </>
      }
    >
      {programs.length > 0 && <Programs items={programs} />}
      {GROUPS.map(({ group, title, empty }) => {
        const rows = items.filter((item) => item.group === group);
        return (
          <Section key={group} title={title} aside={<span className="muted">{rows.length}</span>}>
            <WorkTable items={rows} title={title} empty={empty} />
          </Section>
        );
      })}
    </Page>
  );
}
