import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectOk, utf8 } from '@portolan/kernel';
import type { ArrivalNotice } from '../../schema/arrival-notice.ts';
import type { MasterBillOfLading } from '../../schema/master-bill-of-lading.ts';
import type { TransportStatus } from '../../schema/transport-status.ts';
import { readFile } from '../read-file.ts';

const read = (value: unknown) => readFile({ name: 'a.json', bytes: utf8(JSON.stringify(value)) });
const first = <T>(value: unknown) => expectOk(read(value)).documents[0]?.document as unknown as T;

const bill = {
  transportDocumentReference: 'MBL-1',
  isToOrder: true,
  carrierCode: 'SMPL',
  carrierCodeListProvider: 'NMFTA',
  shippedOnBoardDate: '2026-06-12',
  transports: {
    plannedArrivalDate: '2026-06-24',
    portOfLoading: { UNLocationCode: 'MXESE' },
    portOfDischarge: { UNLocationCode: 'USLAX' },
    vesselVoyages: [{ vesselName: 'Sample Star', carrierExportVoyageNumber: '12N' }],
  },
  references: [{ type: 'PO', values: ['PO-77'] }],
  documentParties: {
    shipper: {
      partyName: 'Sample Valle Verde',
      address: { street: 'Camino', streetNumber: '12', countryCode: 'MX' },
    },
  },
  consignmentItems: [
    {
      carrierBookingReference: 'BK-1',
      descriptionOfGoods: ['Mangoes'],
      HSCodes: ['080450'],
      cargoItems: [
        {
          equipmentReference: 'MSCU1234565',
          cargoGrossWeight: { value: 1625.5, unit: 'KGM' },
          outerPackaging: { numberOfPackages: 225, description: 'carton' },
        },
      ],
    },
  ],
  utilizedTransportEquipments: [{ equipment: { equipmentReference: 'MSCU1234565' } }],
};

describe('DCSA', () => {
  it('reads a transport document as the carrier’s master bill', () => {
    const document = first<MasterBillOfLading>(bill);
    assert.deepEqual([document.number, document.toOrder, document.bookingNumber], ['MBL-1', true, 'BK-1']);
    assert.deepEqual([document.exportDate, document.arrivalDate], ['2026-06-12', '2026-06-24']);
    assert.deepEqual([document.orderNumbers, document.containers], [['PO-77'], ['MSCU1234565']]);
    assert.deepEqual(document.lines?.[0]?.grossWeight, { value: '1625.5', unit: 'KGM' });
    assert.equal(document.shipper?.address?.street, 'Camino 12');
    assert.equal(document.placeOfUnlading?.unlocode, 'USLAX');
  });

  it('reads events of both versions: flat, and grouped with their documents', () => {
    const when = '2026-06-24T08:00:00-07:00';
    const flat = {
      eventID: 'e-1',
      eventDateTime: when,
      eventClassifierCode: 'ACT',
      transportEventTypeCode: 'ARRI',
      documentReferences: [{ documentReferenceType: 'TRD', documentReferenceValue: 'MBL-1' }],
    };
    const grouped = {
      eventID: 'e-2',
      eventDateTime: when,
      eventClassification: {
        eventTypeCode: 'EQUIPMENT',
        eventClassifierCode: 'PLN',
        equipmentEventTypeCode: 'GTOT',
      },
      shipmentDetails: {
        documentReference: { typeCode: 'BKG', reference: 'BK-1' },
        additionalDocumentReferences: [{ typeCode: 'TRD', reference: 'MBL-1' }],
      },
    };
    const told = [first<TransportStatus>([flat]), first<TransportStatus>({ events: [grouped] })].map(
      ({ events: [event] }) => [
        event?.kind,
        event?.certainty,
        event?.date,
        event?.at,
        event?.transportDocuments,
      ],
    );
    assert.deepEqual(told, [
      ['arrived', 'actual', '2026-06-24', '2026-06-24T15:00:00Z', ['MBL-1']],
      ['gate-out', 'planned', '2026-06-24', '2026-06-24T15:00:00Z', ['MBL-1']],
    ]);
  });

  it('reads several arrival notices of one message, each on its own', () => {
    const notice = (reference: string) => ({
      transportDocumentReference: reference,
      issueDateTime: '2026-06-20T00:00:00Z',
      transport: { portOfDischargeArrivalDate: { value: '2026-06-24', classifier: 'EST' } },
    });
    const { documents } = expectOk(read({ arrivalNotices: [notice('MBL-1'), notice('MBL-2')] }));
    const told = documents.map(({ document }) => document as ArrivalNotice);
    assert.deepEqual(
      told.map(({ transportDocument, certainty }) => [transportDocument, certainty]),
      [
        ['MBL-1', 'estimated'],
        ['MBL-2', 'estimated'],
      ],
    );
  });

  it('refuses errors and notifications of a service by what they are', () => {
    for (const value of [
      { httpMethod: 'GET', statusCode: 404 },
      { specversion: '1.0', datacontenttype: 'application/json' },
    ]) {
      const result = read(value);
      assert.ok(!result.ok && result.refusals[0]?.code === 'DOC_DCSA_MESSAGE');
    }
  });
});

describe('EPCIS as evidence of shipping', () => {
  const event = (bizStep: string) => ({
    type: 'ObjectEvent',
    eventTime: '2026-06-11T20:00:00.000-07:00',
    eventTimeZoneOffset: '-07:00',
    action: 'OBSERVE',
    bizStep,
    epcList: ['https://id.gs1.org/01/09521321000018/21/1', 'https://id.gs1.org/01/09521321000018/21/2'],
    quantityList: [{ epcClass: 'urn:epc:class:lgtin:4012345.012345.L-1', quantity: 200, uom: 'KGM' }],
    bizTransactionList: [{ type: 'po', bizTransaction: 'urn:epcglobal:cbv:bt:0614141073467:PO-77' }],
  });
  const document = (...events: object[]) => ({
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-06-12T00:00:00Z',
    epcisBody: { eventList: events },
  });

  it('tells what was shipped of which order, by the day of the place', () => {
    const read = first<TransportStatus>(document(event('shipping'), event('inspecting')));
    assert.equal(read.events.length, 1);
    const [shipped] = read.events;
    assert.deepEqual(
      [shipped?.kind, shipped?.date, shipped?.orderNumbers],
      ['shipped', '2026-06-11', ['PO-77']],
    );
    assert.deepEqual(
      shipped?.lines?.map(({ gtin, lot, quantity }) => [gtin, lot, quantity?.value, quantity?.unit]),
      [
        ['04012345123456', 'L-1', '200', 'KGM'],
        ['09521321000018', undefined, '2', 'C62'],
      ],
    );
  });
});
