import { Decimal, isRecord, type JsonObject, parseDecimal, sumDecimals } from '@portolan/kernel';
import { type Found, items, nothing, setAside } from '../found.ts';
import { at, childrenOf, textOf, type XmlElement } from '../xml/element.ts';
import { chargesOf, plainCharge } from './charges.ts';
import { amount } from './values.ts';

/**
 * The total of the document with the charges that lead to it. A prepayment is not a discount: the total is what is owed
 * for the goods, paid before or not. Rounding is a charge of its own. Tax counts as a charge only when the stated total
 * contains it, which the sums show.
 */
export function totalMembers(
  root: XmlElement,
  monetaryTotal: XmlElement | undefined,
  lines: readonly Found<JsonObject>[],
): { total: Found; charges: Found } {
  const total = totalOf(monetaryTotal);
  const stated = [...chargesOf(root), rounding(monetaryTotal)];
  const taxes = childrenOf(root, 'TaxTotal').map((tax) =>
    plainCharge('tax', amount(at(tax, 'TaxAmount')), 'Tax', tax.path),
  );
  const withoutTax = sumDecimals([...lines, ...stated].map(signedAmount));
  const taxed = amountIn(total)?.eq(withoutTax) ? taxes.map(leaveOut) : taxes;
  return { total, charges: items([...stated, ...taxed]) };
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

function rounding(monetaryTotal: XmlElement | undefined): Found<JsonObject> {
  const element = at(monetaryTotal, 'PayableRoundingAmount');
  const stated = amount(element);
  const value = decimalOf(stated.value?.amount);
  if (!element || !stated.value || !value || value.isZero()) return nothing;
  const unsigned = { ...stated, value: { ...stated.value, amount: value.abs().toString() } };
  return plainCharge(value.isNegative() ? 'discount' : 'other', unsigned, 'Rounding', element.path);
}

function leaveOut(tax: Found<JsonObject>): Found<JsonObject> {
  if (signedAmount(tax).isZero()) return nothing;
  const stated = isRecord(tax.value?.amount) ? tax.value.amount : {};
  return setAside(`tax ${stated.amount} ${stated.currency}`, 'the total does not contain it');
}

/** What a line or charge adds to the total: a discount subtracts. */
function signedAmount({ value }: Found<JsonObject>): Decimal {
  const exact = (isRecord(value?.amount) && decimalOf(value.amount.amount)) || Decimal.zero;
  return value?.kind === 'discount' ? exact.negated() : exact;
}

function amountIn({ value }: Found<JsonObject>): Decimal | undefined {
  return decimalOf(value?.amount);
}

function decimalOf(text: unknown): Decimal | undefined {
  const parsed = parseDecimal(text);
  return parsed.ok ? parsed.value : undefined;
}
