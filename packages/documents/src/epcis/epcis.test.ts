import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk, type JsonObject, type JsonValue } from '@portolan/kernel';
import fc from 'fast-check';
import { maxEpcisEvents, readEpcisDocument, readEpcisEvent, readEpcisEvents } from './index.ts';
import { sampleEpcisDocument, sampleEvent, sampleTransformation } from './testing/events.ts';

function codesOf(event: JsonObject): string[] {
  const read = readEpcisEvent(event);
  return read.ok ? [] : read.refusals.map(({ code, path }) => `${code} ${path}`);
}

test('an event is read: times in UTC, standard words bare, places by their id', () => {
  const event = expectOk(readEpcisEvent(sampleEvent({ bizStep: 'urn:epcglobal:cbv:bizstep:shipping' })));
  assert.equal(event.eventTime, '2026-06-10T14:30:00.000Z');
  assert.equal(event.zone, '-06:00');
  assert.equal(event.bizStep, 'shipping');
  assert.equal(event.readPoint, 'urn:epc:id:sgln:0614141.07346.1234');
  assert.deepEqual(event.epcs, ['urn:epc:id:sgtin:0614141.107346.2017']);
});

test('quantities stay exact decimal text', () => {
  const { inputQuantities, outputQuantities } = expectOk(readEpcisEvent(sampleTransformation()));
  assert.deepEqual(inputQuantities, [
    { epcClass: 'urn:epc:class:lgtin:0614141.107346.A1', quantity: '1000.5', uom: 'KGM' },
  ]);
  assert.equal(outputQuantities[0]?.quantity, '620');
});

test('the three ways to write a standard word mean the same, and a URI of one’s own stays', () => {
  for (const bizStep of [
    'packing',
    'urn:epcglobal:cbv:bizstep:packing',
    'https://ref.gs1.org/cbv/BizStep-packing',
  ])
    assert.equal(expectOk(readEpcisEvent(sampleEvent({ bizStep }))).bizStep, 'packing');
  const own = 'https://sample.portolan.example/steps/gutting';
  assert.equal(expectOk(readEpcisEvent(sampleEvent({ bizStep: own }))).bizStep, own);
  assert.deepEqual(codesOf(sampleEvent({ bizStep: 'https://ref.gs1.org/cbv/BizStep-gutting' })), [
    'DOC_EPCIS_CHOICE /bizStep',
  ]);
});

test('each fault has its code and its place', () => {
  const { action: _, ...withoutAction } = sampleEvent();
  assert.deepEqual(codesOf(withoutAction), ['DOC_EPCIS_MISSING /action']);
  assert.deepEqual(codesOf(sampleEvent({ epcList: [] })), ['DOC_EPCIS_NO_IDENTIFIER ']);
  assert.deepEqual(codesOf(sampleEvent({ epcList: ['not a uri'] })), ['DOC_EPCIS_URI /epcList/0']);
  assert.deepEqual(codesOf(sampleEvent({ eventTime: '2026-06-10T08:30:00' })), ['DOC_EPCIS_TIME /eventTime']);
  assert.deepEqual(codesOf(sampleEvent({ eventTimeZoneOffset: 'CST' })), [
    'DOC_EPCIS_KIND /eventTimeZoneOffset',
  ]);
  assert.deepEqual(codesOf(sampleEvent({ temperature: 4 })), ['DOC_EPCIS_FIELD_UNKNOWN /temperature']);
  assert.deepEqual(codesOf(sampleEvent({ 'other:temperature': 4 })), ['DOC_EPCIS_PREFIX /other:temperature']);
  assert.deepEqual(codesOf({ ...sampleEvent(), type: 'QuantityEvent' }), ['DOC_EPCIS_EVENT_TYPE /type']);
  assert.deepEqual(codesOf(sampleEvent({ readPoint: 'urn:epc:id:sgln:1.2.3' })), [
    'DOC_EPCIS_KIND /readPoint',
  ]);
});

test('fields of one’s own need a declared prefix, of the document or of the event', () => {
  const own = sampleEvent({ 'sample:temperature': 4 });
  assert.ok(readEpcisDocument(sampleEpcisDocument(own)).ok);
  assert.ok(!readEpcisEvent(own).ok);
  const declared = { ...own, '@context': [{ sample: 'https://sample.portolan.example/epcis/' }] };
  assert.ok(readEpcisEvent(declared).ok);
});

test('one bad event of a document is its own fault', () => {
  const reading = expectOk(
    readEpcisEvents(
      sampleEpcisDocument(sampleEvent(), sampleEvent({ action: 'CREATE' }), sampleTransformation()),
    ),
  );
  assert.deepEqual(
    reading.results.map(({ ok }) => ok),
    [true, false, true],
  );
});

test('the frame is checked: context, type, version, date, number of events', () => {
  const good = sampleEpcisDocument(sampleEvent());
  const code = (value: JsonValue) => {
    const read = readEpcisDocument(value);
    return read.ok ? '' : read.refusals[0]?.code;
  };
  assert.equal(code({ ...good, '@context': 'https://schema.org' }), 'DOC_EPCIS_CONTEXT');
  assert.equal(code({ ...good, type: 'Document' }), 'DOC_EPCIS_DOCUMENT');
  assert.equal(code({ ...good, schemaVersion: '1.2' }), 'DOC_EPCIS_DOCUMENT');
  assert.equal(code({ ...good, creationDate: 'yesterday' }), 'DOC_EPCIS_DOCUMENT');
  assert.equal(code({ ...good, epcisBody: {} }), 'DOC_EPCIS_DOCUMENT');
  const many = Array.from({ length: maxEpcisEvents + 1 }, () => sampleEvent());
  assert.equal(code(sampleEpcisDocument(...many)), 'DOC_EPCIS_TOO_MANY');
});

test('whatever JSON comes, reading answers and never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      readEpcisDocument(value as JsonValue);
      readEpcisEvent({ ...sampleEvent(), ilmd: value as JsonValue, sensorElementList: value as JsonValue });
    }),
  );
});
