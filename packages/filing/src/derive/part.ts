import {
  convertQuantity,
  Decimal,
  isRecord,
  type JsonValue,
  parseQuantity,
  type Quantity,
  unitInfo,
} from '@portolan/kernel';
import { filingCatalogue } from '../catalogue.ts';
import { questions } from '../facts/questions.ts';
import { sameJson } from '../sheet/same-json.ts';
import type { Desk } from './desk.ts';
import type { GoodsLine } from './invoice-line.ts';

/** How much of an invoice line an entry enters, where it is not all of it. */
export interface LinePart {
  readonly quantity: Quantity;
  readonly whole: Quantity;
}

export const PART_RULE = 'the part of the invoice line that is entered, in proportion to its quantity';

/**
 * The part of an invoice line that came with this shipment (19 CFR 141.51, 141.57: what does not arrive together is entered apart). Nobody
 * has to say so for a whole line; where the packing list of the shipment has less than the invoice, that quantity is proposed.
 */
export function derivePart({ sheet }: Desk, line: GoodsLine): GoodsLine {
  const pointer = `/lines/${line.index}/invoice/quantity`;
  const whole = line.line.quantity;
  const packed = packedLess(line);
  if (!packed && sheet.typed(pointer) === undefined) return line;
  const stated = sheet.fill<JsonValue>(pointer, [], {
    filerDecides: true,
    form: (typed) => (typeof typed === 'string' ? { value: typed, unit: whole.unit } : typed),
    ...(packed ? { ask: askOf(line, packed) } : {}),
  });
  if (stated === undefined) return line;
  const quantity = partIn(stated, whole);
  if (!quantity) {
    const params = { line: line.line.number, whole: whole.value, unit: whole.unit };
    sheet.refuse(filingCatalogue.refuse('FILING_PART_OF_LINE', { path: pointer, params }));
    return line;
  }
  return Decimal.of(quantity.value).eq(Decimal.of(whole.value))
    ? line
    : { ...line, part: { quantity, whole } };
}

/** An amount or weight of the whole line, as far as its part goes. */
export function shareOf(amount: Decimal, { quantity, whole }: LinePart, places: number): Decimal {
  return amount.times(Decimal.of(quantity.value)).dividedBy(Decimal.of(whole.value), places, 'half-up');
}

/** The quantity in the unit of the invoice line: more than nothing, and not more than was invoiced. */
function partIn(stated: JsonValue, whole: Quantity): Quantity | undefined {
  const read = isRecord(stated) ? parseQuantity(stated) : undefined;
  const converted = read?.ok ? convertQuantity(read.value, whole.unit) : undefined;
  if (!converted?.ok) return undefined;
  const value = Decimal.of(converted.value.value);
  return value.gt(Decimal.of('0')) && value.lte(Decimal.of(whole.value)) ? converted.value : undefined;
}

/** What the packing lists have of the line, where it is less than was invoiced and counted alike. */
function packedLess({ packed, line: { quantity: whole } }: GoodsLine): Quantity | undefined {
  // Most lines are packed as they were invoiced: seen without arithmetic.
  if (packed.every(({ line }) => sameJson(line.quantity, whole))) return undefined;
  let sum = Decimal.of('0');
  for (const { line } of packed) {
    const converted = line.quantity && convertQuantity(line.quantity, whole.unit);
    if (!converted?.ok) return undefined;
    sum = sum.plus(Decimal.of(converted.value.value));
  }
  const less = sum.gt(Decimal.of('0')) && sum.lt(Decimal.of(whole.value));
  return less ? { value: sum.toString(), unit: whole.unit } : undefined;
}

function askOf({ line }: GoodsLine, packed: Quantity) {
  const { number, quantity } = line;
  return {
    ...questions.part,
    question: `Invoice line ${number} is for ${quantity.value} ${unitOf(quantity)}, and ${packed.value} are packed: enter only these now?`,
    proposal: packed,
  };
}

/** Goods that are counted have the code C62, whose name is "one". */
function unitOf({ unit }: Quantity): string {
  return unit === 'C62' ? 'pieces' : (unitInfo(unit)?.name ?? unit);
}
