import { Decimal, isRecord, type JsonObject, parseDecimal, sumDecimals } from '@portolan/kernel';
import { type Found, firstOf, group, items, leaf, nothing } from '../../found.ts';
import { plainDecimal } from '../../ubl/number.ts';
import { dateAt } from '../dates.ts';
import { partnerOf, partnerParty } from '../partners.ts';
import type { EdiReader } from '../reader.ts';
import { before, elementAt, elementOf, every, first, loops, placeOf, type Segment } from '../segment.ts';
import { itemMembers } from './item.ts';
import { currencyOf, deliveryTerm, priceAt, whole } from './order.ts';
import { partyOf } from './parties.ts';
import { quantityAt } from './units.ts';

/** X12 810: invoice. A line's amount is quantity times price (IT102 times IT104), as the standard leaves it to be reckoned. */
export const readInvoice: EdiReader['read'] = (message, partners) => {
  const { segments } = message;
  const head = before(segments, 'IT1');
  const big = first(head, 'BIG');
  const currency = currencyOf(message, partners);
  const lines = loops(segments, 'IT1', ['TDS', 'CTT', 'SE']);
  const summary = segments.slice(segments.findIndex(({ tag }) => tag === 'TDS'));
  const read = lines.map((line, index) => invoiceLine(line, index, currency));
  const total = hundredths(first(segments, 'TDS'), 1, currency);
  const outer = [
    ...chargesOf(head, currency),
    ...withoutTwice(chargesOf(summary, currency), taxesOf(summary, currency)),
  ];
  const inner = lines.flatMap((line) => [...chargesOf(line, currency)]);
  return group({
    number: elementAt(big, 2),
    issueDate: dateAt(big, 1),
    seller: firstOf(
      whole(partyOf(head, 'SE', 'SU', 'VN', 'RE', 'RI')),
      partnerParty(partnerOf(message, 'sender', partners)),
    ),
    buyer: firstOf(
      whole(partyOf(head, 'BY', 'BT', 'SO', 'ST')),
      partnerParty(partnerOf(message, 'receiver', partners)),
    ),
    orderNumbers: items([elementAt(big, 4)]),
    incoterm: deliveryTerm(first(head, 'FOB')),
    currency,
    lines: items(read),
    charges: items(adding(read, outer, inner, total)),
    total,
  });
};

/**
 * Charges of the lines stand again in the summary, or they do not: senders do both. The total shows which: with the charges
 * of head and summary alone, else with those of the lines too.
 */
function adding(
  lines: readonly Found<JsonObject>[],
  outer: readonly Found<JsonObject>[],
  inner: readonly Found<JsonObject>[],
  total: Found<JsonObject>,
): readonly Found<JsonObject>[] {
  const stated = total.value === undefined ? undefined : amountIn(total);
  return stated && sumDecimals([...lines, ...outer].map(amountIn)).eq(stated) ? outer : [...outer, ...inner];
}

function amountIn({ value }: Found<JsonObject>): Decimal {
  const money = value?.amount;
  const text = isRecord(money) ? money.amount : money;
  const parsed = parseDecimal(text);
  if (!parsed.ok) return Decimal.zero;
  return value?.kind === 'discount' ? parsed.value.negated() : parsed.value;
}

/** Tax as an allowance or charge (SAC code H850) says again what the tax segments (TXI) say. */
function withoutTwice(
  charges: readonly Found<JsonObject>[],
  taxes: readonly Found<JsonObject>[],
): Found<JsonObject>[] {
  const kept = taxes.length > 0 ? charges.filter(({ value }) => value?.kind !== 'tax') : charges;
  return [...kept, ...taxes];
}

function invoiceLine(
  [it1, ...after]: readonly Segment[],
  index: number,
  currency: Found<string>,
): Found<JsonObject> {
  return group({
    number: firstOf(elementAt(it1, 1), leaf(String(index + 1), it1 ? placeOf(it1) : '')),
    ...itemMembers(it1, 6, after),
    quantity: quantityAt(it1, 2, 3),
    unitPrice: priceAt(it1, 4, currency),
    amount: lineAmount(it1, currency),
  });
}

function lineAmount(it1: Segment | undefined, currency: Found<string>): Found<JsonObject> {
  const [quantity, price] = [2, 4].map((index) => parseDecimal(plainDecimal(elementOf(it1, index) ?? '')));
  if (!it1 || !quantity?.ok || !price?.ok) return nothing;
  return group({
    amount: leaf(quantity.value.times(price.value).toString(), `${placeOf(it1, 2)} × ${placeOf(it1, 4)}`),
    currency,
  });
}

/** Elements of type N2: digits with two decimal places implied. */
function hundredths(segment: Segment | undefined, index: number, currency: Found<string>): Found<JsonObject> {
  const digits = elementOf(segment, index);
  if (!segment || !digits || !/^-?\d{1,15}$/.test(digits)) return nothing;
  const amount = Decimal.of(digits).times(Decimal.of('0.01')).toString();
  return group({ amount: leaf(amount, placeOf(segment, index)), currency });
}

/** SAC codes whose kind matters for the value of the goods (X12 data element 1300). */
const kinds: Readonly<Record<string, string>> = {
  D240: 'freight',
  D500: 'freight',
  G830: 'freight',
  D980: 'insurance',
  F910: 'packing',
  H850: 'tax',
  C310: 'discount',
};

/** SAC: an allowance (A) lowers the total, a charge (C) raises it; N says nothing about the total. */
function chargesOf(segments: readonly Segment[], currency: Found<string>): Found<JsonObject>[] {
  return [...every(segments, 'SAC', 'A'), ...every(segments, 'SAC', 'C')].flatMap((sac) => {
    const amount = hundredths(sac, 5, currency);
    if (amount.value === undefined || amount.value.amount === '0') return [];
    const kind = elementOf(sac, 1) === 'A' ? 'discount' : (kinds[elementOf(sac, 2) ?? ''] ?? 'other');
    return [
      group({
        kind: leaf(kind, placeOf(sac, 2)),
        amount,
        includedInPrice: leaf(false, placeOf(sac, 1)),
        description: elementAt(sac, 15),
      }),
    ];
  });
}

function taxesOf(segments: readonly Segment[], currency: Found<string>): Found<JsonObject>[] {
  return every(segments, 'TXI').flatMap((txi) => {
    const amount = priceAt(txi, 2, currency);
    if (amount.value === undefined) return [];
    return [
      group({ kind: leaf('tax', placeOf(txi, 1)), amount, includedInPrice: leaf(false, placeOf(txi)) }),
    ];
  });
}
