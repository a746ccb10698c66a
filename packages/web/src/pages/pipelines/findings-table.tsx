import type { PipelineMonth } from '@portolan/contract';
import { DataTable } from '../../ui/data-table.tsx';
import { Day } from '../../ui/when.tsx';
import { Pill } from './pill.tsx';
import { severityWords } from './words.ts';

type LineFinding = PipelineMonth['findings'][number];

/** What was found on a line: what it is, whose fault, and how to mend it. */
export function FindingsTable({ findings }: { findings: readonly LineFinding[] }) {
  return (
    <DataTable
      caption="What was found, the gravest first"
      captionHidden
      rows={findings.map((finding, index) => ({ ...finding, number: index + 1 }))}
      rowKey={({ number }) => `${number}`}
      empty={<p>Nothing was found.</p>}
      columns={[
        { header: 'No.', cell: ({ number }) => number },
        { header: 'Weight', cell: ({ severity }) => <Pill state={severityWords[severity]} /> },
        { header: 'Day', cell: ({ day }) => (day ? <Day date={day} /> : '') },
        {
          header: 'What',
          cell: ({ code, mend, message }) => (
            <>
              {message} <span className="muted">{mend}</span> <code>{code}</code>
            </>
          ),
        },
        { header: 'Whose fault', cell: ({ fault }) => fault },
      ]}
    />
  );
}
