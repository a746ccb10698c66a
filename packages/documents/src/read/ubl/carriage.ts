import type { JsonObject } from '@portolan/kernel';
import { type Found, firstOf, group, items, leaf, nothing, setAside } from '../found.ts';
import { at, childrenOf, textOf, type XmlElement } from '../xml/element.ts';
import { goodsMembers } from './item.ts';
import { firstParty, namedParty, place } from './named.ts';
import { dateText, measure, text } from './values.ts';

/** The stage of the main carriage: neither before nor after it; the only stage of a shipment with one. */
export function mainStage(root: XmlElement): XmlElement | undefined {
  const stages = stagesOf(root);
  const isSide = (stage: XmlElement) =>
    ['PreCarriageIndicator', 'OnCarriageIndicator'].some((name) => textOf(at(stage, name)) === 'true');
  return stages.find((stage) => !isSide(stage)) ?? stages[0];
}

function stagesOf(root: XmlElement): XmlElement[] {
  const shipments = childrenOf(root, 'Shipment');
  const consignments = [
    ...childrenOf(root, 'Consignment'),
    ...shipments.flatMap((shipment) => childrenOf(shipment, 'Consignment')),
  ];
  return [...shipments, ...consignments].flatMap((each) => [
    ...childrenOf(each, 'ShipmentStage'),
    ...childrenOf(each, 'MainCarriageShipmentStage'),
  ]);
}

/** What a UBL Waybill, BillOfLading or ForwardingInstructions says of the carriage. */
export function carriageMembers(root: XmlElement): Record<string, Found> {
  const shipment = at(root, 'Shipment');
  const consignment = at(shipment, 'Consignment') ?? at(root, 'Consignment');
  const stage = mainStage(root);
  return {
    number: text(at(root, 'ID')),
    issueDate: dateText(at(root, 'IssueDate')),
    carrier: firstParty(at(root, 'CarrierParty'), at(stage, 'CarrierParty'), at(consignment, 'CarrierParty')),
    shipper: firstParty(at(root, 'ConsignorParty'), at(consignment, 'ConsignorParty')),
    consignee: firstParty(at(root, 'ConsigneeParty'), at(consignment, 'ConsigneeParty')),
    notify: items(childrenOf(consignment, 'NotifyParty').map((party) => namedParty(party))),
    bookingNumber: text(at(root, 'ShippingOrderID')),
    conveyance: conveyanceOf(stage),
    placeOfLoading: place(at(stage, 'LoadingPortLocation')),
    placeOfUnlading: place(at(stage, 'UnloadingPortLocation')),
    packages: packagesOf(shipment),
    grossWeight: measure(at(shipment, 'GrossWeightMeasure')),
    volume: measure(at(shipment, 'GrossVolumeMeasure')),
    containers: items(containersOf(shipment)),
    lines: items(goodsOf(shipment)),
  };
}

function conveyanceOf(stage: XmlElement | undefined): Found<JsonObject> {
  const means = at(stage, 'TransportMeans');
  return group({
    name: firstOf(
      text(at(means, 'MaritimeTransport', 'VesselName')),
      text(at(means, 'AirTransport', 'AircraftID')),
    ),
    voyage: firstOf(text(at(means, 'JourneyID')), text(at(means, 'RailTransport', 'TrainID'))),
    trailer: firstOf(
      text(at(means, 'RoadTransport', 'LicensePlateID')),
      text(at(means, 'RailTransport', 'RailCarID')),
    ),
  });
}

function packagesOf(shipment: XmlElement | undefined): Found<JsonObject> {
  const pack = at(shipment, 'TransportHandlingUnit', 'ActualPackage');
  const count = at(pack, 'Quantity');
  const written = textOf(count) ?? '';
  if (!count || !/^[1-9]\d{0,6}$/.test(written)) return nothing;
  const kind = text(at(pack, 'PackagingTypeCode'));
  return group({
    count: leaf(Number(written), count.path),
    kind: firstOf(kind, leaf('package', count.path)),
  });
}

function containersOf(shipment: XmlElement | undefined): Found<string>[] {
  return childrenOf(shipment, 'TransportHandlingUnit').flatMap((unit) =>
    childrenOf(unit, 'TransportEquipment').map((equipment) => text(at(equipment, 'ID'))),
  );
}

/** Goods items, those of consignments too. A count without unit is set aside: nobody knows what it counts. */
export function goodsOf(shipment: XmlElement | undefined): Found<JsonObject>[] {
  const consignments = childrenOf(shipment, 'Consignment');
  const goods = [shipment, ...consignments].flatMap((each) => childrenOf(each, 'GoodsItem'));
  return goods.map((item, index) =>
    group({
      number: firstOf(text(at(item, 'ID')), leaf(String(index + 1), item.path)),
      ...goodsMembers(at(item, 'Item')),
      description: firstOf(text(at(item, 'Description')), text(at(item, 'Item', 'Description'))),
      quantity: counted(at(item, 'Quantity')),
      netWeight: measure(at(item, 'NetWeightMeasure')),
      grossWeight: measure(at(item, 'GrossWeightMeasure')),
    }),
  );
}

function counted(quantity: XmlElement | undefined): Found<JsonObject> {
  if (!quantity || quantity.attributes.unitCode) return measure(quantity);
  return setAside(textOf(quantity) ?? '', 'it has no unit');
}
