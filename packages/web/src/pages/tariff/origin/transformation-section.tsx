import type { OriginWorksheet } from '@portolan/contract';
import { countryWords } from '../../../format/codes.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Section } from '../../../ui/page.tsx';
import { NotShown } from './tables.tsx';

type Transformation = NonNullable<OriginWorksheet['transformation']>;

/** Substantial transformation: the facts in order; a country only where a ruling or an officer has determined it. */
export function TransformationSection({ result }: { result: Transformation }) {
  const outcome =
    result.outcome === 'determined' && result.country ? countryWords(result.country) : 'not determined';
  return (
    <Section title={`Substantial transformation: ${outcome}`}>
      <p>
        {result.why} <span className="muted small">{result.cite}</span>
      </p>
      <DataTable
        caption="Facts"
        rows={result.facts.map((fact, index) => ({ ...fact, key: String(index) }))}
        rowKey={({ key }) => key}
        empty="No fact was given."
        columns={[
          { header: 'Fact', cell: ({ fact }) => fact },
          { header: 'Country', cell: ({ country }) => (country ? countryWords(country) : '–') },
          { header: 'In words', cell: ({ words }) => words },
        ]}
      />
      {result.rulings.length > 0 && (
        <DataTable
          caption="Published rulings on goods of this number"
          rows={result.rulings}
          rowKey={({ number }) => number}
          empty=""
          columns={[
            { header: 'Ruling', cell: ({ number }) => number },
            { header: 'Made in', cell: ({ madeIn }) => countryWords(madeIn) },
            { header: 'Finding', cell: ({ finding, cite }) => `${finding} (${cite})` },
            { header: 'Source', cell: ({ source, certainty }) => `${source} (${certainty})` },
          ]}
        />
      )}
      <NotShown items={result.notShown} />
    </Section>
  );
}
