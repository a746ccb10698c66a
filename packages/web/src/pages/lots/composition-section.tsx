import type { LotPart, LotView } from '@portolan/contract';
import { DataTable } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { amountWords } from './words.ts';

/** A key such as `origin=CA;role=crude` in words. */
function keyWords(key: string): string {
  return key
    .split(';')
    .map((part) => part.replace('=', ': '))
    .join(', ');
}

function Parts({ caption, parts, lot }: { caption: string; parts: readonly LotPart[]; lot: LotView }) {
  return (
    <DataTable
      caption={caption}
      rows={parts}
      rowKey={({ key }) => key}
      empty={<p>{caption}: nothing.</p>}
      columns={[
        { header: 'Component', cell: ({ key }) => keyWords(key) },
        { header: 'Exactly', numeric: true, cell: ({ amount }) => amountWords(amount, lot.unit, lot.base) },
        { header: 'Percent, rounded', numeric: true, cell: ({ percent }) => `${percent} %` },
      ]}
    />
  );
}

/** What a lot is made of, carried through every step to the last unit. */
export function CompositionSection({ lot }: { lot: LotView }) {
  const { made, left, cut } = lot.composition;
  return (
    <Section title="Made of" id="composition">
      {cut ? (
        <Notice tone="wait">
          {cut.message} {cut.mend}
        </Notice>
      ) : (
        <>
          <Parts caption="What is in it now" parts={left} lot={lot} />
          <Parts caption="What ever came in" parts={made} lot={lot} />
        </>
      )}
    </Section>
  );
}
