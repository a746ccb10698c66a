import type { LotBecame } from '@portolan/contract';
import { DataTable } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { LotLink, LotLinks } from './lot-link.tsx';
import { SaveButtons } from './save-buttons.tsx';
import { amountWords, kindWords } from './words.ts';

function Save({ became }: { became: LotBecame }) {
  return (
    <SaveButtons
      name={`recall-${became.lot}`}
      header={['Lot', 'Commodity', 'Of it', 'Of all', 'Percent', 'Unit', 'Owner', 'Custodian']}
      rows={became.left.map((share) => [
        ...[share.lot, share.commodity, share.amount, share.of, share.percent, share.unit],
        ...[share.owner?.name ?? '', share.custodian?.name ?? ''],
      ])}
      value={became}
    />
  );
}

/** What became of a lot: where any of it is now, and what left the chain. */
export function RecallSection({ became }: { became: LotBecame }) {
  return (
    <Section title="What became of it" id="recall" aside={<Save became={became} />}>
      {became.cut && (
        <Notice tone="wait">
          {became.cut.message} {became.cut.mend}
        </Notice>
      )}
      <DataTable
        caption="Where any of it is now: the recall set"
        rows={became.left}
        rowKey={({ lot }) => lot}
        empty={<p>Nothing of it is left in any lot.</p>}
        columns={[
          { header: 'Lot', cell: ({ lot }) => <LotLink lot={lot} /> },
          { header: 'Commodity', cell: ({ commodity }) => commodity },
          { header: 'Of it', numeric: true, cell: ({ amount, unit }) => amountWords(amount, unit) },
          { header: 'Of all in there', numeric: true, cell: ({ of, unit }) => amountWords(of, unit) },
          { header: 'Percent, rounded', numeric: true, cell: ({ percent }) => `${percent} %` },
          { header: 'Owner', cell: ({ owner }) => owner?.name ?? 'not known' },
          { header: 'Custodian', cell: ({ custodian }) => custodian?.name ?? 'not known' },
        ]}
      />
      <DataTable
        caption="What left the chain"
        rows={became.ended}
        rowKey={({ event }) => event}
        empty={<p>Nothing of it was used up or lost.</p>}
        columns={[
          { header: 'When', cell: ({ at }) => <When at={at} /> },
          { header: 'What', cell: ({ kind }) => kindWords(kind) },
          { header: 'By', cell: ({ by }) => by.name },
          { header: 'Of it', numeric: true, cell: ({ amount, unit }) => amountWords(amount, unit) },
          { header: 'From', cell: ({ lots }) => <LotLinks lots={lots} /> },
        ]}
      />
    </Section>
  );
}
