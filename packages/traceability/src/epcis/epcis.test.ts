import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type EpcisEvent, readEpcisEvent } from '@portolan/documents';
import { expectOk, instant, type JsonObject, type JsonValue } from '@portolan/kernel';
import fc from 'fast-check';
import type { FlowEvent } from '../event/event.ts';
import { replay } from '../replay/replay.ts';
import { flow, history, minute, stock, transfer, voided } from '../testing/index.ts';
import { epcisOf, traceEventsOfEpcis } from './index.ts';

const heading = { by: 'did:example:mill', knownAt: instant('2026-06-01T00:00:00Z'), id: 'urn:uuid:1' };
const LOT = 'urn:epc:class:lgtin:0614141.107346.A1';
const context = { portolan: 'https://portolan.example/epcis/' };

function read(value: JsonObject): EpcisEvent {
  return expectOk(readEpcisEvent({ '@context': context, ...value } as JsonValue));
}

const at = { eventTime: '2026-06-01T08:00:00.000-06:00', eventTimeZoneOffset: '-06:00' };
const lots = (quantity: number, uom?: string): JsonValue => [
  { epcClass: LOT, quantity, ...(uom ? { uom } : {}) },
];
const traceOf = (value: JsonObject) => traceEventsOfEpcis(read({ ...at, ...value }), heading);
const codesOf = (value: JsonObject) => {
  const result = traceOf(value);
  return result.ok ? [] : result.refusals.map(({ code }) => code);
};

describe('EPCIS events as trace events', () => {
  it('commissioning makes a lot of its class, at its moment in UTC', () => {
    const [event] = expectOk(
      traceOf({
        type: 'ObjectEvent',
        action: 'ADD',
        bizStep: 'commissioning',
        quantityList: lots(12.5, 'KGM'),
      }),
    );
    assert.equal(event?.at, '2026-06-01T14:00:00.000Z');
    assert.deepEqual((event as FlowEvent).outputs, [
      {
        lot: LOT,
        quantity: { value: '12.5', unit: 'KGM' },
        commodity: 'urn:epc:class:lgtin:0614141.107346',
        owner: heading.by,
        custodian: heading.by,
      },
    ]);
  });

  it('a transformation that gives less names the difference as a loss that nobody stated', () => {
    const [event] = expectOk(
      traceOf({
        type: 'TransformationEvent',
        inputQuantityList: lots(1000.5, 'KGM'),
        outputQuantityList: [
          { epcClass: 'urn:epc:class:lgtin:0614141.107347.B1', quantity: 620, uom: 'KGM' },
        ],
      }),
    );
    assert.deepEqual((event as FlowEvent).losses, [
      { quantity: { value: '380.5', unit: 'KGM' }, reason: 'not stated in the event' },
    ]);
  });

  it('owning and possessing parties move title and custody, lot by lot', () => {
    const party = (type: string, key: string, id: string) => ({ type, [key]: id });
    const events = expectOk(
      traceOf({
        type: 'ObjectEvent',
        action: 'OBSERVE',
        bizStep: 'shipping',
        epcList: ['urn:epc:id:sgtin:0614141.107346.2017', 'urn:epc:id:sgtin:0614141.107346.2018'],
        sourceList: [
          party('owning_party', 'source', 'did:example:a'),
          party('possessing_party', 'source', 'did:example:a'),
        ],
        destinationList: [
          party('owning_party', 'destination', 'did:example:b'),
          party('possessing_party', 'destination', 'did:example:c'),
        ],
      }),
    );
    assert.deepEqual(
      events.map((event) => [event.kind, event.id, 'to' in event ? event.to : '']),
      [
        ['title', 'urn:uuid:1', 'did:example:b'],
        ['title', 'urn:uuid:1#2', 'did:example:b'],
        ['custody', 'urn:uuid:1#3', 'did:example:c'],
        ['custody', 'urn:uuid:1#4', 'did:example:c'],
      ],
    );
  });

  it('destroying loses, decommissioning takes out, stock taking measures', () => {
    const kindOf = (value: JsonObject) => expectOk(traceOf(value)).map(({ kind }) => kind);
    const quantityList = lots(3);
    assert.deepEqual(kindOf({ type: 'ObjectEvent', action: 'DELETE', bizStep: 'destroying', quantityList }), [
      'lose',
    ]);
    assert.deepEqual(
      kindOf({ type: 'ObjectEvent', action: 'DELETE', bizStep: 'decommissioning', quantityList }),
      ['consume'],
    );
    assert.deepEqual(
      kindOf({ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'stock_taking', quantityList }),
      ['measure'],
    );
  });

  it('an error declaration takes back what the repeated event said', () => {
    const told = {
      type: 'ObjectEvent',
      action: 'ADD',
      eventID: 'urn:uuid:9',
      quantityList: lots(5, 'KGM'),
    };
    const first = expectOk(traceOf(told));
    const second = expectOk(
      traceOf({
        ...told,
        errorDeclaration: { declarationTime: '2026-06-02T00:00:00Z', reason: 'did_not_occur' },
      }),
    );
    assert.equal(replay(first).lots.size, 1);
    assert.equal(replay([...second, ...first]).lots.size, 0);
  });

  it('packing and plain observation are no flow; a lot without a quantity is said', () => {
    assert.deepEqual(
      codesOf({ type: 'AggregationEvent', action: 'ADD', parentID: 'urn:epc:id:sscc:0614141.1234567890' }),
      ['TRACE_EPCIS_NO_FLOW'],
    );
    assert.deepEqual(
      codesOf({ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'receiving', quantityList: lots(1) }),
      ['TRACE_EPCIS_NO_FLOW'],
    );
    assert.deepEqual(codesOf({ type: 'ObjectEvent', action: 'ADD', quantityList: [{ epcClass: LOT }] }), [
      'TRACE_EPCIS_NO_QUANTITY',
    ]);
  });
});

