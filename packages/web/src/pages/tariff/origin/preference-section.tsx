import type { OriginWorksheet } from '@portolan/contract';
import { countryWords } from '../../../format/codes.ts';
import { formatDate } from '../../../format/dates.ts';
import { formatHts } from '../../../format/identifiers.ts';
import { Section } from '../../../ui/page.tsx';
import { Alternatives } from './alternatives.tsx';
import { ContentTable, MaterialTable, NotShown, TestTable } from './tables.tsx';

type Preference = NonNullable<OriginWorksheet['preference']>;

const OUTCOMES: Record<Preference['outcome'], string> = {
  originating: 'Originating',
  'not-originating': 'Not originating',
  undetermined: 'Not determined',
};

/** Preference: whether the good originates under the agreement, by which rule, and where each test passed or failed. */
export function PreferenceSection({ result }: { result: Preference }) {
  const { rule } = result;
  return (
    <Section title={`Preference: ${OUTCOMES[result.outcome]} under ${result.agreement}`}>
      <p>
        {formatHts(result.good.hs)} {result.good.description}, made in {countryWords(result.good.madeIn)},
        imported {formatDate(result.date)}.
      </p>
      <p>
        {result.why}
        {result.criterion && <> Criterion {result.criterion}.</>}
      </p>
      {rule ? (
        <p>
          Rule for {rule.range}: {rule.words}{' '}
          <span className="muted small">
            {rule.cite}; in force from {formatDate(rule.from)}; {rule.source} ({rule.certainty})
          </span>
        </p>
      ) : (
        <p className="muted">No product rule was applied.</p>
      )}
      <TestTable caption="Tests" tests={result.tests} />
      <MaterialTable caption="Materials" materials={result.materials} />
      <ContentTable content={result.content} />
      {rule && <Alternatives alternatives={rule.alternatives} />}
      <NotShown items={result.notShown} />
    </Section>
  );
}
