import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instant } from '@portolan/kernel';
import {
  bill,
  certificate,
  evidence,
  invoice,
  type Paper,
  packingList,
  power,
  shipment,
} from '../testing/papers.ts';
import { advanceClocks, dataSetOf, dataSets, dataSetsFor, deriveAdvanceData } from './index.ts';

const given = { typed: {}, at: '2026-06-12T16:00:00.000Z' };

const vessel: Paper[] = [
  { type: 'CommercialInvoice', document: invoice, signed: true },
  { type: 'PackingList', document: packingList },
  {
    type: 'BillOfLading',
    document: { ...bill, mode: 'vessel', containerized: true, containers: ['ZZZU0000013'] },
    signed: true,
  },
  { type: 'CertificationOfOrigin', document: certificate, signed: true },
  { type: 'PowerOfAttorney', document: power, signed: true },
];

const derive = (id: Parameters<typeof dataSetOf>[0], papers: readonly Paper[], typed = {}) => {
  const set = dataSetOf(id, '2026-06-12');
  assert.ok(set);
  return deriveAdvanceData(set, evidence(papers), { ...given, typed });
};

describe('importer security filing', () => {
  it('takes eight of ten elements from the papers and proposes the other two', () => {
    const filing = derive('security-filing', vessel);
    assert.deepEqual(filing.missing, ['/stuffingLocation', '/consolidator']);
    assert.deepEqual(
      filing.asks.map(({ pointer, proposal }) => [pointer, (proposal as { name: string }).name]),
      [
        ['/advance/stuffingLocation', 'Sample Valle Verde Produce'],
        ['/advance/consolidator', 'Sample Valle Verde Produce'],
      ],
    );
    const values = filing.values as { lines: { hs6: string; originCountry: string }[] };
    assert.equal(values.lines[0]?.hs6, '080450');
    assert.equal(values.lines[0]?.originCountry, 'MX');
    assert.equal(filing.provenance['/seller']?.class, 'signed');
    // The certification names the producer: the manufacturer is not the seller where another made the goods.
    assert.equal(filing.provenance['/lines/0/manufacturer']?.pointer, '/producer');
  });

  it('is complete once the two are answered, which are the only typed fields', () => {
    const party = { name: 'Sample Packing House', address: { city: 'Culiacan', country: 'MX' } };
    const filing = derive('security-filing', vessel, {
      '/advance/stuffingLocation': party,
      '/advance/consolidator': party,
    });
    assert.deepEqual(filing.missing, []);
    const typed = Object.values(filing.provenance).filter((one) => one.class === 'typed');
    assert.equal(typed.length, 2);
  });
});

describe('advance data by mode', () => {
  it('is a truck manifest for a truck, and nothing for a pipeline', () => {
    assert.deepEqual(
      dataSetsFor('truck', '2026-06-12').map(({ id }) => id),
      ['truck-manifest'],
    );
    assert.deepEqual(dataSetsFor('pipeline', '2026-06-12'), []);
    const manifest = derive('truck-manifest', shipment);
    assert.deepEqual(manifest.missing, ['/conveyance/voyage', '/conveyance/trailer']);
  });

  it('asks for the enhanced screening elements from 21 November 2025 on, and not the day before', () => {
    const labels = (day: string) =>
      dataSetOf('air-cargo-screening', day)?.elements.map(({ pointer }) => pointer) ?? [];
    assert.ok(!labels('2025-11-20').includes('/verifiedKnownConsignor'));
    assert.ok(labels('2025-11-21').includes('/verifiedKnownConsignor'));
    assert.deepEqual(dataSetOf('security-filing', '2008-01-01'), undefined);
  });

  it('reads a house air waybill under its master: parties from the house, flight and carrier from the master', () => {
    const shared = { placeOfLoading: { country: 'CR' as const }, arrivalDate: '2026-06-12' };
    const papers: Paper[] = [
      { type: 'CommercialInvoice', document: invoice },
      {
        type: 'IATAAirWaybill',
        document: {
          ...shared,
          number: '999-12345675',
          carrier: { name: 'Sample Air Cargo', identifiers: [{ scheme: 'scac', value: 'ZZAC' }] },
          shipper: { name: 'Sample Consolidator' },
          consignee: { name: 'Sample Deconsolidator' },
          conveyance: { voyage: 'ZA117' },
        },
      },
      {
        type: 'IATAAirWaybill',
        document: {
          ...shared,
          number: 'HAWB-1',
          masterNumber: '999-12345675',
          shipper: { name: 'Sample Valle Verde Produce', address: { country: 'CR' } },
          consignee: { name: 'Sample Harbor Foods Inc.' },
          packages: { count: 12, kind: 'carton' },
          grossWeight: { value: '120', unit: 'KGM' },
          invoiceNumbers: ['INV-1'],
        },
      },
    ];
    const data = derive('air-manifest', papers);
    const values = data.values as Record<string, unknown> & {
      shipper: { name: string };
      carrier: { scac: string };
    };
    assert.equal(values.shipper.name, 'Sample Valle Verde Produce');
    assert.equal(values.carrier.scac, 'ZZAC');
    assert.deepEqual(values.number, ['HAWB-1']);
    assert.deepEqual(data.missing, ['/portOfArrival']);
  });

  it('cites the law of every element, and names no pointer twice', () => {
    for (const set of dataSets) {
      const pointers = [...set.elements, ...set.lineElements].map(({ pointer }) => pointer);
      assert.equal(new Set(pointers).size, pointers.length, set.id);
      for (const { cite } of [...set.elements, ...set.lineElements]) assert.ok(cite.length > 8);
    }
  });
});

