import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assemble, changed, type Paper, shipment } from '../testing/papers.ts';

/** The shipment without a tariff number on any paper. */
const bare = (description: string): Paper[] =>
  [
    ...changed('CommercialInvoice', (document) => ({
      ...document,
      lines: document.lines.map(({ hts: _hts, ...line }) => ({ ...line, description })),
    })),
  ]
    .filter(({ type }) => type !== 'CertificationOfOrigin')
    .map((paper) =>
      paper.type === 'PurchaseOrder'
        ? {
            ...paper,
            document: { ...paper.document, lines: paper.document.lines.map(({ hs: _hs, ...line }) => line) },
          }
        : paper,
    ) as Paper[];

const mango = { keys: ['sku:MANGO'], hts: '0810600000', provisional: false, basis: 'decision D-1' };

describe('the tariff line of goods', () => {
  it('is proposed from the words of the invoice where no paper names one, and asked once', () => {
    const { asks, entry } = assemble(bare('Mens cotton T-shirts, knitted'));
    const [ask, ...others] = asks.filter(({ pointer }) => pointer === '/lines/0/hts');
    assert.equal(others.length, 0);
    assert.match(String(ask?.proposal), /^610910/);
    assert.match(ask?.why ?? '', /confidence \d+%/);
    assert.equal(entry.lines[0]?.hts, undefined);
  });

  it('is asked without a proposal where the words say nothing', () => {
    const { asks } = assemble(bare('zzzqx vrrmp'));
    const ask = asks.find(({ pointer }) => pointer === '/lines/0/hts');
    assert.ok(ask && ask.proposal === undefined);
  });

  it('is what the product library decided, in the place of what the seller wrote', () => {
    const { entry, provenance } = assemble(shipment, { products: [mango] });
    assert.equal(entry.lines[0]?.hts, '0810600000');
    assert.equal(entry.lines[0]?.provisional, undefined);
    const { class: kind, rule, replaces } = provenance['/lines/0/hts'] ?? {};
    assert.deepEqual(
      [kind, rule, replaces?.pointer],
      ['computed', 'product library: decision D-1', '/lines/0/hts'],
    );
  });

  it('can be entered provisionally, by the library or by the filer', () => {
    const { complete } = assemble(shipment, {
      products: [{ ...mango, hts: '0804506055', provisional: true }],
    });
    assert.equal(complete?.lines[0]?.provisional, true);
    assert.equal(
      assemble(shipment, { typed: { '/lines/0/provisional': true } }).complete?.lines[0]?.provisional,
      true,
    );
  });

  it('is no code of the library that the edition does not have', () => {
    const { entry } = assemble(shipment, { products: [{ ...mango, hts: '0804509999' }] });
    assert.equal(entry.lines[0]?.hts, '0804506055');
  });
});
