import type { Picture } from '@portolan/parties';
import { counted } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { relationWords } from '../words.ts';
import { Drawing } from './drawing.tsx';
import type { Outcomes } from './whole.ts';

interface PictureProps {
  picture: Picture;
  /** The party that the picture is about. */
  focus: string;
  outcomes: Outcomes;
  caption: string;
}

/** A part of the graph as a picture, and the same as a table: each line of the picture has the number of its row. */
export function PictureWithTable({ picture, focus, outcomes, caption }: PictureProps) {
  const label = `Picture of ${counted(picture.nodes.length, 'party', 'parties')} and ${counted(picture.edges.length, 'line')}; the table below says the same`;
  const names = new Map(picture.nodes.map(({ id, name }) => [id, name]));
  const rows = picture.edges.map((edge, index) => ({ ...edge, number: index + 1 }));
  const shared = { picture, focus, outcomes, label };
  return (
    <>
      <div className="picture picture--wide">
        <Drawing {...shared} perRow={4} />
      </div>
      <div className="picture picture--narrow">
        <Drawing {...shared} perRow={2} />
      </div>
      <p className="small muted">
        A line drawn through counts, a dashed one is set aside, a thick one is control. Numbers are those of
        the table.
      </p>
      <DataTable
        caption={caption}
        rows={rows}
        rowKey={({ number }) => `${number}`}
        empty={<p>No line.</p>}
        columns={[
          { header: 'No.', cell: ({ number }) => number },
          { header: 'From', cell: ({ from }) => names.get(from) ?? from },
          { header: 'What', cell: ({ relation }) => relationWords[relation] },
          { header: 'To', cell: ({ to }) => names.get(to) ?? to },
          {
            header: 'What it came to',
            cell: ({ by, relation }) =>
              (by === undefined ? undefined : outcomes.get(by)?.words) ??
              (relation === 'attests' || relation === 'refers' ? 'Not weighed here' : 'A fact of the graph'),
          },
        ]}
      />
    </>
  );
}
