import type { JsonObject } from '@portolan/kernel';
import { type Found, group, items } from '../found.ts';
import { at, childrenOf, type XmlElement } from '../xml/element.ts';
import { chargesOf } from './charges.ts';
import { documentCurrency } from './currency.ts';
import { itemMembers, priceMembers } from './item.ts';
import { party } from './party.ts';
import { deliveryTerm } from './terms.ts';
import { totalMembers } from './totals.ts';
import { amount, dateText, measure, text } from './values.ts';

/** A UBL Order as a purchase order: what it says and nothing else. */
export function readOrder(root: XmlElement): Found<JsonObject> {
  const lines = childrenOf(root, 'OrderLine').flatMap((line) => childrenOf(line, 'LineItem').map(orderLine));
  return group({
    number: text(at(root, 'ID')),
    issueDate: dateText(at(root, 'IssueDate')),
    buyer: party(at(root, 'BuyerCustomerParty', 'Party')),
    seller: party(at(root, 'SellerSupplierParty', 'Party')),
    shipTo: shipTo(at(root, 'Delivery')),
    incoterm: deliveryTerm(at(root, 'DeliveryTerms')),
    currency: documentCurrency(root),
    lines: items(lines),
    ...totalMembers(root, at(root, 'AnticipatedMonetaryTotal'), lines),
  });
}

function orderLine(line: XmlElement): Found<JsonObject> {
  const quantity = measure(at(line, 'Quantity'));
  return group({
    number: text(at(line, 'ID')),
    ...itemMembers(at(line, 'Item'), 'hs'),
    quantity,
    ...priceMembers(line, quantity),
    charges: items(chargesOf(line)),
    amount: amount(at(line, 'LineExtensionAmount')),
  });
}

/** The party that the goods go to; an address that names no party is not one. */
function shipTo(delivery: XmlElement | undefined): Found<JsonObject> {
  const address = at(delivery, 'DeliveryAddress') ?? at(delivery, 'DeliveryLocation', 'Address');
  return party(at(delivery, 'DeliveryParty'), address);
}
