import type { PipelineMonth } from '@portolan/contract';
import { groupDigits } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { Section } from '../../ui/page.tsx';
import { Pill } from './pill.tsx';
import { barrels, isOver } from './words.ts';

const stockKinds = {
  'line-fill': 'Line fill',
  tank: 'Tank',
  retention: 'Retention stock',
  batch: 'Batch',
} as const;

/** What came in, went out and is left; by stock, and by owner beside the operator's statement. */
export function BalanceSection({ balance }: Pick<PipelineMonth, 'balance'>) {
  const { allowed, closing, delivered, imbalance, losses, opening, owners, received, stocks } = balance;
  return (
    <Section title="Balance" id="balance">
      <Definitions
        items={[
          ['In the line at the beginning', barrels(opening)],
          ['Received', barrels(received)],
          ['Delivered', barrels(delivered)],
          ['Named losses', barrels(losses)],
          ['In the line at the end, by the book', barrels(closing)],
          [
            'Imbalance with what was measured',
            <Pill
              key="imbalance"
              state={
                isOver(balance)
                  ? ['bad', `${barrels(imbalance)}: more than the ${barrels(allowed)} allowed`]
                  : ['good', `${barrels(imbalance)}, within the ${barrels(allowed)} allowed`]
              }
            />,
          ],
        ]}
      />
      <DataTable
        caption="Stocks at the end of the month"
        rows={stocks}
        rowKey={({ kind, lot, owner }) => `${kind} ${lot} ${owner?.did ?? ''}`}
        empty={<p>Nothing is left in the line.</p>}
        columns={[
          { header: 'Lot', cell: ({ lot }) => lot },
          { header: 'What it is', cell: ({ kind }) => stockKinds[kind] },
          { header: 'By the book', numeric: true, cell: ({ book }) => groupDigits(book) },
          {
            header: 'Measured',
            numeric: true,
            cell: ({ measured }) => (measured === undefined ? 'not measured' : groupDigits(measured)),
          },
        ]}
      />
      <DataTable
        caption="By owner; the last column is what the operator's statement says"
        rows={owners}
        rowKey={({ owner }) => owner.did}
        empty={<p>No owner is known.</p>}
        columns={[
          { header: 'Owner', cell: ({ owner }) => owner.name },
          { header: 'Received', numeric: true, cell: (one) => groupDigits(one.received) },
          { header: 'Bought', numeric: true, cell: ({ bought }) => groupDigits(bought) },
          { header: 'Sold', numeric: true, cell: ({ sold }) => groupDigits(sold) },
          { header: 'Delivered', numeric: true, cell: (one) => groupDigits(one.delivered) },
          { header: 'Balance', numeric: true, cell: (one) => groupDigits(one.balance) },
          {
            header: 'Stated',
            numeric: true,
            cell: ({ stated }) => (stated === undefined ? 'no statement' : groupDigits(stated)),
          },
        ]}
      />
    </Section>
  );
}
