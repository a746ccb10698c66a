import { convertQuantity, Decimal, type JsonValue, type Quantity, unitInfo } from '@portolan/kernel';
import { filingCatalogue } from '../catalogue.ts';
import { questions } from '../facts/questions.ts';
import { type Candidate, derived, stated } from '../sheet/candidate.ts';
import type { Desk } from './desk.ts';
import type { GoodsLine } from './invoice-line.ts';
import { type LinePart, PART_RULE, shareOf } from './part.ts';

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

/** Gross weight of a line: packing list, else invoice; of a part what was packed of it, else its share. */
export function deriveGrossWeight({ sheet }: Desk, line: GoodsLine): void {
  if (line.part) {
    sheet.fill(`/lines/${line.index}/grossWeight`, grossOfPart(line, line.part));
    return;
  }
  const packed = line.packed.flatMap(({ item, pointer, line: packing }) =>
    stated<JsonValue>(item, `${pointer}/grossWeight`, packing.grossWeight),
  );
  const invoiced = stated<JsonValue>(line.invoice, `${line.pointer}/grossWeight`, line.line.grossWeight);
  sheet.fill(`/lines/${line.index}/grossWeight`, [...packed, ...invoiced]);
}

function grossOfPart(line: GoodsLine, part: LinePart): Candidate<JsonValue>[] {
  const [packed] = weightsOf(line, part, 'grossWeight');
  const { grossWeight } = line.line;
  const share = grossWeight && sharedQuantity(grossWeight, part);
  return packed
    ? [packed]
    : derived<JsonValue>(line.invoice, `${line.pointer}/grossWeight`, share, PART_RULE);
}

/** Weights of the part by the packing lists: as it stands where just the part was packed, else its share of what was. */
function weightsOf(
  { packed }: GoodsLine,
  { quantity }: LinePart,
  member: 'netWeight' | 'grossWeight',
): Candidate<JsonValue>[] {
  return packed.flatMap(({ item, pointer, line }) => {
    const weight = line[member];
    const whole = line.quantity && convertQuantity(line.quantity, quantity.unit);
    if (!weight || !whole?.ok || Decimal.of(whole.value.value).lt(Decimal.of(quantity.value))) return [];
    const at = `${pointer}/${member}`;
    return whole.value.value === quantity.value
      ? stated<JsonValue>(item, at, weight)
      : derived<JsonValue>(item, at, sharedQuantity(weight, { quantity, whole: whole.value }), PART_RULE);
  });
}

function sharedQuantity({ value, unit }: Quantity, part: LinePart): Quantity {
  return { value: shareOf(Decimal.of(value), part, PLACES).toString(), unit };
}

/** The part in one unit: its net weight by the packing lists, else its share of the invoice's, else its own count. */
function partInUnit(line: GoodsLine, part: LinePart, unit: string): Candidate<JsonValue> | undefined {
  const packed = weightsOf(line, part, 'netWeight').flatMap(({ value, provenance }) => {
    const converted = convertQuantity(value as Quantity, unit);
    return converted.ok ? [{ value: rounded(converted.value), provenance }] : [];
  });
  const { netWeight } = line.line;
  const shared = netWeight && sharedQuantity(netWeight, part);
  const weighed = inUnit(line.invoice, `${line.pointer}/netWeight`, shared, unit, PART_RULE);
  const own = inUnit(line.invoice, `${line.pointer}/quantity`, part.quantity, unit, PART_RULE);
  return [...packed, ...weighed, ...own][0];
}

function rounded({ value, unit }: Quantity): Quantity {
  return { value: Decimal.of(value).round(PLACES, 'half-up').toString(), unit };
}

/** The quantity in one unit: what is counted on the invoice, else the net weight of invoice or packing list. */
function quantityIn(line: GoodsLine, unit: string): Candidate<JsonValue> | undefined {
  if (line.part) return partInUnit(line, line.part, unit);
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
  rule?: string,
): Candidate<JsonValue>[] {
  if (!quantity) return [];
  const converted = convertQuantity(quantity, unit);
  if (!converted.ok) return [];
  const result = rounded(converted.value);
  return quantity.unit === unit && quantity.value === result.value && rule === undefined
    ? stated<JsonValue>(item, pointer, result)
    : derived<JsonValue>(item, pointer, result, rule ?? RULE);
}

/** All quantities as one field; its provenance is that of the first, computed when any of them is. */
function merge(found: readonly Candidate<JsonValue>[]): Candidate<JsonValue>[] {
  const [first] = found;
  if (!first)
    return [{ value: [], provenance: { class: 'computed', rule: 'the tariff line counts no unit' } }];
  const derivedOne = found.find(({ provenance }) => provenance.class === 'computed') ?? first;
  return [{ value: found.map(({ value }) => value), provenance: derivedOne.provenance }];
}
