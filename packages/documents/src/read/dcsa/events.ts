import type { JsonObject } from '@portolan/kernel';
import { type Found, firstOf, group, items, leaf, nothing } from '../found.ts';
import { momentOf } from '../moment.ts';
import { listAt, member, type Node, stringAt, textAt } from './json.ts';
import { dcsaPlace } from './parts.ts';

/** Event type codes of DCSA track and trace 2.2 and 3.0 to what happened. */
const kinds: Readonly<Record<string, string>> = {
  ARRI: 'arrived',
  DEPA: 'departed',
  LOAD: 'loaded',
  DISC: 'unloaded',
  GTIN: 'gate-in',
  GTOT: 'gate-out',
  STUF: 'packed',
  PICK: 'picked-up',
  DROP: 'delivered',
  CONF: 'booked',
  AVPU: 'available',
  AVDO: 'available',
  CUSR: 'customs-released',
};

const certainties: Readonly<Record<string, string>> = {
  ACT: 'actual',
  EST: 'estimated',
  PLN: 'planned',
  REQ: 'planned',
};
const typeCodes = [
  'transportEventTypeCode',
  'equipmentEventTypeCode',
  'shipmentEventTypeCode',
  'iotEventTypeCode',
  'reeferEventTypeCode',
];
const documentCodes = new Set(['TRD', 'BOL', 'SWB']);

/** DCSA track-and-trace events of versions 2.2 (flat) and 3.0 (grouped), as one status report. */
export function readEvents(events: readonly Node[]): Found<JsonObject> {
  const [first] = events;
  return group({
    number: first ? textAt(first, 'eventID') : nothing,
    events: items(events.map(eventOf)),
  });
}

function eventOf(event: Node): Found<JsonObject> {
  const classification = stringAt(event, 'eventClassification', 'eventTypeCode')
    ? member(event, 'eventClassification')
    : event;
  const code = firstOf(...typeCodes.map((name) => textAt(classification, name)));
  const certainty = textAt(classification, 'eventClassifierCode');
  const when = textAt(event, 'eventDateTime');
  const moment = momentOf(when.value ?? '');
  const call = stringAt(event, 'transportDetails', 'transportCall', 'transportCallReference')
    ? member(event, 'transportDetails', 'transportCall')
    : member(event, 'transportCall');
  return group({
    kind: leaf(kinds[String(code.value)] ?? 'other', code.origins[''] ?? event.pointer),
    certainty: leaf(
      certainties[certainty.value ?? ''] ?? certainty.value,
      certainty.origins[''] ?? event.pointer,
    ),
    date: leaf(moment?.date ?? when.value, when.origins[''] ?? event.pointer),
    at: leaf(moment?.at, when.origins[''] ?? event.pointer),
    words: firstOf(textAt(event, 'reason'), textAt(event, 'changeRemark'), code),
    place: firstOf(
      dcsaPlace(member(event, 'eventLocation')),
      dcsaPlace(member(call, 'location')),
      dcsaPlace(call),
    ),
    transportDocuments: items(documents(event, (type) => documentCodes.has(type))),
    bookingNumber: documents(event, (type) => type === 'BKG')[0] ?? nothing,
    containers: items(containers(event)),
    orderNumbers: items(references(event, 'PO')),
    conveyance: group({
      name: firstOf(textAt(call, 'vessel', 'vesselName'), textAt(call, 'vesselTransport', 'vesselName')),
      voyage: firstOf(
        textAt(call, 'importVoyageNumber'),
        textAt(call, 'importVoyageNumberOrReference', 'carrierVoyageNumber'),
      ),
    }),
  });
}

/** Documents that an event names: in a list (2.2), as a main and additional references (3.0), or as its own subject. */
function documents(event: Node, isMeant: (type: string) => boolean): Found<string>[] {
  const flat = listAt(event, 'documentReferences').filter((each) =>
    isMeant(stringAt(each, 'documentReferenceType') ?? ''),
  );
  const main = member(event, 'shipmentDetails', 'documentReference');
  const grouped = [main, ...listAt(event, 'shipmentDetails', 'additionalDocumentReferences')].filter((each) =>
    isMeant(stringAt(each, 'typeCode') ?? ''),
  );
  const own = isMeant(stringAt(event, 'documentTypeCode') ?? '') ? [textAt(event, 'documentID')] : [];
  return [
    ...flat.map((each) => textAt(each, 'documentReferenceValue')),
    ...grouped.map((each) => textAt(each, 'reference')),
    ...own,
  ];
}

function containers(event: Node): Found<string>[] {
  const own = firstOf(
    textAt(event, 'equipmentReference'),
    textAt(event, 'equipmentDetails', 'equipmentReference'),
  ) as Found<string>;
  return own.value === undefined ? references(event, 'EQ') : [own];
}

function references(event: Node, type: string): Found<string>[] {
  return listAt(event, 'references')
    .filter((each) => stringAt(each, 'referenceType') === type)
    .map((each) => textAt(each, 'referenceValue'));
}
