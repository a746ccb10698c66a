import type { Decimal } from '@portolan/kernel';
import type { TariffLine } from '../edition/line.ts';
import type { DutyLineInput, DutyQuantity } from './input.ts';

/** One line of the entry, checked: what a rate is applied to. */
export interface Goods {
  readonly input: DutyLineInput;
  readonly line: TariffLine;
  /** Whole US dollars. */
  readonly value: Decimal;
  /** The same in cents. */
  readonly cents: bigint;
  readonly quantities: readonly DutyQuantity[];
  /** JSON pointer of the line in the input. */
  readonly path: string;
  /** Headings of chapters 98 and 99 claimed beside the number, digits only. */
  readonly headings: readonly string[];
}

/** Whether the filer claims the heading (given with or without dots) on this line. */
export function claims(goods: Goods, heading: string): boolean {
  return goods.headings.length > 0 && goods.headings.includes(heading.replaceAll('.', ''));
}
