import type { JsonObject } from '@portolan/kernel';
import { type Found, firstOf, group, items, leaf, nothing } from '../found.ts';
import { at, childrenOf, textOf, type XmlElement } from '../xml/element.ts';
import { documentCurrency } from './currency.ts';
import { goodsMembers, priceMembers } from './item.ts';
import { namedParty } from './named.ts';
import { deliveryTerm } from './terms.ts';
import { amount, dateText, measure, text } from './values.ts';

const actions: Readonly<Record<string, string>> = {
  Added: 'add',
  Revised: 'change',
  Cancelled: 'cancel',
  NoStatus: 'keep',
};

/** A UBL OrderChange, or an OrderCancellation as the change that takes everything back. */
export function readOrderChange(root: XmlElement): Found<JsonObject> {
  const sequence = at(root, 'SequenceNumberID');
  const cancels = root.name === 'OrderCancellation';
  return group({
    number: text(at(root, 'ID')),
    issueDate: dateText(at(root, 'IssueDate')),
    sequence: /^\d{1,5}$/.test(textOf(sequence) ?? '')
      ? leaf(Number(textOf(sequence)), sequence?.path ?? '')
      : nothing,
    orderNumber: text(at(root, 'OrderReference', 'ID')),
    cancelled: cancels ? leaf(true, root.path) : nothing,
    reason: firstOf(text(at(root, 'CancellationNote')), text(at(root, 'Note'))),
    buyer: namedParty(at(root, 'BuyerCustomerParty', 'Party')),
    seller: namedParty(at(root, 'SellerSupplierParty', 'Party')),
    incoterm: deliveryTerm(at(root, 'DeliveryTerms')),
    currency: documentCurrency(root),
    lines: items(
      childrenOf(root, 'OrderLine').flatMap((line) => childrenOf(line, 'LineItem').map(changedLine)),
    ),
  });
}

function changedLine(line: XmlElement): Found<JsonObject> {
  const quantity = measure(at(line, 'Quantity'));
  const status = at(line, 'LineStatusCode');
  return group({
    number: text(at(line, 'ID')),
    action: leaf(actions[textOf(status) ?? 'Revised'] ?? 'change', status?.path ?? line.path),
    ...goodsMembers(at(line, 'Item')),
    quantity,
    ...priceMembers(line, quantity),
    amount: amount(at(line, 'LineExtensionAmount')),
  });
}
