import type { CaseTable } from '../../case-page.ts';
import type { OrderCase } from '../case.ts';

/** How far every line of the orders has come. */
export function ordersTable({ file }: OrderCase): CaseTable {
  return {
    heading: 'Orders, line by line',
    note: 'Quantities in the unit of the order line. Open is what was ordered and is not entered yet.',
    columns: [
      'Order',
      'Line',
      'Goods',
      'Ordered',
      'Confirmed',
      'Invoiced',
      'Packed',
      'Shipped',
      'Entered',
      'Open',
    ],
    rows: file.graph.orders.flatMap(({ number, lines }) =>
      lines.map(({ number: line, description, unit, sums }) => [
        number,
        line,
        description,
        `${sums.ordered} ${unit}`,
        sums.confirmed,
        sums.invoiced,
        sums.packed,
        sums.shipped,
        sums.entered,
        sums.open,
      ]),
    ),
  };
}

/** The papers and filings of the shipment by station. */
export function papersTable({ file }: OrderCase): CaseTable {
  return {
    heading: 'Papers from order to entry',
    columns: ['Station', 'Paper', 'Number', 'Of', 'Date', 'Lines'],
    rows: file.graph.nodes.map(({ stage, type, number, author, date, lines }) => [
      stage,
      type,
      number,
      author ?? '',
      date ?? '',
      String(lines),
    ]),
  };
}
