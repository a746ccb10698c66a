import type { PipelineMonth } from '@portolan/contract';
import { DataTable } from '../../ui/data-table.tsx';
import { Day } from '../../ui/when.tsx';
import { Pill } from './pill.tsx';
import { plainText, severityWords } from './words.ts';

type LineFinding = PipelineMonth['findings'][number];

interface FindingsTableProps {
  findings: readonly LineFinding[];
  /** Clock by which moments are told; that of the reader where none is given. */
  zone?: string | undefined;
  empty?: string;
}

/** What was found on a line: what it is, whose fault, and how to mend it. */
export function FindingsTable({ empty = 'Nothing was found.', findings, zone }: FindingsTableProps) {
  return (
    <DataTable
      caption="What was found, the gravest first"
      captionHidden
      rows={findings.map((finding, index) => ({ ...finding, number: index + 1 }))}
      rowKey={({ number }) => `${number}`}
      empty={<p>{empty}</p>}
      columns={[
        { header: 'No.', cell: ({ number }) => number },
        { header: 'Weight', cell: ({ severity }) => <Pill state={severityWords[severity]} /> },
        { header: 'Day', cell: ({ day }) => (day ? <Day date={day} /> : '') },
        {
          header: 'What',
          cell: ({ code, mend, message }) => (
            <>
              {plainText(message, zone)} <span className="muted">{plainText(mend, zone)}</span>{' '}
              <code>{code}</code>
            </>
          ),
        },
        { header: 'Whose fault', cell: ({ fault }) => fault },
      ]}
    />
  );
}
