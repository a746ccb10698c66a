import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { orderGraph } from '@portolan/documents';
import { dutyInput } from '@portolan/filing';
import { computeDuty } from '@portolan/tariff';
import type { ExampleFolder } from '../usmca-cafta/stories/file.ts';
import { folderOf } from './stories/folders.ts';
import { carriedGoods, type Sale } from './stories/papers.ts';
import { dossierOf, evidenceOf, judge, tariff } from './testing/dossier.ts';

/** Modes that have no story among the examples: pipeline and mail, from their papers to duty, fees and advance data. */

const base = {
  ...{
    seller: 'grower' as const,
    origin: 'MX',
    incoterm: { code: 'FCA', place: 'Culiacan', country: 'MX' } as const,
  },
  ...{ orderedOn: '2026-06-01', invoicedOn: '2026-06-11' },
};
const crude: Sale = {
  ...base,
  ...{ id: 'PIPE-0612', sku: 'CRUDE-LIGHT', description: 'Crude petroleum, 35 degrees API, by pipeline' },
  ...{ hts: '2709002090', unit: 'BLL', ordered: '10000', shipped: '10000', unitPrice: '70.00' },
  ...{ netKg: '1350000', grossKg: '1350000', packages: { count: 1, kind: 'lot' } },
};
const parcel: Sale = {
  ...base,
  ...{ id: 'MAIL-0612', sku: 'VV-CHILI-GIFT', description: 'Dried chilies, whole, in bags of 1 kg' },
  ...{ hts: '0904216090', unit: 'KGM', ordered: '20', shipped: '20', unitPrice: '12.00' },
  ...{ netKg: '20', grossKg: '21', packages: { count: 1, kind: 'parcel' } },
};
const culiacan = { name: 'Culiacan', country: 'MX' };
const shared = {
  exportDate: '2026-06-12',
  arrivalDate: '2026-06-12',
  issueDate: '2026-06-11',
  placeOfLoading: culiacan,
};

const story = (sale: Sale, transport: Parameters<typeof folderOf>[0]['transport']): ExampleFolder =>
  folderOf(
    {
      ...{
        folder: sale.id,
        title: sale.id,
        summary: '',
        storyAt: '2026-06-12T16:00:00.000Z',
        sale,
        transport,
      },
      typed: { '/bond': { type: '8', surety: '999' }, '/lines/0/relatedParties': false },
      ...{ totals: { duty: '', fees: '', total: '' }, arithmetic: [] },
    },
    90,
  );

const pipeline = story(crude, [
  {
    file: 'pipeline-ticket.json',
    subject: {
      type: 'PipelineTicket',
      document: {
        ...{ number: 'ZZPL26061201', ...shared, ...carriedGoods(crude) },
        carrier: { name: 'Sample Pipeline Company', identifiers: [{ scheme: 'scac', value: 'ZZPL' }] },
        placeOfDelivery: { name: 'Laredo, TX', country: 'US', port: '2304' },
      },
    },
  },
]);
const mail = story(parcel, [
  {
    file: 'postal-despatch-note.json',
    subject: {
      type: 'PostalDespatchNote',
      document: {
        ...{ number: 'CP123456785MX', ...shared, ...carriedGoods(parcel) },
        carrier: { name: 'Sample Postal Operator', identifiers: [{ scheme: 'scac', value: 'ZZPO' }] },
        placeOfDelivery: { name: 'Los Angeles, CA', country: 'US', port: '2704' },
      },
    },
  },
]);

const modes = [
  {
    folder: pipeline,
    mode: '70',
    entryType: '01',
    // 10,000 barrels x 10.5 cents; no surcharge on energy. Fee 700,000 x 0.3464% = 2,424.80, capped at 651.50 (fiscal year 2026).
    totals: { duty: '1050.00', fees: '651.50' },
  },
  {
    folder: mail,
    mode: '50',
    entryType: '11',
    // 20 kg x 2.5 cents; the goods are on the list exempt from the surcharge. Goods by mail pay no fee of an informal entry.
    totals: { duty: '0.50', fees: '0.00' },
  },
];

describe('modes without a story', () => {
  for (const { folder, mode, entryType, totals } of modes)
    it(`${folder.folder}: entry of mode ${mode} from its papers, one typed answer, duty by hand`, () => {
      const { dossier, typed } = dossierOf(folder);
      assert.equal(dossier.entry.modeOfTransport, mode);
      assert.equal(dossier.entry.entryType, entryType);
      assert.equal(typed, 1);
      const duty = computeDuty(
        dutyInput(dossier.entry, folder.filing.storyAt, () => false),
        tariff,
      );
      assert.ok(duty.ok, JSON.stringify(!duty.ok && duty.refusals));
      const { duty: owed, fees } = duty.value.totals;
      assert.deepEqual({ duty: owed, fees }, totals);
      const { outcome, findings } = judge(folder, dossier);
      assert.equal(outcome, 'accept', JSON.stringify(findings, null, 1));
    });

  for (const { folder } of modes)
    it(`${folder.folder}: every paper joins one graph, and what was shipped is what was ordered`, () => {
      const graph = orderGraph(evidenceOf(folder));
      assert.deepEqual(graph.loose, []);
      assert.equal(graph.orders[0]?.standing, 'shipped');
    });
});
