import type { JsonObject } from '@portolan/kernel';
import { type Found, firstOf, group, items, leaf } from '../found.ts';
import { at, childrenOf, type XmlElement } from '../xml/element.ts';
import { goodsMembers } from './item.ts';
import { firstParty, namedParty } from './named.ts';
import { dateText, measure, text } from './values.ts';

/** A UBL DespatchAdvice: what left the seller, line by line. */
export function readDespatchAdvice(root: XmlElement): Found<JsonObject> {
  const shipment = at(root, 'Shipment');
  return group({
    number: text(at(root, 'ID')),
    issueDate: dateText(at(root, 'IssueDate')),
    shipDate: dateText(at(shipment, 'Delivery', 'Despatch', 'ActualDespatchDate')),
    shipper: namedParty(at(root, 'DespatchSupplierParty', 'Party')),
    consignee: namedParty(
      at(root, 'DeliveryCustomerParty', 'Party'),
      at(shipment, 'Delivery', 'DeliveryAddress'),
    ),
    seller: namedParty(at(root, 'SellerSupplierParty', 'Party')),
    buyer: namedParty(at(root, 'BuyerCustomerParty', 'Party')),
    carrier: firstParty(
      at(shipment, 'Consignment', 'CarrierParty'),
      at(shipment, 'ShipmentStage', 'CarrierParty'),
    ),
    orderNumbers: items(childrenOf(root, 'OrderReference').map((order) => text(at(order, 'ID')))),
    grossWeight: measure(at(shipment, 'GrossWeightMeasure')),
    lines: items(childrenOf(root, 'DespatchLine').map(despatchLine)),
  });
}

function despatchLine(line: XmlElement): Found<JsonObject> {
  return group({
    number: text(at(line, 'ID')),
    ...orderReference(line),
    ...goodsMembers(at(line, 'Item')),
    lot: text(at(line, 'Item', 'ItemInstance', 'LotIdentification', 'LotNumberID')),
    quantity: measure(at(line, 'DeliveredQuantity')),
  });
}

function orderReference(line: XmlElement): Record<string, Found> {
  return {
    orderNumber: text(at(line, 'OrderLineReference', 'OrderReference', 'ID')),
    orderLine: text(at(line, 'OrderLineReference', 'LineID')),
  };
}

/** A UBL ReceiptAdvice: what the buyer received, as the event of receiving. */
export function readReceiptAdvice(root: XmlElement): Found<JsonObject> {
  const date = firstOf(
    dateText(at(root, 'Shipment', 'Delivery', 'ActualDeliveryDate')),
    dateText(at(root, 'IssueDate')),
  );
  const event = group({
    kind: leaf('received', root.path),
    certainty: leaf('actual', root.path),
    date,
    orderNumbers: items(childrenOf(root, 'OrderReference').map((order) => text(at(order, 'ID')))),
    despatchNumbers: items(
      childrenOf(root, 'DespatchDocumentReference').map((despatch) => text(at(despatch, 'ID'))),
    ),
    lines: items(childrenOf(root, 'ReceiptLine').map(receiptLine)),
  });
  return group({
    number: text(at(root, 'ID')),
    reportedBy: namedParty(at(root, 'DeliveryCustomerParty', 'Party')),
    events: items([event]),
  });
}

function receiptLine(line: XmlElement): Found<JsonObject> {
  return group({
    ...orderReference(line),
    ...goodsMembers(at(line, 'Item')),
    lot: text(at(line, 'Item', 'ItemInstance', 'LotIdentification', 'LotNumberID')),
    quantity: measure(at(line, 'ReceivedQuantity')),
  });
}
