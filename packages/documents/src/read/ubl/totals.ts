import { Decimal, isRecord, type JsonObject, type JsonValue, parseDecimal, sumDecimals } from '@portolan/kernel';
import { type Found, items, leaf, nothing, setAside } from '../found.ts';
import { at, childrenOf, textOf, type XmlElement } from '../xml/element.ts';
import { charges, plainCharge } from './charges.ts';
import { amount } from './values.ts';

/**
 * The total of the document with the charges that lead to it. A prepayment is not a discount: the total is what is owed
 * for the goods, paid before or not. Rounding is a charge of its own. Tax counts as a charge only when the stated total
 * contains it, which the sums show.
 */
export function totalMembers(
  root: XmlElement,
  monetaryTotal: XmlElement | undefined,
  lines: Found,
): { total: Found; charges: Found } {
  const total = totalOf(monetaryTotal);
  const stated = [charges(root), rounding(monetaryTotal)];
  const taxes = childrenOf(root, 'TaxTotal').map((tax) =>
    plainCharge('tax', amount(at(tax, 'TaxAmount')), 'Tax', tax.path),
  );
  const flat = [...stated.flatMap(itemsOf), ...taxesInTotal(taxes, total, lines, stated)];
  return { total, charges: items(flat) };
}

function totalOf(monetaryTotal: XmlElement | undefined): Found<JsonObject> {
  const payable = at(monetaryTotal, 'PayableAmount');
  const prepaid = at(monetaryTotal, 'PrepaidAmount');
  const owed = amount(payable);
  const before = decimalOf(textOf(prepaid));
  const rest = decimalOf(textOf(payable));
  if (!owed.value || !prepaid || !before || !rest || before.isZero()) return owed;
  const both = { ...owed.value, amount: rest.plus(before).toString() };
  return { ...owed, value: both, origins: { '': `${payable?.path} + ${prepaid.path}` } };
}

function rounding(monetaryTotal: XmlElement | undefined): Found {
  const element = at(monetaryTotal, 'PayableRoundingAmount');
  const stated = amount(element);
  const value = decimalOf(stated.value?.amount);
  if (!element || !stated.value || !value || value.isZero()) return nothing;
  const unsigned = { ...stated, value: { ...stated.value, amount: value.abs().toString() } };
  return items([plainCharge(value.isNegative() ? 'discount' : 'other', unsigned, 'Rounding', element.path)]);
}

/** The tax charges when the total contains them; otherwise what was set aside and why. */
function taxesInTotal(taxes: readonly Found[], total: Found, lines: Found, stated: readonly Found[]): Found[] {
  const withoutTax = sumDecimals([...lineAmounts(lines), ...stated.flatMap(itemsOf).map(signedAmount)]);
  const claimed = decimalOf(amountIn(total.value));
  if (!claimed || !claimed.eq(withoutTax)) return [...taxes];
  return taxes.map((tax) => (signedAmount(tax).isZero() ? nothing : setAside(taxText(tax), 'the total does not contain it')));
}

function itemsOf(list: Found): Found[] {
  const values = Array.isArray(list.value) ? (list.value as readonly JsonValue[]) : [];
  const found = values.map((value, index) => ({ value, origins: originsBelow(list, index), aside: [] }));
  return list.aside.length > 0 ? [...found, { origins: {}, aside: list.aside }] : found;
}

function originsBelow({ origins }: Found, index: number): Record<string, string> {
  const prefix = `/${index}`;
  return Object.fromEntries(
    Object.entries(origins)
      .filter(([pointer]) => pointer.startsWith(`${prefix}/`))
      .map(([pointer, origin]) => [pointer.slice(prefix.length), origin]),
  );
}

function lineAmounts(lines: Found): Decimal[] {
  const list = Array.isArray(lines.value) ? (lines.value as readonly JsonValue[]) : [];
  return list.flatMap((line) => (isRecord(line) ? (decimalOf(amountIn(line.amount)) ?? []) : []));
}

function signedAmount({ value }: Found): Decimal {
  if (!isRecord(value)) return Decimal.zero;
  const exact = decimalOf(amountIn(value.amount)) ?? Decimal.zero;
  return value.kind === 'discount' ? exact.negated() : exact;
}

function amountIn(value: unknown): unknown {
  return isRecord(value) ? value.amount : undefined;
}

function taxText({ value }: Found): string {
  const stated = isRecord(value) && isRecord(value.amount) ? value.amount : {};
  return `tax ${stated.amount} ${stated.currency}`;
}

function decimalOf(text: unknown): Decimal | undefined {
  const parsed = parseDecimal(text);
  return parsed.ok ? parsed.value : undefined;
}
