import type { JsonObject } from '@portolan/kernel';
import { type Found, group, leaf, nothing } from '../found.ts';
import { at, childrenOf, textOf, type XmlElement } from '../xml/element.ts';
import { amount, text } from './values.ts';

/** UNTDID 7161 codes of charges whose kind matters for the value of the goods. */
const codes: Readonly<Record<string, string>> = { FC: 'freight', IN: 'insurance', PC: 'packing' };

/** Words that begin a reason and name the kind beyond doubt; anything else stays "other" with its own words. */
const words: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/^((international|ocean|sea|air|inland|road|rail) )?(freight|carriage)\b/i, 'freight'],
  [/^((cargo|transport|marine) )?insurance\b/i, 'insurance'],
  [/^(packing|packaging)\b/i, 'packing'],
  [/^((selling|buying|agent) )?commission\b/i, 'commission'],
  [/^(royalty|royalties|licen[cs]e fee)\b/i, 'royalty'],
];

/** The AllowanceCharge elements of a document or a line. UBL never counts them inside the price. */
export function chargesOf(element: XmlElement): Found<JsonObject>[] {
  return childrenOf(element, 'AllowanceCharge').map(charge);
}

/** An amount that is added (or, as a discount, subtracted), under a description of its own. */
export function plainCharge(
  kind: string,
  of: Found<JsonObject>,
  description: string,
  origin: string,
): Found<JsonObject> {
  if (of.value === undefined) return nothing;
  return group({
    kind: leaf(kind, origin),
    amount: of,
    includedInPrice: leaf(false, origin),
    description: leaf(description, origin),
  });
}

/** What the carriage costs, as a transport document states it: charges only, a discount on them is not apportioned. */
export function carriageChargesOf(element: XmlElement | undefined): Found<JsonObject>[] {
  return childrenOf(element, 'FreightAllowanceCharge')
    .filter((one) => textOf(at(one, 'ChargeIndicator')) === 'true')
    .map((one) => {
      const kind = chargeKind(one);
      return group({
        kind: leaf(isCarriage(kind) ? kind : 'other', one.path),
        amount: amount(at(one, 'Amount')),
        description: text(at(one, 'AllowanceChargeReason')),
      });
    });
}

function charge(element: XmlElement): Found<JsonObject> {
  const indicator = at(element, 'ChargeIndicator');
  const isDiscount = textOf(indicator) === 'false' || textOf(indicator) === '0';
  const reason = at(element, 'AllowanceChargeReason');
  return group({
    kind: leaf(isDiscount ? 'discount' : chargeKind(element), indicator?.path ?? element.path),
    amount: amount(at(element, 'Amount')),
    includedInPrice: leaf(false, element.path),
    description: text(reason),
  });
}

function isCarriage(kind: string): boolean {
  return kind === 'freight' || kind === 'insurance';
}

function chargeKind(element: XmlElement): string {
  const code = textOf(at(element, 'AllowanceChargeReasonCode')) ?? '';
  const reason = textOf(at(element, 'AllowanceChargeReason')) ?? '';
  return codes[code.toUpperCase()] ?? words.find(([pattern]) => pattern.test(reason))?.[1] ?? 'other';
}
