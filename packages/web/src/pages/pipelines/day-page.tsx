import type { PipelineDay, PipelineTicketRow } from '@portolan/contract';
import { Link, type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { formatDate } from '../../format/dates.ts';
import { groupDigits } from '../../format/numbers.ts';
import { TimePicture } from '../../pictures/time/time-picture.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { When } from '../../ui/when.tsx';
import { apiOf, dayPath, monthPath, ticketPath } from './address.ts';
import { FindingsTable } from './findings-table.tsx';
import { Pill } from './pill.tsx';
import { barrels, basisWords, dayState, entryState, monthWords, originWords, statusWords } from './words.ts';

interface Loaded {
  day: PipelineDay;
  tickets: { items: PipelineTicketRow[]; next?: string; total: number };
}

export async function loader({ request, params }: LoaderFunctionArgs): Promise<Loaded> {
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const path = `${apiOf(params.line, params.month)}/days/${params.day}`;
  const [day, tickets] = await Promise.all([
    getAsMember<PipelineDay>(request, path),
    getAsMember<Loaded['tickets']>(request, `${path}/tickets${query({ cursor })}`),
  ]);
  return { day, tickets };
}

type Stretch = PipelineDay['stretches'][number];

function StretchTable({ stretches }: { stretches: readonly Stretch[] }) {
  return (
    <DataTable
      caption="Who owned what crossed, from when to when; moments in UTC"
      rows={stretches}
      rowKey={({ batch, from, owner }) => `${from} ${batch} ${owner.did}`}
      empty={<p>Nothing that you may see crossed on this day.</p>}
      columns={[
        { header: 'From', cell: ({ from }) => <When at={from} /> },
        { header: 'To', cell: ({ to }) => <When at={to} /> },
        { header: 'Owner', cell: ({ owner }) => owner.name },
        { header: 'Batch', cell: ({ batch }) => batch },
        {
          header: 'Barrels',
          numeric: true,
          cell: ({ byTime, volume }) => (
            <>
              {groupDigits(volume)}
              {byTime && <span className="muted"> by time</span>}
            </>
          ),
        },
        {
          header: 'By',
          cell: ({ basis }) => (
            <>
              {basisWords[basis.kind]}, <span className="muted">known since</span> <When at={basis.knownAt} />
            </>
          ),
        },
        { header: 'Made of', cell: ({ origin }) => originWords(origin) },
        {
          header: 'Status',
          cell: ({ freeTrade }) => (
            <>
              <Pill state={statusWords[freeTrade.state]} /> <span className="small">{freeTrade.reason}</span>
            </>
          ),
        },
        { header: 'Number', cell: ({ hts, inBond }) => (inBond ? `in bond ${inBond}` : (hts ?? '')) },
      ]}
    />
  );
}

/** One lane for each owner, with a mark where its ownership of a batch begins and ends. */
function Title({ stretches }: { stretches: readonly Stretch[] }) {
  const owners = [...new Map(stretches.map(({ owner }) => [owner.did, owner.name]))];
  const lanes = owners.map(([did, name]) => ({
    ...{ id: did, name },
    marks: stretches
      .filter(({ owner }) => owner.did === did)
      .flatMap(({ batch, from, to, volume }) => [
        { at: from, words: `${batch}, ${barrels(volume)}: begins` },
        { at: to, words: `${batch}, ${barrels(volume)}: ends`, tone: 'measured' as const },
      ]),
  }));
  if (lanes.length === 0) return <StretchTable stretches={stretches} />;
  return (
    <>
      <TimePicture label="Title at the meter" lanes={lanes} table={null} />
      <StretchTable stretches={stretches} />
    </>
  );
}

/** Title at the meter on one day, and the tickets that say so. */
export function Component() {
  const { day, tickets } = useLoaderData<typeof loader>();
  const { line = '', month = '' } = useParams();
  return (
    <Page
      wide
      title={`Title at the meter, ${formatDate(day.day)}`}
      trail={[
        { to: '/pipelines', label: 'Pipelines' },
        { to: monthPath(line, month), label: monthWords(month) },
      ]}
    >
      <Section title="The day">
        <Definitions
          items={[
            [
              'Runs',
              <>
                <When at={day.from} /> to <When at={day.to} />
              </>,
            ],
            ['Barrels at 60 °F', groupDigits(day.volume)],
            day.api === undefined ? undefined : ['Gravity', `${day.api} °API`],
            ['Measured', <Pill key="state" state={dayState(day)} />],
            ['Duty', day.nondutiable ? 'free' : 'dutiable'],
            ['Entry', <Pill key="entry" state={entryState(day)} />],
          ]}
        />
      </Section>
      <Section title="Title" id="title">
        <Title stretches={day.stretches} />
      </Section>
      <Section title="Found on this day" id="findings">
        <FindingsTable findings={day.findings} />
      </Section>
      <Section title="Tickets" id="tickets">
        <DataTable
          caption="Tickets that begin on this day"
          rows={tickets.items}
          rowKey={({ digest }) => digest}
          empty={<p>No ticket of this day is at hand.</p>}
          columns={[
            {
              header: 'Ticket',
              cell: ({ digest, number }) => <Link to={ticketPath(line, month, digest)}>{number}</Link>,
            },
            { header: 'What', cell: ({ kind }) => kind },
            { header: 'Point', cell: ({ point }) => point },
            { header: 'Batch', cell: ({ batch }) => batch },
            { header: 'From', cell: ({ from }) => <When at={from} /> },
            { header: 'To', cell: ({ to }) => <When at={to} /> },
            {
              header: 'Volume',
              numeric: true,
              cell: ({ volume }) => `${groupDigits(volume.value)} ${volume.unit} at ${volume.base}`,
            },
            { header: '°API', numeric: true, cell: ({ apiGravity60F }) => apiGravity60F ?? '' },
          ]}
        />
        <Pager next={tickets.next} label="Pages of tickets" />
      </Section>
      <p className="no-print">
        <Link to={dayPath(line, month, shifted(day.day, -1))}>Day before</Link>{' '}
        <Link to={dayPath(line, month, shifted(day.day, 1))}>Day after</Link>
      </p>
    </Page>
  );
}

const DAY = 86_400_000;

/** The next or the last day of the same month; beyond its ends the day itself. */
function shifted(day: string, by: number): string {
  const other = new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY).toISOString().slice(0, 10);
  return other.slice(0, 7) === day.slice(0, 7) ? other : day;
}
