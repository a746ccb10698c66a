import type { JsonObject } from '@portolan/kernel';
import { type Found, firstOf, group, items, leaf, nothing } from '../found.ts';
import { listAt, member, type Node, stringAt, textAt } from './json.ts';
import { dcsaCarrier, dcsaContainers, dcsaGoods, dcsaParty, dcsaPlace } from './parts.ts';

/** A DCSA transport document (bill of lading or sea waybill, version 3.0): the ocean carrier's own, a master bill. */
export function readTransportDocument(document: Node): Found<JsonObject> {
  return group({
    number: textAt(document, 'transportDocumentReference'),
    ...carriage(document),
    carrier: carrierOf(document),
    charges: items(listAt(document, 'charges').map(chargeOf)),
  });
}

/** A charge of the carriage; its name alone says what it is for. */
function chargeOf(node: Node): Found<JsonObject> {
  const name = stringAt(node, 'chargeName') ?? '';
  const kind = /\bfreight\b/i.test(name) ? 'freight' : /\binsurance\b/i.test(name) ? 'insurance' : 'other';
  return group({
    kind: leaf(kind, member(node, 'chargeName').pointer),
    amount: group({
      amount: textAt(node, 'currencyAmount'),
      currency: textAt(node, 'currencyCode'),
    }),
    description: textAt(node, 'chargeName'),
  });
}

/** DCSA shipping instructions: known by their reference, by the transport document or by the booking they are for. */
export function readShippingInstructions(document: Node): Found<JsonObject> {
  const [item] = listAt(document, 'consignmentItems');
  return group({
    number: firstOf(
      textAt(document, 'shippingInstructionsReference'),
      textAt(document, 'transportDocumentReference'),
      item ? textAt(item, 'carrierBookingReference') : nothing,
    ),
    ...carriage(document),
  });
}

function carriage(document: Node): Record<string, Found> {
  const transports = member(document, 'transports');
  const parties = member(document, 'documentParties');
  const [voyage] = listAt(transports, 'vesselVoyages');
  const [item] = listAt(document, 'consignmentItems');
  const toOrder = member(document, 'isToOrder');
  return {
    issueDate: firstOf(textAt(document, 'issueDate'), textAt(document, 'shippedOnBoardDate')),
    shipper: dcsaParty(member(parties, 'shipper')),
    consignee: firstOf(dcsaParty(member(parties, 'consignee')), dcsaParty(member(parties, 'endorsee'))),
    notify: items(listAt(parties, 'notifyParties').map(dcsaParty)),
    toOrder: typeof toOrder.value === 'boolean' ? leaf(toOrder.value, toOrder.pointer) : nothing,
    bookingNumber: item ? textAt(item, 'carrierBookingReference') : nothing,
    conveyance: voyage
      ? group({ name: textAt(voyage, 'vesselName'), voyage: textAt(voyage, 'carrierExportVoyageNumber') })
      : nothing,
    placeOfReceipt: dcsaPlace(member(transports, 'placeOfReceipt')),
    placeOfLoading: dcsaPlace(member(transports, 'portOfLoading')),
    placeOfUnlading: dcsaPlace(member(transports, 'portOfDischarge')),
    placeOfDelivery: dcsaPlace(member(transports, 'placeOfDelivery')),
    exportDate: firstOf(textAt(document, 'shippedOnBoardDate'), textAt(transports, 'plannedDepartureDate')),
    arrivalDate: arrival(document, transports),
    containers: dcsaContainers(document),
    orderNumbers: purchaseOrders(document),
    lines: items(dcsaGoods(document)),
  };
}

/** A planned arrival before the day of loading is of another plan, and says nothing of this voyage. */
function arrival(document: Node, transports: Node): Found<string> {
  const planned = textAt(transports, 'plannedArrivalDate');
  const loaded = stringAt(document, 'shippedOnBoardDate') ?? '';
  return (planned.value ?? '') < loaded ? nothing : planned;
}

/** References of type PO, of the document and of its consignment items. */
function purchaseOrders(document: Node): Found {
  const references = [document, ...listAt(document, 'consignmentItems')].flatMap((node) =>
    listAt(node, 'references'),
  );
  return items(
    references
      .filter((reference) => stringAt(reference, 'type') === 'PO')
      .flatMap((reference) => listAt(reference, 'values').map((value) => textAt(value))),
  );
}

function carrierOf(document: Node): Found {
  return firstOf(dcsaCarrier(document), dcsaParty(member(document, 'documentParties', 'issuingParty')));
}
