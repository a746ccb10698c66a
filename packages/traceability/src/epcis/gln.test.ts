import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EpcisEvent, readEpcisEvent } from '@portolan/documents';
import { expectOk, instant } from '@portolan/kernel';
import { glnOf, traceEventsOfEpcis } from './index.ts';

test('a party is named by its global location number as EPC or Digital Link; nothing else is a number', () => {
  // 0614141 is GS1's own example prefix; its check digit by the General Specifications, section 7.9.
  assert.equal(glnOf('urn:epc:id:pgln:0614141.00001'), '0614141000012');
  assert.equal(glnOf('urn:epc:id:sgln:0614141.00001.0'), '0614141000012');
  assert.equal(glnOf('https://id.gs1.org/417/0614141000012'), '0614141000012');
  assert.equal(glnOf('https://id.example/trade/414/0614141000012'), '0614141000012');
  for (const other of [
    'urn:epc:id:pgln:0614141.0001',
    'urn:epc:id:sgln:0614141.00001.400',
    'https://id.gs1.org/417/0614141000013',
    'https://id.gs1.org/414/0614141000012/254/32a',
    'did:example:mill',
  ])
    assert.equal(glnOf(other), undefined, other);
});

test('parties of a transfer are who the caller knows by that name; an unknown one stays as it was named', () => {
  const party = (key: string, id: string) => [{ type: 'owning_party', [key]: id }];
  const event = expectOk(
    readEpcisEvent({
      ...{ '@context': {}, type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'shipping' },
      ...{ eventTime: '2026-06-01T08:00:00Z', eventTimeZoneOffset: '+00:00' },
      epcList: ['urn:epc:id:sgtin:0614141.107346.2017'],
      sourceList: party('source', 'urn:epc:id:pgln:0614141.00001'),
      destinationList: party('destination', 'urn:epc:id:pgln:0614141.00002'),
    }),
  ) as EpcisEvent;
  const heading = { by: 'did:example:mill', knownAt: instant('2026-06-02T00:00:00Z'), id: 'urn:uuid:1' };
  const known = new Map([['0614141000012', 'did:example:mill']]);
  const partyOf = (uri: string) => known.get(glnOf(uri) ?? '');
  const [moved] = expectOk(traceEventsOfEpcis(event, { ...heading, partyOf }));
  assert.deepEqual(moved && 'from' in moved ? [moved.from, moved.to] : [], [
    'did:example:mill',
    'urn:epc:id:pgln:0614141.00002',
  ]);
});
