import { claims, type Goods } from '../duty/goods.ts';
import { type BaseFacts, meets } from './facts.ts';
import type { Measure } from './layer.ts';

/** The row that decides for the goods, and those that would if the filer claimed their heading. */
export interface Choice {
  readonly row?: Measure;
  readonly open: readonly Measure[];
}

/** Of the rows that name number, origin and date, the first whose claim and conditions the goods meet. */
export function chooseRow(rows: readonly Measure[], goods: Goods, base: BaseFacts): Choice {
  const open: Measure[] = [];
  for (const row of rows) {
    if (!meetsAll(row, goods, base)) continue;
    if (!row.claimed || claims(goods, row.heading)) return { row, open };
    if (row.open) open.push(row);
  }
  return { open };
}

function meetsAll({ conditions, heading }: Measure, goods: Goods, base: BaseFacts): boolean {
  return conditions === undefined || conditions.every((condition) => meets(condition, goods, base, heading));
}
