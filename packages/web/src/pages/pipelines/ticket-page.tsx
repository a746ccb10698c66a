import type { PipelineTicketView } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { Link, type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { getAsMember } from '../../app/session.ts';
import { formatQuantity, groupDigits } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { apiOf, monthPath } from './address.ts';
import { FindingsTable } from './findings-table.tsx';
import { barrels, monthWords } from './words.ts';

export function loader({ request, params }: LoaderFunctionArgs): Promise<PipelineTicketView> {
  const digest = encodeURIComponent(params.digest ?? '');
  return getAsMember<PipelineTicketView>(request, `${apiOf(params.line, params.month)}/tickets/${digest}`);
}

type Ticket = PipelineTicketView['document'];
type Volume = Ticket['reported']['netStandardVolume'];

const volumeWords = ({ base, unit, value }: Volume) => `${groupDigits(value)} ${unit} at ${base}`;

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
            `${kind.replaceAll('-', ' ')} ${value} at ${at.temperature.value} ${at.temperature.unit}`,
        ),
        row('Sediment and water', readings.sedimentAndWater, (percent) => `${percent} percent`),
      ]}
    />
  );
}

/** One ticket: what was read, what is reported, and its versions. */
export function Component() {
  const ticket = useLoaderData<typeof loader>();
  const { line = '', month = '' } = useParams();
  const { crossings, document, findings, issuer, knownAt, versions, withdrawn } = ticket;
  return (
    <Page
      title={`Ticket ${document.number}`}
      lead={`${document.kind} at ${document.point}, batch ${document.batch}`}
      trail={[
        { to: '/pipelines', label: 'Pipelines' },
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
            ['Known to the log since', <When key="known" at={knownAt} />],
            ['From', <When key="from" at={document.from} />],
            ['To', <When key="to" at={document.to} />],
            document.shipper ? ['Shipper', document.shipper.name] : undefined,
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
        <FindingsTable findings={findings} />
      </Section>
      <Section title="What crossed by it">
        <DataTable
          caption="Crossings"
          captionHidden
          rows={crossings}
          rowKey={({ from, owner }) => `${from} ${owner.did}`}
          empty={<p>Nothing crossed the border by this ticket.</p>}
          columns={[
            { header: 'From', cell: ({ from }) => <When at={from} /> },
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
            { header: 'Known since', cell: (one) => <When at={one.knownAt} /> },
            {
              header: 'Volume',
              cell: ({ volume: { base, unit, value } }) => `${groupDigits(value)} ${unit} at ${base}`,
            },
            { header: 'Why', cell: ({ reason }) => reason ?? 'the first' },
          ]}
        />
        <p>
          <Link to={`/received/${encodeURIComponent(ticket.held)}`}>The signed original</Link>
        </p>
      </Section>
    </Page>
  );
}
