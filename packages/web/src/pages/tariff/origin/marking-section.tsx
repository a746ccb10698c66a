import type { OriginWorksheet } from '@portolan/contract';
import { countryWords } from '../../../format/codes.ts';
import { Section } from '../../../ui/page.tsx';
import { MaterialTable, NotShown, TestTable } from './tables.tsx';

type Marking = NonNullable<OriginWorksheet['marking']>;

/** Marking: the country that the mark must name, by the hierarchy of 19 CFR part 102. */
export function MarkingSection({ result }: { result: Marking }) {
  const countries = result.countries.map(countryWords).join(', ');
  const outcome =
    result.outcome === 'other-rules'
      ? 'other rules decide'
      : result.outcome === 'determined'
        ? countries
        : 'not determined';
  return (
    <Section title={`Marking: ${outcome}`}>
      <p>
        {result.why} {result.paragraph && <span className="muted small">{result.paragraph}</span>}
      </p>
      <TestTable caption="Steps of the hierarchy" tests={result.tests} />
      <MaterialTable caption="Foreign materials" materials={result.materials} />
      <NotShown items={result.notShown} />
    </Section>
  );
}
