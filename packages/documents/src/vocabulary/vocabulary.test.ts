import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  comparableNumber,
  fieldLabel,
  isVocabularyContext,
  readableClaims,
  recognizedType,
  referenceNumbers,
  vocabularyTypes,
} from './index.ts';

test('84 types of the traceability vocabulary with an example, three without, and five of the UN Transparency Protocol, each with its words', () => {
  const of = (vocabulary: string) => vocabularyTypes.filter((one) => one.vocabulary === vocabulary).length;
  assert.equal(of('W3C CCG Traceability Vocabulary'), 84 + 3);
  assert.equal(of('UN Transparency Protocol'), 5);
  for (const { type, label } of vocabularyTypes) assert.match(label, /^[A-Z][\w(/ ),.-]+$/, type);
});

test('a type is found among those of a credential', () => {
  assert.equal(
    recognizedType(['VerifiableCredential', 'MillTestReportCredential'])?.label,
    'Mill test report',
  );
  assert.equal(
    recognizedType(['DigitalProductPassport', 'VerifiableCredential'])?.vocabulary,
    'UN Transparency Protocol',
  );
  assert.equal(recognizedType(['VerifiableCredential']), undefined);
});

test('names of fields become words', () => {
  const words = {
    billOfLadingNumber: 'Bill of lading number',
    UWI: 'UWI',
    purchaseOrderNo: 'Purchase order number',
  };
  for (const [name, label] of Object.entries(words)) assert.equal(fieldLabel(name), label);
});

test('claims are told in order with the way to each; lists are counted, pictures named', () => {
  const subject = {
    type: ['OilAndGasProduct'],
    facility: { name: 'Sample Field', geo: { latitude: '51.1' } },
    observation: [{ value: '1' }, { value: '2' }],
    sealed: true,
    photo: `data:image/png;base64,${'A'.repeat(9000)}`,
  };
  assert.deepEqual(
    readableClaims(subject).map(({ pointer, place, value }) => `${pointer} ${place.join(' > ')}: ${value}`),
    [
      '/facility/name Facility > Name: Sample Field',
      '/facility/geo/latitude Facility > Geo > Latitude: 51.1',
      '/observation/0/value Observation 1 > Value: 1',
      '/observation/1/value Observation 2 > Value: 2',
      '/sealed Sealed: yes',
      '/photo Photo: picture',
    ],
  );
});

test('numbers that tie a credential to a shipment are found, however they are written', () => {
  const subject = {
    entryNumber: 'ZZ9-0000103-5',
    items: [{ purchaseOrderNo: 'po 77/1' }],
    name: 'Number 12345',
  };
  assert.deepEqual(referenceNumbers(subject), ['ZZ900001035', 'PO771']);
  assert.equal(comparableNumber('zz9 0000103 5'), 'ZZ900001035');
});

test('only contexts of the vocabularies are taken for theirs', () => {
  assert.ok(isVocabularyContext('https://w3id.org/traceability/v1'));
  assert.ok(isVocabularyContext('https://test.uncefact.org/vocabulary/untp/dpp/0.6.0/'));
  assert.ok(!isVocabularyContext('https://w3id.org.example/traceability/v1'));
  assert.ok(!isVocabularyContext('https://www.w3.org/ns/credentials/v2'));
});