describe('clocks of advance data', () => {
  const now = instant('2026-06-10T12:00:00Z');
  const due = (mode: 'vessel' | 'truck' | 'rail' | 'air', trip = {}) =>
    advanceClocks(
      {
        mode,
        zone: 'America/Phoenix',
        times: {
          lading: '2026-06-11T12:00:00Z',
          departure: '2026-06-11T20:00:00Z',
          arrival: '2026-06-12T16:00:00Z',
        },
        ...trip,
      },
      now,
    ).map(({ name, due: at }) => [name, at]);

  it('count back from lading, departure and arrival, by mode', () => {
    assert.deepEqual(due('vessel'), [
      ['security-filing', '2026-06-10T12:00:00.000Z'],
      ['ocean-manifest', '2026-06-10T12:00:00.000Z'],
      ['security-filing-stuffing', '2026-06-11T16:00:00.000Z'],
    ]);
    assert.deepEqual(due('truck'), [['truck-manifest', '2026-06-12T15:00:00.000Z']]);
    assert.deepEqual(due('truck', { fast: true }), [['truck-manifest', '2026-06-12T15:30:00.000Z']]);
    assert.deepEqual(due('rail'), [['rail-manifest', '2026-06-12T14:00:00.000Z']]);
    assert.deepEqual(due('air').at(-1), ['air-manifest', '2026-06-12T12:00:00.000Z']);
    assert.deepEqual(due('air', { near: true }).at(-1), ['air-manifest', '2026-06-11T20:00:00.000Z']);
  });

  it('take the first moment of a day where the papers give no hour, also when clocks change', () => {
    const [clock] = advanceClocks(
      { mode: 'rail', zone: 'America/Chicago', times: { arrival: '2026-03-08' } },
      now,
    );
    assert.equal(clock?.due, '2026-03-08T04:00:00.000Z');
    assert.equal(clock?.byDay, true);
  });

  it('are met at the last moment, late one millisecond after, and do not run without their event', () => {
    const trip = { mode: 'rail' as const, zone: 'UTC', times: { arrival: '2026-06-12T16:00:00.000Z' } };
    const state = (at: string) => advanceClocks(trip, now, { 'rail-manifest': at })[0]?.state;
    assert.equal(state('2026-06-12T14:00:00.000Z'), 'met');
    assert.equal(state('2026-06-12T14:00:00.001Z'), 'late');
    assert.equal(advanceClocks(trip, instant('2026-06-12T14:00:00.001Z'))[0]?.state, 'late');
    assert.deepEqual(advanceClocks({ mode: 'rail', zone: 'UTC', times: {} }, now), []);
  });
});
