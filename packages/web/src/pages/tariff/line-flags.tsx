import type { TariffFlag, TariffLineDetail } from '@portolan/contract';
import { formatDate } from '../../format/dates.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Section } from '../../ui/page.tsx';

const KINDS: Record<TariffFlag['kind'], string> = {
  agency: 'Agency requirement',
  antidumping: 'Antidumping duty',
  countervailing: 'Countervailing duty',
  measure: 'Measure',
};

/** What else touches the goods, and the schedule's own notes. */
export function LineFlags({ line }: { line: TariffLineDetail }) {
  const rows = line.flags.map((flag) => ({ ...flag, key: `${flag.kind} ${flag.code}` }));
  return (
    <Section title="Flags and notes">
      <DataTable
        caption={`Flags on ${formatDate(line.date)}`}
        rows={rows}
        rowKey={({ key }) => key}
        empty={<p>No agency, case or measure names this number in the data at hand.</p>}
        columns={[
          { header: 'Flag', cell: ({ kind }) => KINDS[kind] },
          { header: 'Code', cell: ({ code }) => code },
          {
            header: 'What it means',
            cell: ({ text, cite }) => (
              <span>
                {text} {cite && <span className="muted small">{cite}</span>}
              </span>
            ),
          },
        ]}
      />
      {line.footnotes.length > 0 && (
        <>
          <h3>Notes of the schedule</h3>
          <ul>
            {line.footnotes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
