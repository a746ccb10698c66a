import { type Found, firstOf, leaf, nothing } from '../found.ts';
import { at, type XmlElement } from '../xml/element.ts';
import { code } from './values.ts';

/** The currency of the document: as declared, else the one that all its amounts are in. */
export function documentCurrency(root: XmlElement): Found<string> {
  const declared = code(at(root, 'DocumentCurrencyCode'));
  return firstOf(declared, sharedCurrency(root)) as Found<string>;
}

function sharedCurrency(root: XmlElement): Found<string> {
  const found = new Map<string, string>();
  collect(root, found);
  const [first] = found;
  return first && found.size === 1 ? leaf(first[0], first[1]) : nothing;
}

function collect(element: XmlElement, found: Map<string, string>): void {
  const currency = element.attributes.currencyID?.trim();
  if (currency && !found.has(currency)) found.set(currency, `${element.path}/@currencyID`);
  for (const child of element.children) collect(child, found);
}
