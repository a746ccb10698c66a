import type { JsonObject, Result } from '@portolan/kernel';
import { ok, refused } from '@portolan/kernel';
import { documentsCatalogue } from '../../catalogue.ts';
import type { DocumentType } from '../../schema/document.ts';
import { shown } from '../../words.ts';
import { type Found, group, items } from '../found.ts';
import { at, textOf, type XmlElement } from '../xml/element.ts';
import { carriageMembers, mainStage } from './carriage.ts';
import { carriageChargesOf } from './charges.ts';

/** TransportModeCode (UNECE Recommendation 19) of the main carriage to the document of that mode. */
const types: Readonly<Record<string, DocumentType>> = {
  '2': 'RailWaybill',
  '3': 'TruckBillOfLading',
  '4': 'IATAAirWaybill',
  '5': 'PostalDespatchNote',
  '7': 'PipelineTicket',
};
const sea = new Set(['1', '8']);

/** The document type of a UBL Waybill or BillOfLading by its mode. By sea it is a house bill when a forwarder issues it. */
export function waybillType(root: XmlElement): Result<DocumentType> {
  const mode = textOf(at(mainStage(root), 'TransportModeCode')) ?? '';
  const type = types[mode];
  if (type) return ok(type);
  if (sea.has(mode))
    return ok(at(root, 'FreightForwarderParty') ? 'HouseBillOfLading' : 'MasterBillOfLading');
  const params = { document: root.name, found: mode === '' ? 'nothing' : `"${shown(mode)}"` };
  return refused(documentsCatalogue.refuse('DOC_TRANSPORT_MODE', { params }));
}

/** UBL ForwardingInstructions: what they say of the carriage. */
export function readCarriage(root: XmlElement): Found<JsonObject> {
  return group(carriageMembers(root));
}

/** A UBL Waybill or BillOfLading: what it says of the carriage, and what that costs where the document of the mode has room for it. */
export function readWaybill(root: XmlElement): Found<JsonObject> {
  const type = waybillType(root);
  const priced = type.ok && type.value !== 'PostalDespatchNote' && type.value !== 'PipelineTicket';
  return group({ ...carriageMembers(root), ...(priced ? { charges: items(costs(root)) } : {}) });
}

/** Of the shipment, else of its consignment: senders repeat the one in the other. */
function costs(root: XmlElement): Found<JsonObject>[] {
  const shipment = at(root, 'Shipment');
  const own = carriageChargesOf(shipment);
  return own.length > 0 ? own : carriageChargesOf(at(shipment, 'Consignment') ?? at(root, 'Consignment'));
}
