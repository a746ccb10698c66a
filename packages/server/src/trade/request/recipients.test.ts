import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Dossier, RequestTemplate } from '@portolan/programs';
import { requestTemplate } from '@portolan/programs';
import { aboutOf, firstHolder, makerOf, recipientsOf } from './recipients.ts';

const certificate = (digest: string, issuer: string, document: object) => ({
  digest,
  issuer,
  type: 'CertificationOfOrigin',
  document: { certifier: { role: 'exporter', party: { name: 'Sample', did: issuer } }, ...document },
});

/** Two growers' goods on one invoice of a sample exporter, and a third good without any paper. */
const dossier = {
  entry: {
    importerOfRecord: { name: 'Sample importer', did: 'did:key:importer' },
    filer: { name: 'Sample broker', did: 'did:key:broker', code: 'ZZ9' },
    lines: [
      { number: 1, description: 'Mangoes', lot: 'L1', invoice: { number: 'I', line: 1 }, certificate: 'c1' },
      {
        ...{ number: 2, description: 'Papayas', invoice: { number: 'I', line: 2 }, certificate: 'c2' },
        manufacturer: { name: 'Sample maker', did: 'did:key:maker' },
      },
      { number: 3, description: 'Chilies', invoice: { number: 'II', line: 1 } },
    ],
  },
  evidence: [
    certificate('c1', 'did:key:exporter', { producer: { name: 'Sample grower', did: 'did:key:grower' } }),
    certificate('c2', 'did:key:exporter', { producer: { various: true } }),
    { digest: 'i1', type: 'CommercialInvoice', document: { number: 'I', seller: { did: 'did:key:seller' } } },
    { digest: 'b1', type: 'BillOfLading', issuer: 'did:key:carrier', document: {} },
  ],
} as unknown as Dossier;

const template = (id: string) => requestTemplate(id) as RequestTemplate;
const routed = (id: string, path: string) =>
  recipientsOf(dossier, template(id), path).map(({ did, role, holds }) => `${did.slice(8)} ${role} ${holds}`);

describe('whom a request is routed to', () => {
  it('is importer, filer and everybody who holds the evidence of the line, each once', () => {
    assert.deepEqual(routed('preference-claim', '/lines/1/spi'), [
      'importer importer false',
      'broker filer false',
      'exporter certifier true',
      'maker manufacturer true',
    ]);
    assert.deepEqual(routed('origin', '/lines/0'), [
      'importer importer false',
      'broker filer false',
      'exporter certifier true',
    ]);
    assert.deepEqual(routed('value', '/lines/0'), ['importer importer true', 'broker filer false']);
  });

  it('is nobody else where no document names a holder, or where the lines have different ones', () => {
    assert.deepEqual(routed('origin', '/lines/2'), ['importer importer false', 'broker filer false']);
    assert.deepEqual(routed('preference-claim', ''), ['importer importer false', 'broker filer false']);
  });

  it('is one party once when importer and filer are the same', () => {
    const own = { ...dossier.entry, filer: { ...dossier.entry.filer, did: 'did:key:importer' } };
    const recipients = recipientsOf({ ...dossier, entry: own }, template('value'), '/lines/0');
    assert.deepEqual(recipients, [{ did: 'did:key:importer', role: 'importer', holds: true }]);
  });

  it('puts first whom the template names first', () => {
    const first = (id: string, path: string) =>
      firstHolder(recipientsOf(dossier, template(id), path), template(id));
    assert.equal(first('preference-claim', '/lines/1'), 'did:key:exporter');
    assert.equal(first('origin', '/lines/1'), 'did:key:maker');
    assert.equal(first('value', '/lines/1'), 'did:key:importer');
    assert.equal(first('origin', '/lines/2'), undefined);
  });
});

describe('whom the agency turns to before a denial', () => {
  it('is the exporter or producer that the certification names', () => {
    assert.equal(makerOf(dossier, '/lines/0', 'producer'), 'did:key:grower');
    assert.equal(makerOf(dossier, '/lines/0/spi', 'exporter'), 'did:key:exporter');
  });

  it('is the manufacturer of the line where the certification names various producers', () => {
    assert.equal(makerOf(dossier, '/lines/1', 'producer'), 'did:key:maker');
  });

  it('is nobody where no document says, or where the lines of an entry differ', () => {
    assert.equal(makerOf(dossier, '/lines/2', 'producer'), undefined);
    assert.equal(makerOf(dossier, '/lines/2', 'exporter'), undefined);
    assert.equal(makerOf(dossier, '', 'producer'), undefined);
  });
});

describe('what a request is about', () => {
  it('is the good in the words of its documents, without a value', () => {
    assert.equal(aboutOf(dossier, '/lines/0/enteredValue'), 'Line 1: Mangoes, lot L1, invoice I line 1');
    assert.equal(aboutOf(dossier, '/bond'), 'The entry as a whole');
  });
});