describe('trace events as EPCIS events', () => {
  const back = (value: JsonObject) => traceEventsOfEpcis(read(value), heading);

  it('come back exactly, with digits that a JSON number loses', () => {
    const coil = flow({
      id: 'pour 1',
      at: 0,
      kind: 'produce',
      outputs: [{ lot: 'heat 4711', quantity: '100000.000000000000001' }],
    });
    for (const event of [coil, stock({ id: 's', at: 2, lot: 'heat 4711', quantity: '1' })])
      assert.deepEqual(back(expectOk(epcisOf(event))), {
        ok: true,
        value: [{ ...event, knownAt: heading.knownAt, by: heading.by }],
      });
    const sale = transfer({ id: 't', at: 3, lot: 'heat 4711', from: 'did:example:mill', to: 'Sample Yard' });
    assert.deepEqual(expectOk(back(expectOk(epcisOf(sale))))[0], { ...sale, knownAt: heading.knownAt });
  });

  it('whatever history is sent, its replay stays the same', () => {
    fc.assert(
      fc.property(history, (events) => {
        const again = events.flatMap((event) =>
          expectOk(traceEventsOfEpcis(read(expectOk(epcisOf(event))), { ...event, id: event.id })),
        );
        assert.deepEqual(again, events);
      }),
      { numRuns: 20 },
    );
  });

  it('are refused where the event around them says something else', () => {
    const event = flow({ id: 'p', at: 0, kind: 'produce', outputs: [{ lot: 'heat 1', quantity: '10' }] });
    const said = expectOk(epcisOf(event));
    const changed = {
      ...said,
      quantityList: [{ epcClass: 'urn:portolan:lot:heat%201', quantity: 11, uom: 'KGM' }],
    };
    const result = back(changed);
    assert.deepEqual(result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path}`), [
      'TRACE_EPCIS_CONTRADICTS /quantityList',
    ]);
  });

  it('a void repeats what it takes back, and is refused alone', () => {
    const event = flow({ id: 'p', at: 0, kind: 'produce', outputs: [{ lot: 'heat 1', quantity: '10' }] });
    const taken = voided({ id: 'v', at: 1, corrects: 'p' });
    assert.equal(epcisOf(taken).ok, false);
    const [again] = expectOk(back(expectOk(epcisOf(taken, event))));
    assert.deepEqual([again?.kind, again?.corrects, again?.at], ['void', 'p', minute(1)]);
  });
});
