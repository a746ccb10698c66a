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

/** A UBL Invoice as a commercial invoice: what it says and nothing else. */
export function readInvoice(root: XmlElement): Found<JsonObject> {
  const lines = childrenOf(root, 'InvoiceLine').map(invoiceLine);
  return group({
    number: text(at(root, 'ID')),
    issueDate: dateText(at(root, 'IssueDate')),
    seller: party(at(root, 'SellerSupplierParty', 'Party') ?? at(root, 'AccountingSupplierParty', 'Party')),
    buyer: party(at(root, 'BuyerCustomerParty', 'Party') ?? at(root, 'AccountingCustomerParty', 'Party')),
    orderNumbers: items(childrenOf(root, 'OrderReference').map((order) => text(at(order, 'ID')))),
    incoterm: deliveryTerm(at(root, 'DeliveryTerms')),
    currency: documentCurrency(root),
    lines: items(lines),
    ...totalMembers(root, at(root, 'LegalMonetaryTotal'), lines),
  });
}

function invoiceLine(line: XmlElement): Found<JsonObject> {
  const quantity = measure(at(line, 'InvoicedQuantity'));
  const item = at(line, 'Item');
  const goods = at(line, 'Delivery', 'Shipment', 'GoodsItem');
  return group({
    number: text(at(line, 'ID')),
    orderNumber: text(at(line, 'OrderLineReference', 'OrderReference', 'ID')),
    orderLine: text(at(line, 'OrderLineReference', 'LineID')),
    ...itemMembers(item, 'hts'),
    lot: text(at(item, 'ItemInstance', 'LotIdentification', 'LotNumberID')),
    manufacturer: party(at(item, 'ManufacturerParty')),
    quantity,
    netWeight: measure(at(goods, 'NetWeightMeasure')),
    grossWeight: measure(at(goods, 'GrossWeightMeasure')),
    ...priceMembers(line, quantity),
    charges: items(chargesOf(line)),
    amount: amount(at(line, 'LineExtensionAmount')),
  });
}
