import type { JsonObject, Result } from '@portolan/kernel';
import { ok, refused } from '@portolan/kernel';
import { documentsCatalogue } from '../../catalogue.ts';
import type { DocumentType } from '../../schema/document.ts';
import { shown } from '../../words.ts';
import { type Found, group } from '../found.ts';
import { at, textOf, type XmlElement } from '../xml/element.ts';
import { carriageMembers, mainStage } from './carriage.ts';

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

/** A UBL Waybill, BillOfLading or ForwardingInstructions: what it says of the carriage. */
export function readCarriage(root: XmlElement): Found<JsonObject> {
  return group(carriageMembers(root));
}
