import { LevelPill } from '../../standing/level-pill.tsx';
import { PartyLink } from '../../standing/party-link.tsx';
import { levelWords, roleWords } from '../../standing/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { When } from '../../ui/when.tsx';
import type { Notice } from './card.ts';

const DIRECTIONS: Record<Notice['change']['direction'], string> = {
  raised: 'Raised',
  lowered: 'Lowered',
  barred: 'Barred',
  unbarred: 'No longer barred',
};

/** Changes of standings that the organization relies on, newest first. */
export function NoticeTable({ notices }: { notices: readonly Notice[] }) {
  return (
    <DataTable
      caption="Changes that you were told of"
      captionHidden
      rows={notices}
      rowKey={({ id }) => id}
      empty={<p>Nothing has changed. Choose “Tell me of changes” on the card of a party that you rely on.</p>}
      columns={[
        { header: 'When', cell: ({ at }) => <When at={at} /> },
        { header: 'Party', cell: ({ change }) => <PartyLink did={change.subject} name={change.name} /> },
        { header: 'Role', cell: ({ change }) => roleWords(change.role) },
        { header: 'Change', cell: ({ change }) => DIRECTIONS[change.direction] },
        { header: 'From', cell: ({ change }) => levelWords(change.from) },
        {
          header: 'To',
          cell: ({ change }) => <LevelPill level={change.to} barred={change.direction === 'barred'} />,
        },
        {
          header: 'Why',
          cell: ({ change }) => change.reasons.map(({ message }) => message).join(' ') || 'not said',
        },
      ]}
    />
  );
}
