import type { OriginWorksheet } from '@portolan/contract';
import { ContentTable, MaterialTable, outcomeWords, TestTable } from './tables.tsx';

type Alternative = NonNullable<NonNullable<OriginWorksheet['preference']>['rule']>['alternatives'][number];

/** Each way to meet a product rule, test by test: what was tried, and where it passed or failed. */
export function Alternatives({ alternatives }: { alternatives: readonly Alternative[] }) {
  return alternatives.map((way) => (
    <div key={way.label}>
      <h3>
        {way.label}: {outcomeWords(way.outcome)}
      </h3>
      <p>{way.words}</p>
      <TestTable caption={`Tests of ${way.label}`} tests={way.tests} />
      <MaterialTable caption={`Materials under ${way.label}`} materials={way.materials} />
      <ContentTable content={way.content} />
    </div>
  ));
}
