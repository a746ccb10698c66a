import type { LotView } from '@portolan/contract';
import { DataTable } from '../../ui/data-table.tsx';
import { Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { Reasons } from './event-list.tsx';
import { amountWords } from './words.ts';

/** The code of findings about stocks; others are about the papers of a lot. */
export const STOCK = 'TRACE_STOCK_DIFFERS';

/** Stocks that were measured, each beside the book of its moment. */
export function StocksSection({ lot }: { lot: LotView }) {
  const words = (amount: string) => amountWords(amount, lot.unit, lot.base);
  return (
    <Section title="Measured beside the book" id="stocks">
      <DataTable
        caption="Measured stocks, newest first"
        captionHidden
        rows={lot.stocks}
        rowKey={({ event }) => event}
        empty={<p>Nobody measured it.</p>}
        columns={[
          { header: 'When', cell: ({ at }) => <When at={at} /> },
          { header: 'By', cell: ({ by }) => by.name },
          { header: 'Measured', numeric: true, cell: ({ measured }) => words(measured) },
          { header: 'Book', numeric: true, cell: ({ book }) => words(book) },
          { header: 'Difference', numeric: true, cell: ({ difference }) => words(difference) },
          { header: 'Outcome', cell: ({ within }) => (within ? 'agrees' : 'finding') },
        ]}
      />
      <Reasons refusals={lot.findings.filter(({ code }) => code === STOCK)} />
    </Section>
  );
}
