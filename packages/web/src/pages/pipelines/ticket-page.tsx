import type { PipelineLineDetail, PipelineTicketView } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { Link, type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { getAsMember } from '../../app/session.ts';
import { formatQuantity } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { apiOf, linePath, monthPath, ticketPath } from './address.ts';
import { FindingsTable } from './findings-table.tsx';
import { MeterTime } from './meter-time.tsx';
import { loadNames, namesOf } from './names.ts';
import { barrels, lotName, monthWords, volumeWords } from './words.ts';

interface Loaded {
  line: PipelineLineDetail;
  ticket: PipelineTicketView;
}

export async function loader({ request, params }: LoaderFunctionArgs): Promise<Loaded> {
  const path = `${apiOf(params.line, params.month)}/tickets/${encodeURIComponent(params.digest ?? '')}`;
  const [ticket, line] = await Promise.all([
    getAsMember<PipelineTicketView>(request, path),
    loadNames(request, params.line),
  ]);
  return { ticket, line };
}

type Ticket = PipelineTicketView['document'];
function row<T>(label: string, value: T | undefined, words: (value: T) => string) {
  return value === undefined ? undefined : ([label, words(value)] as const);
}

const plain = (text: string) => text;

function Reported({ reported }: Pick<Ticket, 'reported'>) {
  return (
    <Definitions
      items={[
        ['Net standard volume', volumeWords(reported.netStandardVolume)],
        row('Gross standard volume', reported.grossStandardVolume, volumeWords),
        row('API gravity at 60 °F', reported.apiGravity60F, plain),
        row('Density at 15 °C', reported.density15C, formatQuantity),
        row('Sediment and water', reported.sedimentAndWater, (percent) => `${percent} percent`),
      ]}
    />
  );
}

function Raw({ readings }: { readings: NonNullable<Ticket['readings']> }) {
  return (
    <Definitions
      items={[
        row('Totalizer at the beginning', readings.open, formatQuantity),
        row('Totalizer at the end', readings.close, formatQuantity),
        row('Indicated volume', readings.indicated, formatQuantity),
        row('Meter factor', readings.meterFactor, plain),
        row('Temperature', readings.temperature, formatQuantity),
        row('Pressure', readings.pressure, formatQuantity),
        row(
          'Density as observed',
          readings.density,
          ({ at, kind, value }) =>
            `${kind.replaceAll('-', ' ')} ${value} at ${formatQuantity(at.temperature)}`,
        ),
        row('Sediment and water', readings.sedimentAndWater, (percent) => `${percent} percent`),
      ]}
    />
  );
}

/** One ticket: what was read, what is reported, and its versions. */
export function Component() {
  const { line: detail, ticket } = useLoaderData<typeof loader>();
  const { line = '', month = '' } = useParams();
  const { name, point, zone } = namesOf(detail);
  const { crossings, document, findings, issuer, knownAt, versions, withdrawn } = ticket;
  return (
    <Page
      title={`Ticket ${document.number}`}
      lead={`${document.kind} at ${point(document.point)}, batch ${lotName(document.batch)}`}
      trail={[
        { to: '/pipelines', label: 'Pipelines' },
        { to: linePath(line), label: name },
        { to: monthPath(line, month), label: monthWords(month) },
      ]}
      actions={
        <Button type="button" outline onClick={() => window.print()}>
          Print
        </Button>
      }
    >
      {withdrawn && <Notice tone="bad">Its signer has withdrawn this ticket: it counts nowhere.</Notice>}
      <Section title="Signed">
        <Definitions
          items={[
            ['By', issuer.name],
            ['Known to the log since', <MeterTime key="known" at={knownAt} zone={zone} />],
            ['From', <MeterTime key="from" at={document.from} zone={zone} />],
            ['To', <MeterTime key="to" at={document.to} zone={zone} />],
            document.shipper ? ['Shipper', document.shipper.name] : undefined,
            ['Batch', <LongId key="batch" value={document.batch} label="name of the batch" />],
            ['Digest', <LongId key="digest" value={ticket.digest} label="digest of the ticket" />],
          ]}
        />
      </Section>
      <Section title="As reported">
        <Reported reported={document.reported} />
      </Section>
      <Section title="As read">
        {document.readings ? <Raw readings={document.readings} /> : <p>The ticket gives no readings.</p>}
      </Section>
      <Section title="Found">
        <FindingsTable findings={findings} zone={zone} />
      </Section>
      <Section title="What crossed by it">
        <DataTable
          caption="Crossings"
          captionHidden
          rows={crossings}
          rowKey={({ from, owner }) => `${from} ${owner.did}`}
          empty={<p>Nothing crossed the border by this ticket.</p>}
          columns={[
            { header: 'From', cell: ({ from }) => <MeterTime at={from} zone={zone} /> },
            { header: 'Owner', cell: ({ owner }) => owner.name },
            { header: 'Volume', numeric: true, cell: ({ volume }) => barrels(volume) },
          ]}
        />
      </Section>
      <Section title="Versions">
        <DataTable
          caption="Every version that is held"
          rows={versions}
          rowKey={({ digest }) => digest}
          empty={<p>This one alone.</p>}
          columns={[
            { header: 'Known since', cell: (one) => <MeterTime at={one.knownAt} zone={zone} /> },
            {
              header: 'Volume',
              cell: ({ volume }) => volumeWords(volume),
            },
            { header: 'Why', cell: ({ reason }) => reason ?? 'the first' },
            {
              header: 'Version',
              cell: ({ digest }) =>
                digest === ticket.digest ? (
                  'this one'
                ) : (
                  <Link to={ticketPath(line, month, digest)}>Open</Link>
                ),
            },
          ]}
        />
        <p>
          <Link to={`/received/${encodeURIComponent(ticket.held)}`}>The signed original</Link>
        </p>
      </Section>
    </Page>
  );
}
