import type { CellValue } from './cell.ts';
import type { CsvType } from './columns.ts';

/** Lists of the document that its rows may name one of, and the field of a line for it. */
const fields: Readonly<Record<string, string>> = {
  invoiceNumbers: 'invoiceNumber',
  orderNumbers: 'orderNumber',
};

/** Lines of a packing list for several invoices or orders, each with those that its own row names. */
export function withOwnNumbers(
  type: CsvType,
  lines: readonly CellValue[][],
  rows: readonly (readonly CellValue[])[],
): CellValue[][] {
  if (type !== 'PackingList') return [...lines];
  const named = rows.map((row) => row.filter(([[list = '']]) => Object.hasOwn(fields, list)));
  const several = Object.keys(fields).filter(
    (list) => new Set(named.flatMap((row) => row.flatMap((value) => numberOf(value, list)))).size > 1,
  );
  return lines.map((line, index) => [
    ...line,
    ...(named[index] ?? []).flatMap(([path, found]): CellValue[] => {
      const [list = ''] = path;
      return several.includes(list) ? [[[fields[list] ?? list], found]] : [];
    }),
  ]);
}

function numberOf([path, { value }]: CellValue, list: string): string[] {
  return path[0] === list && typeof value === 'string' ? [value] : [];
}
