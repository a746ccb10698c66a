import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onRecordOf } from './on-record.ts';
import { sameJson } from './sheet/same-json.ts';
import { assemble, changed, evidence, shipment } from './testing/papers.ts';

const name = 'Sample Northern Works';
/** No city: the code cannot be made. */
const bare = { name, address: { country: 'CA' } };
const papers = changed(
  'CommercialInvoice',
  (document) => ({
    ...document,
    lines: document.lines.map((line) => ({ ...line, manufacturer: bare })),
  }),
  shipment.filter(({ type }) => type !== 'CertificationOfOrigin'),
);
const library = {
  importer: { name: 'Sample Harbor Foods Inc.', number: '12-3456789AB' },
  bond: { type: '8' as const, surety: '999' },
  makers: [{ name, mid: 'CASAMNOR12TOR' }],
  sellers: [{ name: 'Sample Valle Verde Produce', related: true }],
  products: [
    {
      keys: ['sku:MANGO'],
      hts: '0804506055',
      provisional: true,
      basis: 'decision of 2026-06-01, effective 2026-06-01',
    },
  ],
};

it('an entry with all that its filer had on record is derived again from its provenance to the same bytes', () => {
  const { complete, provenance, asks } = assemble(papers, library);
  assert.ok(complete, JSON.stringify(asks));
  assert.deepEqual(
    [complete.bond, complete.lines[0]?.manufacturer?.mid, complete.lines[0]?.relatedParties],
    [library.bond, 'CASAMNOR12TOR', true],
  );
  assert.equal(complete.lines[0]?.provisional, true);
  const again = assemble(papers, onRecordOf(complete, provenance, evidence(papers)));
  assert.ok(sameJson(again.entry, complete));
});

it('what the documents give is not taken for the filer’s own', () => {
  const { complete, provenance } = assemble();
  assert.ok(complete);
  assert.deepEqual(onRecordOf(complete, provenance, evidence(shipment)), {});
});
