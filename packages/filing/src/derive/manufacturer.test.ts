import assert from 'node:assert/strict';
import { it } from 'node:test';
import { assemble, changed, invoice, shipment } from '../testing/papers.ts';

const bare = { name: 'Sample Northern Works' };
const [goods] = invoice.lines;

/** Two lines of one maker of whom the papers give no more than the name. */
const papers = changed(
  'CommercialInvoice',
  (document) => ({
    ...document,
    lines: [
      { ...document.lines[0], number: '1', manufacturer: bare },
      { ...document.lines[0], number: '2', manufacturer: bare },
    ] as typeof document.lines,
  }),
  shipment.filter(({ type }) => type === 'CommercialInvoice' || type === 'BillOfLading'),
);
const mids = ({ entry }: ReturnType<typeof assemble>) =>
  entry.lines.map(({ manufacturer }) => manufacturer?.mid);
const asked = ({ asks }: ReturnType<typeof assemble>) =>
  asks.map(({ pointer }) => pointer).filter((pointer) => pointer.endsWith('/mid'));

it('a maker without address is asked for once, and the answer holds for all its lines', () => {
  assert.ok(goods);
  assert.deepEqual(asked(assemble(papers)), ['/lines/0/manufacturer/mid']);
  const typed = assemble(papers, { typed: { '/lines/0/manufacturer/mid': 'CASAMNOR12TOR' } });
  assert.deepEqual(mids(typed), ['CASAMNOR12TOR', 'CASAMNOR12TOR']);
  assert.equal(typed.provenance['/lines/1/manufacturer/mid']?.class, 'assigned');
});

it('what the library of the client knows is not asked', () => {
  const makers = [{ name: 'SAMPLE NORTHERN WORKS', mid: 'CASAMNOR12TOR' }];
  const known = assemble(papers, { makers });
  assert.deepEqual(asked(known), []);
  assert.deepEqual(mids(known), ['CASAMNOR12TOR', 'CASAMNOR12TOR']);
  assert.equal(known.provenance['/lines/0/manufacturer/mid']?.rule, "the client's library of manufacturers");
});

it('a document goes before the library, and two codes for one name are asked', () => {
  const own = assemble(shipment, { makers: [{ name: 'Sample Valle Verde Produce', mid: 'MXOTHER1CUL' }] });
  assert.deepEqual(mids(own), ['MXSAMVAL1250CUL']);
  const two = ['CASAMNOR12TOR', 'CASAMNOR99MON'].map((mid) => ({ name: bare.name, mid }));
  assert.deepEqual(asked(assemble(papers, { makers: two })), ['/lines/0/manufacturer/mid']);
});

it('whether a seller is related stands in the library of partners, and is then not asked', () => {
  const question = '/lines/0/relatedParties';
  assert.ok(assemble().asks.some(({ pointer }) => pointer === question));
  const kept = assemble(shipment, { sellers: [{ name: 'sample valle verde produce', related: true }] });
  assert.ok(!kept.asks.some(({ pointer }) => pointer === question));
  assert.equal(kept.entry.lines[0]?.relatedParties, true);
  const two = [true, false].map((related) => ({ name: 'Sample Valle Verde Produce', related }));
  assert.ok(assemble(shipment, { sellers: two }).asks.some(({ pointer }) => pointer === question));
});
