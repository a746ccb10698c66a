import type { PipelineDay, PipelineTicketRow } from '@portolan/contract';
import { Link } from 'react-router';
import { formatHts } from '../../format/identifiers.ts';
import { groupDigits } from '../../format/numbers.ts';
import { TimePicture } from '../../pictures/time/time-picture.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ticketPath } from './address.ts';
import { Lot } from './lot.tsx';
import { MeterTime } from './meter-time.tsx';
import type { LineNames } from './names.ts';
import { Pill } from './pill.tsx';
import { barrels, basisWords, lotName, originWords, statusWords, volumeWords } from './words.ts';

type Stretch = PipelineDay['stretches'][number];

interface StretchesProps extends Pick<LineNames, 'zone'> {
  stretches: readonly Stretch[];
}

function StretchTable({ stretches, zone }: StretchesProps) {
  return (
    <DataTable
      caption={`Who owned what crossed, from when to when, by the clock of ${zone}`}
      rows={stretches}
      rowKey={({ basis, batch, from, owner }) => `${from} ${batch} ${owner.did} ${basis.digest}`}
      empty={<p>Nothing that you may see crossed on this day.</p>}
      columns={[
        { header: 'From', cell: ({ from }) => <MeterTime at={from} zone={zone} /> },
        { header: 'To', cell: ({ to }) => <MeterTime at={to} zone={zone} /> },
        { header: 'Owner', cell: ({ owner }) => owner.name || 'nobody is known' },
        { header: 'Batch', cell: ({ batch }) => <Lot id={batch} /> },
        {
          header: 'Barrels at 60 °F',
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
              {basisWords[basis.kind]}, <span className="muted">known since</span>{' '}
              <MeterTime at={basis.knownAt} zone={zone} />
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
        {
          header: 'Tariff number',
          cell: ({ hts, inBond }) => (inBond ? `in bond ${inBond}` : hts ? formatHts(hts) : ''),
        },
      ]}
    />
  );
}

/** One lane for each owner, with a mark where its ownership of a batch begins and ends; the same, and more, as a table. */
export function TitleAtTheMeter({ stretches, zone }: StretchesProps) {
  const owners = [...new Map(stretches.map(({ owner }) => [owner.did, owner.name]))];
  const lanes = owners.map(([did, name]) => ({
    ...{ id: did, name },
    marks: stretches
      .filter(({ owner }) => owner.did === did)
      .flatMap(({ batch, from, to, volume }) => [
        { at: from, words: `batch ${lotName(batch)}, ${barrels(volume)}: begins` },
        { at: to, words: `batch ${lotName(batch)}, ${barrels(volume)}: ends`, tone: 'measured' as const },
      ]),
  }));
  if (lanes.length === 0) return <StretchTable stretches={stretches} zone={zone} />;
  return (
    <>
      <TimePicture
        label="Title at the meter"
        lanes={lanes}
        table={
          <DataTable
            caption="Each owner from when to when, in UTC"
            rows={stretches}
            rowKey={({ basis, batch, from, owner }) => `${from} ${batch} ${owner.did} ${basis.digest}`}
            empty={null}
            columns={[
              { header: 'Owner', cell: ({ owner }) => owner.name },
              { header: 'From', cell: ({ from }) => <MeterTime at={from} zone="UTC" /> },
              { header: 'To', cell: ({ to }) => <MeterTime at={to} zone="UTC" /> },
              { header: 'Barrels', numeric: true, cell: ({ volume }) => groupDigits(volume) },
            ]}
          />
        }
      />
      <StretchTable stretches={stretches} zone={zone} />
    </>
  );
}

const kinds: Readonly<Record<string, string>> = {
  injection: 'injection',
  border: 'border meter',
  delivery: 'delivery',
  transfer: 'custody transfer',
};

interface TicketTableProps {
  caption: string;
  empty: string;
  tickets: readonly PipelineTicketRow[];
  names: LineNames;
  line: string;
  month: string;
}

/** Tickets as they were signed, each opening to its readings and versions. */
export function TicketTable({ caption, empty, line, month, names, tickets }: TicketTableProps) {
  const { point, zone } = names;
  return (
    <DataTable
      caption={`${caption}; moments by the clock of ${zone}`}
      rows={tickets}
      rowKey={({ digest }) => digest}
      empty={<p>{empty}</p>}
      columns={[
        {
          header: 'Ticket',
          cell: ({ corrects, digest, number }) => (
            <>
              <Link to={ticketPath(line, month, digest)}>{number}</Link>
              {corrects && ' (correction)'}
            </>
          ),
        },
        { header: 'What', cell: ({ kind }) => kinds[kind] ?? kind },
        { header: 'Point', cell: (ticket) => point(ticket.point) },
        { header: 'Batch', cell: ({ batch }) => <Lot id={batch} /> },
        { header: 'From', cell: ({ from }) => <MeterTime at={from} zone={zone} /> },
        { header: 'To', cell: ({ to }) => <MeterTime at={to} zone={zone} /> },
        { header: 'Volume', numeric: true, cell: ({ volume }) => volumeWords(volume) },
        { header: '°API at 60 °F', numeric: true, cell: ({ apiGravity60F }) => apiGravity60F ?? '' },
        {
          header: 'Sediment and water',
          numeric: true,
          cell: ({ sedimentAndWater: percent }) => (percent === undefined ? '' : `${percent}%`),
        },
      ]}
    />
  );
}
