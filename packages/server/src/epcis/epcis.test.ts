import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { EpcisJob, EpcisQueryDocument } from '@portolan/contract';
import type { Client } from '../testing/client.ts';
import { type TestNode, testNode } from '../testing/node.ts';

let node: TestNode;
let broker: Client;
let importer: Client;

before(async () => {
  node = await testNode({ sample: 'seats' });
  [broker, importer] = await Promise.all([node.as('broker-filer'), node.as('importer-filer')]);
});
after(() => node.close());

const minute = (number: number) => `2026-06-10T08:${String(number).padStart(2, '0')}:00.000-06:00`;
const item = (serial: string) => `urn:epc:id:sgtin:0614141.107346.${serial}`;

function event(serial: string, more: object = {}): object {
  return {
    type: 'ObjectEvent',
    eventTime: minute(0),
    eventTimeZoneOffset: '-06:00',
    epcList: [item(serial)],
    action: 'OBSERVE',
    bizStep: 'shipping',
    ...more,
  };
}

function documentOf(...events: object[]): object {
  return {
    '@context': [
      'https://ref.gs1.org/standards/epcis/epcis-context.jsonld',
      { sample: 'https://sample.portolan.example/' },
    ],
    ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-06-12T00:00:00.000Z' },
    epcisBody: { eventList: events },
  };
}

async function capture(
  client: Client,
  document: object,
  headers: Record<string, string> = {},
): Promise<EpcisJob> {
  const { status, headers: answered } = await client.post('/epcis/capture', document, headers);
  assert.equal(status, 202);
  return (await client.get<EpcisJob>(answered.get('location') ?? '')).body;
}

async function serials(client: Client, query: string): Promise<string[]> {
  const { body } = await client.get<EpcisQueryDocument>(`/epcis/events?${query}`);
  return body.epcisBody.queryResults.resultsBody.eventList.map((found) =>
    String((found.epcList as string[])[0]).slice(item('').length),
  );
}

suite('capture', () => {
  test('a document becomes a job that succeeded, and its events are found', async () => {
    const job = await capture(broker, documentOf(event('c1'), event('c2', { 'sample:temperature': 4 })));
    assert.deepEqual([job.success, job.running, job.errors], [true, false, []]);
    assert.deepEqual(await serials(broker, `MATCH_epc=${item('c1')}`), ['c1']);
  });

  test('capturing the same twice is capturing it once', async () => {
    const document = documentOf(event('twice'));
    assert.ok((await capture(broker, document)).success);
    assert.ok((await capture(broker, document)).success);
    assert.deepEqual(await serials(broker, `MATCH_epc=${item('twice')}`), ['twice']);
  });

  test('one bad event: rollback keeps nothing, proceed keeps the others; each fault is an error of the job', async () => {
    const document = (name: string) =>
      documentOf(event(name), event(`${name}-bad`, { bizStep: 'transforming' }));
    const rolledBack = await capture(broker, document('r'));
    assert.equal(rolledBack.success, false);
    assert.equal(rolledBack.captureErrorBehaviour, 'rollback');
    assert.deepEqual(
      rolledBack.errors.map(({ type, instance }) => [type, instance]),
      [['epcisException:ValidationException', '/epcisBody/eventList/1/bizStep']],
    );
    assert.deepEqual(await serials(broker, `MATCH_epc=${item('r')}`), []);
    const proceeded = await capture(broker, document('p'), { 'gs1-capture-error-behaviour': 'proceed' });
    assert.equal(proceeded.success, false);
    assert.equal(proceeded.errors.length, 1);
    assert.deepEqual(await serials(broker, `MATCH_epc=${item('p')}`), ['p']);
  });

  test('another event under a name that is taken is an error, and the first stays', async () => {
    const eventID = 'urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8';
    assert.ok((await capture(broker, documentOf(event('named', { eventID })))).success);
    const second = await capture(broker, documentOf(event('other', { eventID }), event('beside')));
    assert.deepEqual(
      second.errors.map(({ type }) => type),
      ['epcisException:ResourceAlreadyExistsException'],
    );
    const { body } = await broker.get<{ epcList: string[] }>(`/epcis/events/${encodeURIComponent(eventID)}`);
    assert.deepEqual(body.epcList, [item('named')]);
    assert.deepEqual(await serials(broker, `MATCH_epc=${item('beside')}`), []);
  });

  test('what is no EPCIS document is refused at once, in the form of the standard', async () => {
    const { status, body, codes } = await broker.post<{ type: string }>('/epcis/capture', {
      type: 'EPCISDocument',
    });
    assert.deepEqual(
      [status, body.type, codes],
      [400, 'epcisException:ValidationException', ['DOC_EPCIS_CONTEXT']],
    );
    const behaviour = { 'gs1-capture-error-behaviour': 'ignore' };
    assert.equal((await broker.post('/epcis/capture', documentOf(event('x')), behaviour)).status, 400);
    const missing = await broker.get<{ type: string }>('/epcis/capture/none');
    assert.deepEqual([missing.status, missing.body.type], [404, 'epcisException:NoSuchResourceException']);
  });

  test('one event alone is captured at once and named', async () => {
    const { status, headers, body } = await broker.post<{ eventID: string }>(
      '/epcis/events',
      event('single'),
    );
    assert.equal(status, 201);
    assert.match(body.eventID, /^urn:uuid:[0-9a-f-]{36}$/);
    assert.equal((await broker.get(headers.get('location') ?? '')).status, 200);
    assert.equal((await broker.post('/epcis/events', event('bad', { action: 'CREATE' }))).status, 400);
  });

  test('jobs are listed page by page', async () => {
    const first = await broker.get<EpcisJob[]>('/epcis/capture?perPage=2');
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await broker.get<EpcisJob[]>(next);
    assert.equal(new Set([...first.body, ...second.body].map(({ captureID }) => captureID)).size, 4);
  });
});

