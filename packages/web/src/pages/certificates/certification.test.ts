import { checkDocument } from '@portolan/documents';
import { expect, test } from 'vitest';
import { sampleSession } from '../../testing/samples.ts';
import { documentOf, emptyGood, goodsFromRows, startForm } from './certification.ts';

const did = sampleSession.tenant.did;

function filledForm() {
  return {
    ...startForm(sampleSession, undefined, '2026-06-10'),
    number: 'COO-1',
    country: 'MX',
    title: 'Export manager',
    statement: 'I certify that the goods described here originate.',
    goods: [
      { ...emptyGood, description: 'Mangoes, fresh', hs6: '080450', criterion: 'A', originCountry: 'MX' },
    ],
  };
}

test('a filled form makes a document of the published shape', () => {
  const checked = checkDocument('CertificationOfOrigin', documentOf(filledForm(), did));
  expect(checked.ok ? [] : checked.refusals).toEqual([]);
});

test('a blanket period and invoice numbers are carried', () => {
  const form = {
    ...filledForm(),
    blanketFrom: '2026-01-01',
    blanketTo: '2026-12-31',
    invoiceNumbers: 'A-1, A-2',
  };
  const document = documentOf(form, did);
  expect(document.blanketPeriod).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  expect(document.invoiceNumbers).toEqual(['A-1', 'A-2']);
});

test('an empty field is left out, never sent empty', () => {
  const good = documentOf(filledForm(), did).goods[0];
  expect(good && 'lot' in good).toBe(false);
});

test('a producer is named as producer, an exporter as exporter', () => {
  expect(documentOf({ ...filledForm(), role: 'exporter' }, did).exporter?.did).toBe(did);
  expect(documentOf({ ...filledForm(), role: 'exporter' }, did).producer).toBeUndefined();
});

test('spreadsheet rows become goods whatever the case of their header', () => {
  const [good] = goodsFromRows([{ Description: 'Peppers', HS6: '070960', other: 'x' }]);
  expect(good).toEqual({ ...emptyGood, description: 'Peppers', hs6: '070960' });
});
