import type { JsonObject } from '@portolan/kernel';
import { type Found, firstOf, group, items, leaf } from '../found.ts';
import { at, childrenOf, type XmlElement } from '../xml/element.ts';
import { documentCurrency } from './currency.ts';
import { goodsMembers } from './item.ts';
import { namedParty } from './named.ts';
import { amount, dateText, measure, text } from './values.ts';

/** A UBL CreditNote, SelfBilledCreditNote or DebitNote. */
export function readNote(root: XmlElement): Found<JsonObject> {
  const debits = root.name === 'DebitNote';
  const lines = childrenOf(root, debits ? 'DebitNoteLine' : 'CreditNoteLine');
  const invoices = childrenOf(root, 'BillingReference').map((billing) =>
    text(at(billing, 'InvoiceDocumentReference', 'ID')),
  );
  return group({
    number: text(at(root, 'ID')),
    issueDate: dateText(at(root, 'IssueDate')),
    kind: leaf(debits ? 'debit' : 'credit', root.path),
    seller: namedParty(
      at(root, 'SellerSupplierParty', 'Party') ?? at(root, 'AccountingSupplierParty', 'Party'),
    ),
    buyer: namedParty(
      at(root, 'BuyerCustomerParty', 'Party') ?? at(root, 'AccountingCustomerParty', 'Party'),
    ),
    invoiceNumbers: items(invoices),
    orderNumbers: items(childrenOf(root, 'OrderReference').map((order) => text(at(order, 'ID')))),
    currency: documentCurrency(root),
    lines: items(lines.map(noteLine)),
    total: amount(
      at(root, 'LegalMonetaryTotal', 'PayableAmount') ?? at(root, 'RequestedMonetaryTotal', 'PayableAmount'),
    ),
  });
}

function noteLine(line: XmlElement): Found<JsonObject> {
  return group({
    number: text(at(line, 'ID')),
    invoiceNumber: text(at(line, 'BillingReference', 'InvoiceDocumentReference', 'ID')),
    invoiceLine: text(at(line, 'BillingReference', 'BillingReferenceLine', 'ID')),
    orderNumber: text(at(line, 'OrderLineReference', 'OrderReference', 'ID')),
    orderLine: text(at(line, 'OrderLineReference', 'LineID')),
    ...goodsMembers(at(line, 'Item')),
    quantity: firstOf(measure(at(line, 'CreditedQuantity')), measure(at(line, 'DebitedQuantity'))),
    unitPrice: amount(at(line, 'Price', 'PriceAmount')),
    amount: amount(at(line, 'LineExtensionAmount')),
  });
}
