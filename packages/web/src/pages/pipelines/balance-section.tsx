import type { PipelineMonth } from '@portolan/contract';
import { groupDigits } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { Section } from '../../ui/page.tsx';
import { Lot } from './lot.tsx';
import { Pill } from './pill.tsx';
import { barrels, isOver, seesWholeLine } from './words.ts';

const stockKinds = {
  'line-fill': 'Line fill',
  tank: 'Tank',
  retention: 'Retention stock',
  batch: 'Batch',
} as const;

/** Whether the line closes: for those who are sent the papers of every owner. */
function WholeLine({ balance }: Pick<PipelineMonth, 'balance'>) {
  const { allowed, closing, delivered, imbalance, losses, opening, received } = balance;
  return (
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
  );
}

/** What came in, went out and is left; by stock, and by owner beside the operator's statement. */
export function BalanceSection({ balance, role }: Pick<PipelineMonth, 'balance' | 'role'>) {
  const { owners } = balance;
  // Of a batch that several share, what stands in the book is told by what each holds.
  const stocks = balance.stocks.filter(({ owner }) => owner !== undefined || seesWholeLine(role));
  return (
    <Section title="Balance" id="balance">
      {seesWholeLine(role) ? (
        <WholeLine balance={balance} />
      ) : (
        <p>
          By the papers that you hold. Whether the line as a whole closes shows at its operator and the
          agency, who are sent the papers of every owner.
        </p>
      )}
      <DataTable
        caption="Stocks at the end of the month, barrels at 60 °F"
        rows={stocks}
        rowKey={({ kind, lot, owner }) => `${kind} ${lot} ${owner?.did ?? ''}`}
        empty={
          <p>{seesWholeLine(role) ? 'Nothing is left in the line.' : 'No stock is named as yours alone.'}</p>
        }
        columns={[
          { header: 'Lot', cell: ({ lot }) => <Lot id={lot} /> },
          { header: 'Owner', cell: ({ owner }) => owner?.name ?? 'the owners of the batch' },
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
        caption="By owner, barrels at 60 °F; the last column is the closing stock of the operator's statement"
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
            cell: ({ stated }) => (stated === undefined ? 'not stated' : groupDigits(stated)),
          },
        ]}
      />
    </Section>
  );
}
