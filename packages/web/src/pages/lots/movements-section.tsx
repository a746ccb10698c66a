import type { LotMovement, LotView } from '@portolan/contract';
import { Link } from 'react-router';
import { DataTable } from '../../ui/data-table.tsx';
import { Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { When } from '../../ui/when.tsx';
import { LotLinks } from './lot-link.tsx';
import { SaveButtons } from './save-buttons.tsx';
import { amountWords, eventAddress, kindWords, placeWords } from './words.ts';

interface MovementsProps {
  lot: LotView;
  movements: { items: LotMovement[]; next?: string };
}

/** What went into a lot and out of it, and who took it over. */
export function MovementsSection({ lot, movements }: MovementsProps) {
  const { items, next } = movements;
  const amount = (side: LotMovement['side']) => (row: LotMovement) =>
    row.side === side && row.amount !== undefined ? amountWords(row.amount, lot.unit, lot.base) : '';
  return (
    <Section
      title="Movements"
      id="movements"
      aside={
        <SaveButtons
          name={`movements-${lot.lot}`}
          header={[
            'When',
            'What',
            'Side',
            'Amount',
            'Unit',
            'By',
            'To',
            'Place',
            'Other lots',
            'Event',
            'Source',
          ]}
          rows={items.map((row) => [
            ...[row.at, row.kind, row.side, row.amount ?? '', lot.unit, row.by.name, row.to?.name ?? ''],
            ...[row.place ?? '', row.others.join(' '), row.event, row.source ?? ''],
          ])}
          value={items}
        />
      }
    >
      <DataTable
        caption="Movements, newest first"
        captionHidden
        rows={items}
        rowKey={({ event, side }) => `${event} ${side}`}
        empty={<p>Nothing moved.</p>}
        columns={[
          { header: 'When', cell: ({ at }) => <When at={at} /> },
          {
            header: 'What',
            cell: ({ event, kind }) => <Link to={eventAddress(event)}>{kindWords(kind)}</Link>,
          },
          { header: 'In', numeric: true, cell: amount('in') },
          { header: 'Out', numeric: true, cell: amount('out') },
          { header: 'By', cell: ({ by, to }) => (to ? `${by.name} to ${to.name}` : by.name) },
          { header: 'Place', cell: ({ place }) => (place === undefined ? 'not told' : placeWords(place)) },
          { header: 'Other lots', cell: ({ others }) => <LotLinks lots={others} /> },
        ]}
      />
      <Pager next={next} label="Pages of movements" />
    </Section>
  );
}
