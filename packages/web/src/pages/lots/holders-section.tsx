import type { LotView } from '@portolan/contract';
import { Link } from 'react-router';
import { DataTable } from '../../ui/data-table.tsx';
import { Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { eventAddress } from './words.ts';

/** Who held title and custody; the two move apart from each other. */
export function HoldersSection({ lot }: { lot: LotView }) {
  return (
    <Section title="Held by" id="holders">
      <DataTable
        caption="Who held title and custody, from the beginning on"
        captionHidden
        rows={lot.holders}
        rowKey={({ what, since, holder }) => `${what} ${since} ${holder.id}`}
        empty={<p>Nobody said who held it.</p>}
        columns={[
          { header: 'What', cell: ({ what }) => (what === 'title' ? 'Title' : 'Custody') },
          { header: 'Who', cell: ({ holder }) => holder.name },
          { header: 'Since', cell: ({ since }) => <When at={since} /> },
          {
            header: 'By',
            cell: ({ event }) =>
              event === undefined ? 'made so' : <Link to={eventAddress(event)}>signed transfer</Link>,
          },
        ]}
      />
    </Section>
  );
}
