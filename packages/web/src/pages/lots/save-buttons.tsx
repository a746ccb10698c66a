import { Button } from '@trussworks/react-uswds';
import { toCsv } from '../../format/csv.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { download } from '../../ui/download.ts';

interface SaveProps {
  /** Name of the file without its ending. */
  name: string;
  header: readonly string[];
  rows: readonly (readonly string[])[];
  /** The same for machines, whole. */
  value: unknown;
}

/** What a page shows, as a file for a spreadsheet or for a machine. */
export function SaveButtons({ name, header, rows, value }: SaveProps) {
  const announce = useAnnounce();
  const file = name.replaceAll(/[^\w-]+/g, '-').slice(-80);
  const save = (ending: string, type: string, text: string) => {
    download(`${file}.${ending}`, type, text);
    announce(`${file}.${ending} saved`);
  };
  return (
    <span className="row no-print">
      <Button
        type="button"
        outline
        className="button-small"
        onClick={() => save('csv', 'text/csv', toCsv(header, rows))}
      >
        Save as CSV
      </Button>
      <Button
        type="button"
        outline
        className="button-small"
        onClick={() => save('json', 'application/json', JSON.stringify(value, null, 2))}
      >
        Save as JSON
      </Button>
    </span>
  );
}
