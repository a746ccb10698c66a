import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectOk, utf8 } from '@portolan/kernel';
import fc from 'fast-check';
import type { Evidence } from '../../evidence.ts';
import { orderGraph } from '../../graph/order-graph.ts';
import type { CommercialInvoice } from '../../schema/commercial-invoice.ts';
import type { DespatchAdvice } from '../../schema/despatch-advice.ts';
import type { PurchaseOrder } from '../../schema/purchase-order.ts';
import type { TransportStatus } from '../../schema/transport-status.ts';
import * as samples from '../../testing/edi-fixtures.ts';
import { readFile } from '../read-file.ts';
import { readSingle } from '../read-single.ts';
import type { TradingPartner } from './partners.ts';

const read = (text: string, partners: TradingPartner[] = []) =>
  readFile({ name: 'a.edi', bytes: utf8(text) }, undefined, { partners });
const codes = (text: string) => {
  const result = read(text);
  return result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path}`.trim());
};
const documentOf = <T>(text: string) => expectOk(read(text)).documents[0]?.document as unknown as T;

describe('X12', () => {
  it('reads an order: units, terms, item numbers with their places, the country of a state', () => {
    const order = documentOf<PurchaseOrder>(samples.order850);
    assert.deepEqual([order.number, order.issueDate, order.currency], ['PO-77', '2026-06-01', 'USD']);
    assert.equal(order.buyer.address.country, 'US');
    assert.deepEqual(order.incoterm, { code: 'DAP', place: 'Nogales' });
    assert.deepEqual(order.lines[0]?.quantity, { value: '1000', unit: 'KGM' });
    assert.equal(order.lines[1]?.gtin, '012345678905');
    const { origins } = expectOk(read(samples.order850)).documents[0] ?? {
      origins: {} as Record<string, string>,
    };
    assert.equal(origins['/lines/0/quantity/value'], 'segment 11, PO102');
  });

  it('reads a ship notice: items belong to the order above them, through packs', () => {
    const notice = documentOf<DespatchAdvice>(samples.notice856);
    assert.deepEqual(
      notice.lines.map(({ orderNumber, orderLine, quantity }) => [orderNumber, orderLine, quantity?.value]),
      [
        ['PO-77', '1', '1000'],
        ['PO-77', '2', '400'],
      ],
    );
    assert.deepEqual([notice.transportDocuments, notice.containers], [['HBL-1'], ['MSCU1234565']]);
  });

  it('reads a status by its day, since X12 times have no zone', () => {
    const { events } = documentOf<TransportStatus>(samples.status214);
    assert.deepEqual(
      events.map(({ kind, date, at, place }) => [kind, date, at, place?.country]),
      [['delivered', '2026-06-24', undefined, 'US']],
    );
  });

  it('joins order, ship notice and status into one graph', () => {
    const items = [samples.order850, samples.notice856, samples.status214].map((text): Evidence => {
      const { digest, documents } = expectOk(read(text));
      return { digest, class: 'imported', ...documents[0] } as unknown as Evidence;
    });
    const [state] = orderGraph(items).orders;
    assert.deepEqual(
      state?.lines.map(({ sums }) => sums.shipped),
      ['1000', '400'],
    );
    assert.equal(state?.standing, 'part-shipped');
  });

  it('takes parties and currency from the agreement of the partners where a message leaves them out', () => {
    const bare = samples.order850.replace(/(CUR|N1|N4)\*[^~]*~\n/g, '').replace('SE*14', 'SE*8');
    assert.deepEqual(codes(bare).slice(0, 2), ['DOC_FIELD_MISSING /buyer', 'DOC_FIELD_MISSING /seller']);
    const party = (name: string) => ({ name, address: { country: 'US' } });
    const partners = [
      { id: 'ZZ:SAMPLEBUYER', party: party('Sample Buyer'), currency: 'USD' },
      { id: 'ZZ:SAMPLESELLER', party: party('Sample Seller') },
    ];
    const order = expectOk(read(bare, partners)).documents[0]?.document as PurchaseOrder;
    assert.deepEqual(
      [order.buyer.name, order.seller.name, order.currency],
      ['Sample Buyer', 'Sample Seller', 'USD'],
    );
  });

  it('refuses what was cut off, lost lines, and messages that are no paper of the goods', () => {
    const text = samples.order850;
    for (const share of [0.3, 0.6, 0.95])
      assert.deepEqual(codes(text.slice(0, text.length * share)), ['DOC_EDI_SYNTAX']);
    assert.deepEqual(codes(text.replace(/PO1\*2[^~]*~\n/, '')), ['DOC_EDI_COUNT']);
    assert.deepEqual(codes(text.replace('GE*1*1', 'GE*2*1')), ['DOC_EDI_COUNT']);
    assert.deepEqual(codes(samples.x12('997', 'FA', 'AK1*PO*1')), ['DOC_EDI_MESSAGE']);
    const notices = expectOk(read(text.replace('SE*14', 'SE*99'))).documents[0]?.notices;
    assert.deepEqual(
      notices?.map(({ code }) => code),
      ['DOC_EDI_COUNT'],
    );
  });
});

describe('EDIFACT', () => {
  it('reads order, invoice and despatch advice, with released characters', () => {
    const order = documentOf<PurchaseOrder>(samples.orders96a);
    assert.equal(order.lines[0]?.description, 'Bell peppers + more');
    assert.deepEqual([order.buyer.name, order.incoterm?.code], ['Sample Harbor Foods', 'DAP']);
    const invoice = documentOf<CommercialInvoice>(samples.invoic96a);
    assert.deepEqual([invoice.total.amount, invoice.lines[0]?.orderLine], ['1500', '1']);
    const despatch = documentOf<DespatchAdvice>(samples.desadv96a);
    assert.deepEqual(despatch.lines[0]?.quantity, { value: '1000', unit: 'KGM' });
  });

  it('refuses what was cut off, and lines that were lost', () => {
    const text = samples.orders96a;
    for (const share of [0.3, 0.6, 0.95])
      assert.deepEqual(codes(text.slice(0, text.length * share)), ['DOC_EDI_SYNTAX']);
    assert.deepEqual(codes(text.replace('CNT+2:1', 'CNT+2:3')), ['DOC_EDI_COUNT']);
  });
});

describe('hostile interchanges', () => {
  it('takes no more than so many segments, in time that grows with them', () => {
    const many = samples.x12('850', 'PO', ...Array.from({ length: 100_001 }, () => 'A'));
    const before = process.cpuUsage();
    assert.deepEqual(codes(many), ['DOC_EDI_TOO_MANY']);
    const fact = samples.edifact('ORDERS', ...Array.from({ length: 100_001 }, () => 'A'));
    assert.deepEqual(codes(fact), ['DOC_EDI_TOO_MANY']);
    const { user } = process.cpuUsage(before);
    assert.ok(user < 3_000_000, `${user} µs`);
  });

  it('finds no order for levels that name each other in a circle', () => {
    const circle = samples.notice856.replace('HL*3*2*P', 'HL*3*4*P').replace('HL*4*3*I', 'HL*4*3*I');
    assert.equal(documentOf<DespatchAdvice>(circle).lines[0]?.orderNumber, undefined);
  });

  it('never throws, whatever bytes were changed', () => {
    const all = [
      samples.order850,
      samples.notice856,
      samples.status214,
      samples.orders96a,
      samples.invoic96a,
    ].map(utf8);
    const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 127 })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.constantFrom(...all), damage, (source, changes) => {
        const bytes = Uint8Array.from(source);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        readFile({ name: 'a.edi', bytes });
      }),
      { numRuns: 300 },
    );
  });
});

describe('readSingle', () => {
  it('refuses an interchange with several messages, since a digest names one document', () => {
    const set = samples.order850.slice(samples.order850.indexOf('ST*'), samples.order850.indexOf('GE*'));
    const two = samples.order850.replace('GE*1*1', `${set}GE*2*1`);
    assert.equal(expectOk(read(two)).documents.length, 2);
    const single = readSingle({ name: 'two.edi', bytes: utf8(two) });
    assert.ok(!single.ok && single.refusals[0]?.code === 'DOC_FILE_SEVERAL');
    assert.ok(readSingle({ name: 'one.edi', bytes: utf8(samples.order850) }).ok);
  });
});
