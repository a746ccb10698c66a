import type { JsonObject } from '@portolan/kernel';

const EPCIS_CONTEXT = 'https://ref.gs1.org/standards/epcis/epcis-context.jsonld';

/** Cases of a sample catch observed as they are shipped; with other members where a test wants them. */
export function sampleEvent(more: JsonObject = {}): JsonObject {
  return {
    type: 'ObjectEvent',
    eventTime: '2026-06-10T08:30:00.000-06:00',
    eventTimeZoneOffset: '-06:00',
    epcList: ['urn:epc:id:sgtin:0614141.107346.2017'],
    action: 'OBSERVE',
    bizStep: 'shipping',
    disposition: 'in_transit',
    readPoint: { id: 'urn:epc:id:sgln:0614141.07346.1234' },
    ...more,
  };
}

/** A lot of whole fish cut into fillets. */
export function sampleTransformation(more: JsonObject = {}): JsonObject {
  return {
    type: 'TransformationEvent',
    eventTime: '2026-06-11T10:00:00.000-06:00',
    eventTimeZoneOffset: '-06:00',
    inputQuantityList: [{ epcClass: 'urn:epc:class:lgtin:0614141.107346.A1', quantity: 1000.5, uom: 'KGM' }],
    outputQuantityList: [{ epcClass: 'urn:epc:class:lgtin:0614141.107347.B1', quantity: 620, uom: 'KGM' }],
    bizStep: 'commissioning',
    ...more,
  };
}

/** An EPCIS document of events. */
export function sampleEpcisDocument(...events: readonly JsonObject[]): JsonObject {
  return {
    '@context': [EPCIS_CONTEXT, { sample: 'https://sample.portolan.example/epcis/' }],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-06-12T00:00:00.000Z',
    epcisBody: { eventList: [...events] },
  };
}
