import type { OriginWorksheet } from '@portolan/contract';
import { countryWords } from '../../../format/codes.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Section } from '../../../ui/page.tsx';

type Melt = NonNullable<OriginWorksheet['melt']>;

const OUTCOMES: Record<Melt['outcome'], string> = {
  complete: 'complete',
  incomplete: 'something is missing',
  'not-asked': 'not asked of these goods',
};

/** Melt, pour, smelt and cast: as stated, with the block of the summary that reports each. */
export function MeltSection({ result }: { result: Melt }) {
  return (
    <Section title={`Melt, smelt and cast: ${OUTCOMES[result.outcome]}`}>
      <DataTable
        caption={result.metal ? `Countries for ${result.metal}` : 'Countries'}
        rows={result.fields}
        rowKey={({ field }) => field}
        empty={<p>These goods do not report it.</p>}
        columns={[
          { header: 'Field', cell: ({ label, block }) => (block ? `${label} (block ${block})` : label) },
          { header: 'Country', cell: ({ country }) => (country ? countryWords(country) : 'not stated') },
          { header: 'Required', cell: ({ required }) => (required ? 'Yes' : 'No') },
          { header: 'Why', cell: ({ why, cite }) => `${why} (${cite})` },
        ]}
      />
      {result.notes.length > 0 && (
        <ul>
          {result.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <p className="muted small">{result.cite}</p>
    </Section>
  );
}
