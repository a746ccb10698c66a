import { convertQuantity, Decimal, type JsonValue, type Quantity, unitInfo } from '@portolan/kernel';
import { filingCatalogue } from '../catalogue.ts';
import { questions } from '../facts/questions.ts';
import { type Candidate, derived, stated } from '../sheet/candidate.ts';
import type { Desk } from './desk.ts';
import type { GoodsLine } from './invoice-line.ts';

/** CATAIR record 50 carries quantities with two decimals. */
const PLACES = 2;
const RULE = 'UNECE Recommendation 20, exact factors, rounded to two decimals (CATAIR record 50)';

/** Quantities of a line in the units that the tariff line counts, in its order. */
export function deriveQuantities({ sheet }: Desk, line: GoodsLine, units: readonly string[]): void {
  const pointer = `/lines/${line.index}/quantities`;
  const found = units.map((unit) => quantityIn(line, unit));
  if (found.every((candidate) => candidate !== undefined)) {
    sheet.fill<JsonValue>(pointer, merge(found));
    return;
  }
  const missing = units[found.indexOf(undefined)] ?? '';
  const wanted = unitInfo(missing)?.name ?? missing;
  const given = unitInfo(line.line.quantity.unit)?.name ?? line.line.quantity.unit;
  if (sheet.typed(pointer) === undefined)
    sheet.refuse(
      filingCatalogue.refuse('FILING_UNIT_MISMATCH', { path: pointer, params: { wanted, given } }),
    );
  sheet.fill<JsonValue>(pointer, [], {
    ask: { ...questions.quantities, question: `How many ${wanted} is it?` },
  });
}

/** Gross weight of a line: packing list, else invoice. */
export function deriveGrossWeight({ sheet }: Desk, line: GoodsLine): void {
  const packed = line.packed.flatMap(({ item, pointer, line: packing }) =>
    stated<JsonValue>(item, `${pointer}/grossWeight`, packing.grossWeight),
  );
  const invoiced = stated<JsonValue>(line.invoice, `${line.pointer}/grossWeight`, line.line.grossWeight);
  sheet.fill(`/lines/${line.index}/grossWeight`, [...packed, ...invoiced]);
}

/** The quantity in one unit: what is counted on the invoice, else the net weight of invoice or packing list. */
function quantityIn(line: GoodsLine, unit: string): Candidate<JsonValue> | undefined {
  const invoiced: readonly [string, Quantity | undefined][] = [
    ['netWeight', line.line.netWeight],
    ['quantity', line.line.quantity],
  ];
  const fromInvoice = invoiced.flatMap(([member, quantity]) =>
    inUnit(line.invoice, `${line.pointer}/${member}`, quantity, unit),
  );
  const fromPacking = line.packed.flatMap(({ item, pointer, line: packing }) => [
    ...inUnit(item, `${pointer}/netWeight`, packing.netWeight, unit),
    ...inUnit(item, `${pointer}/quantity`, packing.quantity, unit),
  ]);
  return [...fromInvoice, ...fromPacking][0];
}

function inUnit(
  item: Parameters<typeof stated>[0],
  pointer: string,
  quantity: Quantity | undefined,
  unit: string,
): Candidate<JsonValue>[] {
  if (!quantity) return [];
  const converted = convertQuantity(quantity, unit);
  if (!converted.ok) return [];
  const value = Decimal.of(converted.value.value).round(PLACES, 'half-up').toString();
  const result = { value, unit };
  return quantity.unit === unit && quantity.value === value
    ? stated<JsonValue>(item, pointer, result)
    : derived<JsonValue>(item, pointer, result, RULE);
}

/** All quantities as one field; its provenance is that of the first, computed when any of them is. */
function merge(found: readonly Candidate<JsonValue>[]): Candidate<JsonValue>[] {
  const [first] = found;
  if (!first)
    return [{ value: [], provenance: { class: 'computed', rule: 'the tariff line counts no unit' } }];
  const derivedOne = found.find(({ provenance }) => provenance.class === 'computed') ?? first;
  return [{ value: found.map(({ value }) => value), provenance: derivedOne.provenance }];
}
