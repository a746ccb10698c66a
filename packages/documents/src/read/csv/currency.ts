import { currencyInfo, ok, type Result, refused } from '@portolan/kernel';
import { documentsCatalogue } from '../../catalogue.ts';
import { type Found, leaf } from '../found.ts';
import type { CellValue } from './cell.ts';
import type { Table } from './table.ts';

interface Priced {
  readonly document: readonly CellValue[];
  readonly lines: readonly (readonly CellValue[])[];
}

/** Gives every amount the one currency of the file: from its column, or from the brackets of a heading as in 'Amount (USD)'. */
export function withCurrency(
  table: Table,
  document: readonly CellValue[],
  lines: readonly (readonly CellValue[])[],
): Result<Priced> {
  if (table.type === 'PackingList') return ok({ document, lines });
  const stated = document.find(([path]) => path.join('/') === 'currency')?.[1];
  const currency = stated ?? headingCurrency(table);
  if (!currency) {
    const params = { field: 'Currency', expected: 'a column Currency, such as USD,', path: '/currency' };
    return refused(documentsCatalogue.refuse('DOC_FIELD_MISSING', { path: '/currency', params }));
  }
  const own: CellValue[] = stated ? [] : [[['currency'], currency]];
  return ok({
    document: [...own, ...document, ...currencies(document, currency)],
    lines: lines.map((line) => [...line, ...currencies(line, currency)]),
  });
}

function currencies(values: readonly CellValue[], currency: Found): CellValue[] {
  return values.flatMap(([path]): CellValue[] => {
    if (path[0] === 'charges') return [[[...path.slice(0, 2), 'currency'], currency]];
    return path.at(-1) === 'amount' ? [[[...path.slice(0, -1), 'currency'], currency]] : [];
  });
}

function headingCurrency({ columns }: Table): Found | undefined {
  const named = columns.find(({ heading }) => heading.bracket && currencyInfo(heading.bracket.toUpperCase()));
  if (!named?.heading.bracket) return undefined;
  return leaf(named.heading.bracket.toUpperCase(), `heading "${named.heading.text}"`);
}
