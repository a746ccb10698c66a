import { Decimal, ok, type Result, refused } from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';
import type { Goods } from '../duty/goods.ts';
import { amountIn } from '../duty/quantity.ts';
import type { NotComputed } from '../duty/result.ts';
import type { FeeAmount } from '../duty/trace.ts';
import { holdsOn } from '../reference/dated.ts';
import type { ExciseTax } from './tax.ts';

export interface LineTax {
  readonly taxes: readonly FeeAmount[];
  readonly notComputed: readonly NotComputed[];
}

const NONE: LineTax = { taxes: [], notComputed: [] };
const MENTIONED = 'Federal Excise Tax';

/**
 * Excise tax of a line whose footnote says that imports may bear it: the row that the filer names, or the only one that
 * fits the number; where several fit, the line is named with the choices. Refuses a row that does not fit.
 */
export function taxLine(goods: Goods, rows: readonly ExciseTax[], date: string): Result<LineTax> {
  const note = goods.line.footnotes.find((text) => text.includes(MENTIONED));
  const { excise } = goods.input;
  if (note === undefined) return excise === undefined ? ok(NONE) : refused(notCarried(goods, excise, []));
  const fitting = rows.filter((row) => holdsOn(row, date) && fits(row, goods, note));
  const chosen = excise === undefined ? only(fitting) : fitting.find(({ id }) => id === excise);
  if (chosen !== undefined) return taxed(goods, chosen);
  return excise === undefined ? ok(choices(goods, fitting)) : refused(notCarried(goods, excise, fitting));
}

function fits({ section, prefixes }: ExciseTax, { line }: Goods, note: string): boolean {
  return note.includes(section) && prefixes.some((prefix) => line.hts.startsWith(prefix));
}

function only(rows: readonly ExciseTax[]): ExciseTax | undefined {
  return rows.length === 1 ? rows[0] : undefined;
}

function taxed(goods: Goods, row: ExciseTax): Result<LineTax> {
  const quantity = amountIn(goods, { unit: row.per });
  if (!quantity.ok) return quantity;
  const due = quantity.value.times(Decimal.of(row.amount));
  const amount = due.dividedBy(Decimal.of(row.units), 2, 'half-up').toFixed(2);
  const step = {
    layer: 'excise',
    applied: true,
    basis: `${quantity.value} ${row.per}`,
    rate: `${row.amount} USD per ${row.units} ${row.per}`,
    amount,
    why: row.name,
    cite: `${row.cite}; ${row.source}`,
    certainty: row.certainty,
  };
  return ok({ taxes: [{ class: row.class, code: 'EXCISE', amount, trace: step }], notComputed: [] });
}

function choices(goods: Goods, fitting: readonly ExciseTax[]): LineTax {
  const named = fitting.map(({ id, name }) => `${id} (${name})`).join(', ') || 'a rate that is not at hand';
  return {
    taxes: [],
    notComputed: [
      {
        layer: 'excise',
        name: 'Federal excise tax',
        line: goods.input.number,
        why: `a footnote says that imports may bear federal excise tax; name which: ${named}`,
        cite: fitting[0]?.cite ?? '26 U.S.C. chapters 51 and 52',
      },
    ],
  };
}

function notCarried({ line, path }: Goods, excise: string, fitting: readonly ExciseTax[]) {
  const known = fitting.map(({ id }) => id).join(', ') || 'none';
  return tariffCatalogue.refuse('TARIFF_EXCISE_NOT_ON_LINE', {
    path: `${path}/excise`,
    params: { excise, hts: line.hts, known },
  });
}
