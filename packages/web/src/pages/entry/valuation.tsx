import type { Valuation } from '@portolan/filing';
import { formatMoney, groupDigits } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';

/** How the entered values came about, one row an invoice: terms, rate, what was added and taken out. */
export function ValuationTable({ of, invoices }: { of: readonly Valuation[]; invoices: readonly string[] }) {
  const rows = of.map((row, at) => ({ ...row, invoice: invoices[at] ?? String(at + 1) }));
  return (
    <DataTable
      caption="Value worksheet (19 CFR 152.103)"
      rows={rows}
      rowKey={({ invoice }) => invoice}
      empty=""
      columns={[
        { header: 'Invoice', cell: ({ invoice }) => invoice },
        { header: 'Term', cell: ({ incoterm }) => incoterm?.code ?? 'none' },
        { header: 'Price', numeric: true, cell: ({ price }) => money(price) },
        { header: 'Added', numeric: true, cell: ({ additions }) => money(additions) },
        { header: 'Taken out', numeric: true, cell: ({ deductions }) => money(deductions) },
        { header: 'Rate', cell: ({ exchange }) => rateWords(exchange) },
        { header: 'Entered value', numeric: true, cell: ({ enteredValue }) => groupDigits(enteredValue) },
        { header: 'Notes', cell: ({ notes }) => notes.join(' ') },
      ]}
    />
  );
}

function money({ amount, currency }: Valuation['price']): string {
  return formatMoney(amount, currency);
}

function rateWords({ kind, rate, currency, rateDate }: Valuation['exchange']): string {
  if (kind === 'none') return 'US dollars';
  const day = kind === 'given' || rateDate === undefined ? '' : `, ${rateDate}`;
  return `${rate} USD for one ${currency} (${kind}${day})`;
}
