import type { ActOf } from '@portolan/parties';
import { Link } from 'react-router';
import { shorten } from '../../format/identifiers.ts';
import { actWords } from '../../standing/act-words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { When } from '../../ui/when.tsx';

/** Standings that an agency barred or set itself and published, with who did it and why. */
export function OverrideTable({ rows }: { rows: readonly ActOf<'override'>[] }) {
  return (
    <DataTable
      caption="Overrides that agencies published"
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty={<p>No agency here has published an override that is in force.</p>}
      columns={[
        {
          header: 'Organization',
          cell: ({ subject }) => (
            <Link to={`/register/${encodeURIComponent(subject)}`}>{shorten(subject)}</Link>
          ),
        },
        { header: 'What', cell: actWords },
        { header: 'Since', cell: ({ at }) => <When at={at} /> },
        { header: 'By', cell: ({ by }) => by },
        { header: 'Reason', cell: ({ reason }) => reason },
      ]}
    />
  );
}
