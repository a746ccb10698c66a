import type { JsonObject } from '@portolan/kernel';
import { type Found, group, leaf, nothing } from '../found.ts';
import { textOf, type XmlElement } from '../xml/element.ts';
import { plainDecimal } from './number.ts';

/** The text of an element. */
export function text(element: XmlElement | undefined): Found<string> {
  return element ? leaf(textOf(element), element.path) : nothing;
}

/** A code in capitals, as code lists write it. */
export function code(element: XmlElement | undefined): Found<string> {
  return element ? leaf(textOf(element)?.toUpperCase(), element.path) : nothing;
}

/** A date; UBL 2 dates may carry a zone, which a calendar date has not. */
export function dateText(element: XmlElement | undefined): Found<string> {
  return element ? leaf(textOf(element)?.replace(/(Z|[+-]\d{2}:\d{2})$/, ''), element.path) : nothing;
}

/** An amount with its currencyID. */
export function amount(element: XmlElement | undefined): Found<JsonObject> {
  return measured(element, 'amount', 'currency', 'currencyID');
}

/** A quantity or measure with its unitCode. */
export function measure(element: XmlElement | undefined): Found<JsonObject> {
  return measured(element, 'value', 'unit', 'unitCode');
}

function measured(
  element: XmlElement | undefined,
  number: string,
  unit: string,
  attribute: string,
): Found<JsonObject> {
  const digits = textOf(element);
  if (!element || digits === undefined) return nothing;
  return group({
    [number]: leaf(plainDecimal(digits), element.path),
    [unit]: leaf(element.attributes[attribute]?.trim(), `${element.path}/@${attribute}`),
  });
}
