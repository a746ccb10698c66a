import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectOk } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { documentTypes } from '../../schema/document.ts';
import { documents, invoice, order } from '../../testing/fixtures.ts';
import { originOf } from '../origin.ts';
import { readJson } from './read-json.ts';

const codes = (value: unknown) => {
  const result = readJson(typeof value === 'string' ? value : JSON.stringify(value), nodeCrypto);
  return result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path}`);
};

const credential = (subject: object, type: unknown = ['VerifiableCredential', 'CommercialInvoice']) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://portolan.example/credentials/v1'],
  type,
  issuer: 'did:key:z6MkSample',
  credentialSubject: subject,
  proof: { type: 'DataIntegrityProof' },
});

/** Transport documents of different modes have the same members; a plain one says its type. */
const alike = new Set<string>([
  'ShippingInstructions',
  'MasterBillOfLading',
  'HouseBillOfLading',
  'IATAAirWaybill',
  'TruckBillOfLading',
  'RailWaybill',
  'PipelineTicket',
  'PostalDespatchNote',
]);

describe('readJson', () => {
  for (const type of documentTypes)
    it(`reads a plain ${type}, named by its type or by its shape`, () => {
      for (const value of alike.has(type)
        ? [{ type, ...documents[type] }]
        : [{ type, ...documents[type] }, documents[type]]) {
        const read = expectOk(readJson(JSON.stringify(value), nodeCrypto));
        assert.equal(read.format, 'json');
        assert.equal(read.documents[0]?.type, type);
        assert.deepEqual(read.documents[0]?.document, documents[type]);
      }
    });

  it('refuses an unknown type, and a shape that shows none', () => {
    assert.deepEqual(codes({ type: 'Manifest', ...order }), ['DOC_TYPE_UNKNOWN /type']);
    assert.deepEqual(codes({ hello: 'world' }), ['DOC_TYPE_UNDETECTED ']);
    assert.deepEqual(codes([order]), ['DOC_TYPE_UNDETECTED ']);
    assert.deepEqual(codes('7'), ['DOC_TYPE_UNDETECTED ']);
  });

  it('does not guess between an order and an invoice that only have common members', () => {
    const line = {
      number: '1',
      description: 'x',
      quantity: { value: '1', unit: 'C62' },
      amount: order.total,
    };
    const { number, issueDate, buyer, seller, currency, total } = order;
    assert.deepEqual(codes({ number, issueDate, buyer, seller, currency, total, lines: [line] }), [
      'DOC_TYPE_UNDETECTED ',
    ]);
  });

  it('takes the document out of a credential', () => {
    const read = expectOk(
      readJson(JSON.stringify(credential({ id: 'did:key:z6MkSubject', ...invoice })), nodeCrypto),
    );
    assert.equal(read.format, 'credential');
    assert.deepEqual(read.documents[0]?.document, invoice);
    assert.equal(read.credential?.issuer, 'did:key:z6MkSample');
    assert.equal(
      originOf(read.documents[0]?.origins ?? {}, '/lines/0/hts'),
      '/credentialSubject/lines/0/hts',
    );
  });

  it('hands on what contradicts itself in a credential, for the verdict to tell whether it was altered', () => {
    const altered = { ...invoice, total: { amount: '9999.00', currency: 'USD' } };
    const read = expectOk(readJson(JSON.stringify(credential(altered)), nodeCrypto));
    assert.deepEqual(
      read.documents[0]?.faults.map(({ code, path }) => [code, path]),
      [['DOC_TOTAL', '/credentialSubject/total']],
    );
    assert.deepEqual(codes(altered), ['DOC_TOTAL /total']);
  });

  it('refuses credentials without one document type, one subject, or the shape of their type', () => {
    assert.deepEqual(codes(credential(invoice, ['VerifiableCredential'])), ['DOC_CREDENTIAL_SHAPE /type']);
    assert.deepEqual(
      codes(credential(invoice, ['VerifiableCredential', 'CommercialInvoice', 'PackingList'])),
      ['DOC_CREDENTIAL_SHAPE /type'],
    );
    assert.deepEqual(codes(credential([invoice])), ['DOC_CREDENTIAL_SHAPE /credentialSubject']);
    const { number, ...rest } = invoice;
    assert.deepEqual(codes(credential(rest)), ['DOC_FIELD_MISSING /credentialSubject/number']);
  });
});
