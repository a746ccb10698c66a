import type { JsonObject } from '@portolan/kernel';
import { type Found, firstOf, group, items, leaf, setAside } from '../found.ts';
import { at, childrenOf, textOf, type XmlElement } from '../xml/element.ts';
import { carriageMembers, goodsOf } from './carriage.ts';
import { namedParty } from './named.ts';
import { dateText, measure, text } from './values.ts';

/** A UBL Manifest: the transport documents that it names, else the consignments of its shipments. */
export function readManifest(root: XmlElement): Found<JsonObject> {
  const { conveyance, placeOfLoading, placeOfUnlading } = carriageMembers(root) as Record<string, Found>;
  const references = childrenOf(root, 'DocumentReference').map(referenced);
  const shipments = childrenOf(root, 'Shipment').map((shipment) => consignmentOf(shipment, root));
  return group({
    number: text(at(root, 'ID')),
    issueDate: dateText(at(root, 'IssueDate')),
    carrier: firstOf(
      namedParty(at(root, 'CarrierParty')),
      namedParty(at(root, 'SendingLogisticsOperatorParty')),
    ),
    conveyance: conveyance as Found,
    placeOfLoading: placeOfLoading as Found,
    placeOfUnlading: placeOfUnlading as Found,
    consignments: items([...references, ...shipments]),
  });
}

const transportPapers = /^(CMR|BOL|B\/L|AWB|HAWB|MAWB|CIM|SWB|HBL|MBL|WAYBILL|BILL OF LADING)$/i;

function referenced(reference: XmlElement): Found<JsonObject> {
  const type = textOf(at(reference, 'DocumentType')) ?? '';
  const id = at(reference, 'ID');
  if (!transportPapers.test(type))
    return setAside(textOf(id) ?? '', `a document of type "${type}" is no transport document`);
  return group({ number: text(id) });
}

function consignmentOf(shipment: XmlElement, root: XmlElement): Found<JsonObject> {
  const id = at(shipment, 'Consignment', 'CarrierAssignedID') ?? at(shipment, 'ID');
  return group({
    number: firstOf(text(id), leaf('1', shipment.path)),
    shipper: firstOf(
      namedParty(at(shipment, 'Consignment', 'ConsignorParty')),
      namedParty(at(root, 'ConsignorParty')),
    ),
    consignee: firstOf(
      namedParty(at(shipment, 'Consignment', 'ConsigneeParty')),
      namedParty(at(root, 'ConsigneeParty')),
    ),
    grossWeight: measure(at(shipment, 'GrossWeightMeasure')),
    lines: items(goodsOf(shipment)),
  });
}