suite('query', () => {
  before(async () => {
    const many = Array.from({ length: 7 }, (_, index) =>
      event(`q${index}`, {
        ...{
          eventTime: minute(index + 1),
          bizStep: 'urn:epcglobal:cbv:bizstep:packing',
          disposition: 'in_progress',
        },
        ...{ readPoint: { id: 'urn:epc:id:sgln:0614141.07346.1' } },
        bizTransactionList: [{ type: 'po', bizTransaction: `urn:sample:po:${index}` }],
      }),
    );
    assert.ok((await capture(importer, documentOf(...many))).success);
  });

  test('pages follow each other without gap or repeat, in either order', async () => {
    for (const [direction, expected] of [
      ['ASC', ['q0', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6']],
      ['DESC', ['q6', 'q5', 'q4', 'q3', 'q2', 'q1', 'q0']],
    ] as const) {
      const seen: string[] = [];
      let address = `/epcis/events?EQ_bizStep=packing&perPage=3&orderBy=eventTime&orderDirection=${direction}`;
      while (address !== '') {
        const { body, headers } = await importer.get<EpcisQueryDocument>(address);
        seen.push(
          ...body.epcisBody.queryResults.resultsBody.eventList.map(({ epcList }) =>
            String((epcList as string[])[0]).slice(item('').length),
          ),
        );
        address = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1] ?? '';
      }
      assert.deepEqual(seen, expected);
    }
  });

  test('times, words, places and transactions are looked for', async () => {
    const window = `GE_eventTime=${encodeURIComponent(minute(2))}&LT_eventTime=${encodeURIComponent(minute(4))}`;
    assert.deepEqual(await serials(importer, window), ['q2', 'q1']);
    assert.deepEqual(await serials(importer, 'EQ_bizTransaction_po=urn:sample:po:3'), ['q3']);
    assert.equal((await serials(importer, 'EQ_readPoint=urn:epc:id:sgln:0614141.07346.1|x')).length, 7);
    assert.deepEqual(await serials(importer, 'EQ_action=ADD'), []);
    assert.equal((await serials(importer, 'eventType=ObjectEvent&EQ_disposition=in_progress')).length, 7);
  });

  test('patterns, corrections, lasting dispositions and fields of other vocabularies are looked for', async () => {
    const corrected = {
      declarationTime: '2026-06-11T00:00:00.000Z',
      reason: 'incorrect_data',
      correctiveEventIDs: ['urn:uuid:404d95fc-9457-4a51-bd6a-0bba133845a9'],
    };
    const captured = await capture(
      broker,
      documentOf(
        event('x1', { 'sample:heat': 4.5, 'sample:place': { 'sample:row': 'B' } }),
        event('x2', { 'sample:heat': 9, errorDeclaration: corrected }),
        event('x3', { persistentDisposition: { set: ['urn:epcglobal:cbv:disp:completeness_verified'] } }),
      ),
    );
    assert.deepEqual(captured.errors, []);
    const cases: readonly [string, readonly string[]][] = [
      ['GE_sample:heat=4.5&LT_sample:heat=9', ['x1']],
      ['EQ_sample:heat=9', ['x2']],
      ['EXISTS_sample:heat=', ['x1', 'x2']],
      ['EQ_sample:row=B', []],
      ['EQ_INNER_sample:row=A|B', ['x1']],
      ['EXISTS_errorDeclaration=', ['x2']],
      ['EQ_errorReason=incorrect_data', ['x2']],
      ['EQ_correctiveEventID=urn:uuid:404d95fc-9457-4a51-bd6a-0bba133845a9', ['x2']],
      ['GE_errorDeclarationTime=2026-06-11T00:00:00Z', ['x2']],
      ['LT_errorDeclarationTime=2026-06-11T00:00:00Z', []],
      ['EQ_persistentDisposition_set=completeness_verified', ['x3']],
      ['EQ_persistentDisposition_unset=completeness_verified', []],
    ];
    for (const [query, expected] of cases)
      assert.deepEqual((await serials(broker, `${query}&perPage=100`)).toSorted(), expected, query);
    const all = await serials(broker, 'perPage=100');
    for (const pattern of ['urn:epc:idpat:sgtin:0614141.107346.*', 'urn:epc:idpat:sgtin:0614141.*.*'])
      assert.equal((await serials(broker, `MATCH_epc=${pattern}&perPage=100`)).length, all.length);
    assert.deepEqual(await serials(broker, 'MATCH_anyEPC=urn:epc:idpat:sgtin:0614141.107347.*'), []);
    assert.equal((await broker.get('/epcis/events?GE_sample:heat=warm')).status, 400);
  });

  test('a limit cuts the answer, a maximum refuses it', async () => {
    assert.equal((await serials(importer, 'eventCountLimit=4&perPage=10')).length, 4);
    const tooMany = await importer.get<{ type: string }>('/epcis/events?maxEventCount=3');
    assert.deepEqual([tooMany.status, tooMany.body.type], [413, 'epcisException:QueryTooLargeException']);
    assert.equal((await importer.get('/epcis/events?maxEventCount=7')).status, 200);
  });

  test('unknown parameters, bad times and foreign tokens are refused, not passed over', async () => {
    for (const query of ['EQ_colour=red', 'GE_eventTime=yesterday', 'nextPageToken=abc', 'orderBy=colour']) {
      const { status, body } = await importer.get<{ type: string }>(`/epcis/events?${query}`);
      assert.equal(status >= 400 && status < 500, true, query);
      assert.match(body.type, /^epcisException:/);
    }
  });

  test('the values that events have are listed, and each leads to its events', async () => {
    const { body } = await importer.get<{ '@set': string[] }>('/epcis/bizSteps');
    assert.deepEqual(body['@set'], ['packing']);
    const { body: objects } = await importer.get<{ '@set': string[] }>('/epcis/epcs?perPage=2');
    assert.deepEqual(objects['@set'], [item('q0'), item('q1')]);
    const events = await importer.get<EpcisQueryDocument>(
      `/epcis/epcs/${encodeURIComponent(item('q1'))}/events`,
    );
    assert.equal(events.body.epcisBody.queryResults.resultsBody.eventList.length, 1);
  });

  test('another organization sees none of it, and nobody without signing in', async () => {
    assert.deepEqual(await serials(broker, `MATCH_anyEPC=${item('q1')}`), []);
    assert.equal((await node.anonymous.get('/epcis/events')).status, 401);
    assert.equal((await node.anonymous.post('/epcis/capture', documentOf(event('z')))).status, 401);
  });

  test('every answer names the version of the standard', async () => {
    const { headers } = await importer.get('/epcis/events?perPage=1');
    assert.deepEqual([headers.get('gs1-epcis-version'), headers.get('gs1-cbv-version')], ['2.0.0', '2.0.0']);
  });
});
