import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Evidence } from '@portolan/documents';
import type { Entry } from '@portolan/filing';
import { instant } from '@portolan/kernel';
import { measuresOf } from './measures.ts';

const document = `sha256:${'a'.repeat(64)}` as const;
const evidence = [
  { class: 'signed', digest: document, document: { currency: 'USD', issueDate: '2026-06-10' } },
  { class: 'signed' },
  { class: 'imported' },
] as unknown as Evidence[];

describe('what is recorded of a filing', () => {
  const measured = measuresOf({
    entry: { currency: 'USD', exportDate: '2026-06-11' } as unknown as Entry,
    provenance: {
      '/currency': { class: 'typed', replaces: { document, pointer: '/currency' } },
      '/exportDate': { class: 'typed', replaces: { document, pointer: '/issueDate' } },
      '/entryNumber': { class: 'assigned' },
      '/bond': { class: 'typed' },
      '/lines/0/enteredValue': { class: 'computed' },
      '/lines/0/hts': { class: 'signed', document, pointer: '/lines/0/hts' },
    },
    evidence,
    caught: ['USMCA_ORIGIN_OUTSIDE /lines/3/originCountry'],
    startedAt: instant('2026-06-12T15:58:30Z'),
    filedAt: instant('2026-06-12T16:00:00Z'),
  });

  it('counts fields by where they came from', () => {
    assert.deepEqual(measured.provenance, { signed: 1, imported: 0, computed: 1, assigned: 1, typed: 3 });
  });

  it('counts as given twice what a person typed although a document says the same, and no correction', () => {
    assert.equal(measured.givenTwice, 1);
  });

  it('tells signed documents from imported ones, and how long it took', () => {
    assert.equal(measured.signedDocuments, 2);
    assert.equal(measured.importedDocuments, 1);
    assert.equal(measured.preparationSeconds, 90);
  });
});
