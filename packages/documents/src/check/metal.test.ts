import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DocumentType } from '../schema/document.ts';
import { heat, licence, millTestReport, processing } from '../testing/fixtures.ts';
import { checkDocument } from './check-document.ts';

const faults = (type: DocumentType, document: unknown) => {
  const result = checkDocument(type, document);
  return result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path}`);
};
const [item] = millTestReport.items;

describe('documents of metal goods', () => {
  it('are read, and refuse what they do not know', () => {
    assert.deepEqual(faults('Heat', heat), []);
    assert.deepEqual(faults('MillTestReport', millTestReport), []);
    assert.deepEqual(faults('ProcessingRecord', processing), []);
    assert.deepEqual(faults('SteelImportLicense', licence), []);
    assert.deepEqual(faults('Heat', { ...heat, price: '1' }), ['DOC_FIELD_UNKNOWN /price']);
  });

  it('refuse a local time, a unit of stress that is none, and a mass of nothing', () => {
    assert.deepEqual(faults('Heat', { ...heat, pouredAt: '2026-06-01T06:00:00' }), [
      'DOC_FIELD_FORM /pouredAt',
    ]);
    assert.deepEqual(faults('Heat', { ...heat, pouredAt: '2026-02-30T06:00:00Z' }), [
      'KERNEL_INSTANT_INVALID /pouredAt',
    ]);
    assert.deepEqual(faults('Heat', { ...heat, pouredMass: { value: '0', unit: 'KGM' } }), [
      'DOC_QUANTITY_NOT_POSITIVE /pouredMass',
    ]);
    const strange = { ...item, tests: [{ number: 'T', yield: { value: '50', unit: 'bar' } }] };
    assert.deepEqual(faults('MillTestReport', { ...millTestReport, items: [strange] }), [
      'DOC_FIELD_CHOICE /items/0/tests/0/yield/unit',
    ]);
  });

  it('refuse an item numbered twice, dispatch before production, a licence that ends before it begins', () => {
    assert.deepEqual(faults('MillTestReport', { ...millTestReport, items: [item, item] }), [
      'DOC_LINE_DUPLICATE /items/1/number',
    ]);
    assert.deepEqual(
      faults('MillTestReport', { ...millTestReport, dispatchedAt: '2026-06-02T05:59:59.999Z' }),
      ['DOC_DATE_ORDER /dispatchedAt'],
    );
    assert.deepEqual(
      faults('MillTestReport', { ...millTestReport, dispatchedAt: '2026-06-02T06:00:00.000Z' }),
      [],
    );
    assert.deepEqual(faults('SteelImportLicense', { ...licence, validUntil: '2026-05-31' }), [
      'DOC_DATE_ORDER /validUntil',
    ]);
  });
});
