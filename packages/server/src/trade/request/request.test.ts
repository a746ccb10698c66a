import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DossierView, RequestSummary, RequestView, WorkItem } from '@portolan/contract';
import { expectOk } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { parseNoteKey, verifyReceipt } from '@portolan/ledger';
import type { Client } from '../../testing/index.ts';
import { answerForm, mangoes, type RequestWorld, requestWorld } from './testing/world.ts';

let world: RequestWorld;
let officer: Client;
let broker: Client;
let importer: Client;
let grower: Client;

before(async () => {
  world = await requestWorld();
  [officer, broker, importer, grower] = (await Promise.all(
    ['agency-officer', 'broker-filer', 'importer-filer', 'grower-signer'].map(world.as),
  )) as [Client, Client, Client, Client];
});
after(() => world.close());

const request = async (client: Client, id: string) =>
  (await client.get<RequestView>(`/api/requests/${id}`)).body;
const dossier = async (client: Client, number: string) =>
  (await client.get<DossierView>(`/api/entries/${number}`)).body;
const receiptsOf = async (client: Client, number: string) =>
  (await client.get<{ receipts: DossierView['receipts'] }>(`/api/entries/${number}/receipt`)).body.receipts;

// 01-usmca-cafta, "RFI": routed at once to importer and broker and the party that holds the evidence.
describe('a request for information', () => {
  let number: string;
  let asked: RequestView;

  const heard: string[] = [];

  before(async () => {
    number = await world.file(1);
    for (const slug of ['agency', 'broker', 'importer', 'grower', 'carrier'])
      world.context.events.subscribe(world.seat(slug).id, ({ kind, ref }) =>
        heard.push(`${slug} ${kind} ${ref}`),
      );
    asked = await world.ask(number, { ...mangoes, note: 'The lot was large for the season.' });
  });

  it('is announced to the portal of every party that was asked, and to nobody else', () => {
    for (const slug of ['agency', 'broker', 'importer', 'grower']) {
      assert.ok(heard.includes(`${slug} request ${asked.id}`), slug);
      assert.ok(heard.includes(`${slug} entry ${number}`), slug);
    }
    assert.ok(!heard.some((event) => event.startsWith('carrier')));
  });

  it('is routed at once to importer, broker and the grower who certified the line', async () => {
    assert.deepEqual(
      asked.recipients.map(({ party, role, state, confidentialAllowed }) => [
        ...[party.slug, role, state, confidentialAllowed],
      ]),
      [
        ['importer', 'importer of record', 'asked', false],
        ['broker', 'filer', 'asked', false],
        ['grower', 'signer of the certification', 'asked', true],
      ],
    );
    for (const client of [importer, broker, grower]) {
      const own = await request(client, asked.id);
      assert.equal(own.mine, true);
      assert.equal(own.line, 3);
      assert.equal(own.whoMoves, 'you');
      assert.deepEqual(own.questions, asked.questions);
      assert.deepEqual(own.may, ['answer', 'extend']);
    }
  });

  it('names the good to its maker and nothing of the entry beside it', async () => {
    const own = await request(grower, asked.id);
    assert.match(own.note ?? '', /^Line 3: .*angoe?s?.*The lot was large for the season\.$/i);
    assert.equal((await grower.get(`/api/entries/${number}`)).status, 404);
    const [row] = await world.rows<{ held: string }>(
      'select row_to_json(r)::text as held from requests r where tenant_id = $1',
      [world.seat('grower').id],
    );
    // Entered value of the mangoes in whole dollars (see the story's arithmetic): no price goes to the grower.
    assert.doesNotMatch(row?.held ?? '', /5,?225|5,?500/);
  });

  it('runs for 30 calendar days from the day it was sent, as its template says', () => {
    assert.equal(asked.askedAt, '2026-06-12T16:00:00.000Z');
    // The last second of 12 July where the agency's calendar counts (New York, daylight saving time).
    assert.equal(asked.due, '2026-07-13T03:59:59.000Z');
    assert.equal(asked.daysLeft, 30);
    assert.equal(asked.state, 'open');
    assert.equal(asked.stateWords, 'Waiting for an answer');
  });

  it('moves the case of every party, and stands in its list of requests and of work', async () => {
    for (const client of [officer, broker, importer]) {
      const { state, openRequests, requests, timeline } = await dossier(client, number);
      assert.equal(state, 'asked');
      assert.equal(openRequests, 1);
      assert.deepEqual(
        requests.map(({ id }) => id),
        [asked.id],
      );
      assert.equal(timeline.filter(({ kind }) => kind === 'asked').length, 1);
    }
    for (const [client, group] of [
      [grower, 'do'],
      [officer, 'wait'],
    ] as const) {
      const list = (await client.get<{ items: RequestSummary[]; total: number }>('/api/requests?q=mango'))
        .body;
      assert.deepEqual(
        list.items.map(({ id }) => id),
        [asked.id],
      );
      assert.equal(list.total, 1);
      const { items } = (await client.get<{ items: WorkItem[] }>('/api/work')).body;
      assert.equal(items.find(({ href }) => href === `/requests/${asked.id}`)?.group, group);
    }
  });

  it('is one leaf of the log, for which every party holds a receipt that verifies offline', async () => {
    const { body: log } = await world.node.anonymous.get<{ key: string }>('/api/log');
    const keys = [expectOk(parseNoteKey(nodeCrypto, log.key))];
    const leaves = await Promise.all(
      [officer, broker, importer, grower].map(async (client) => {
        const leaf = (await receiptsOf(client, number)).find(({ kind }) => kind === 'request');
        const verified = await verifyReceipt(nodeCrypto, leaf?.receipt, { keys });
        assert.ok(verified.ok);
        assert.equal(leaf?.receipt?.statement.digest, leaf?.digest);
        return leaf?.index;
      }),
    );
    assert.equal(new Set(leaves).size, 1);
  });

  it('is audited with the member who opened it', async () => {
    const audited = await world.rows<{ actor: string; detail: { request: string } }>(
      "select actor, detail from audit where tenant_id = $1 and action = 'request.opened'",
      [world.seat('agency').id],
    );
    assert.equal(audited.filter(({ detail }) => detail.request === asked.id).length, 1);
    const [member] = await world.rows<{ name: string }>('select name from members where id = $1', [
      audited[0]?.actor,
    ]);
    assert.equal(member?.name, 'Sample Officer');
  });

  it('is answered for all by one party, in words and with a record, and closed', async () => {
    const record = new TextEncoder().encode('%PDF-1.7 harvest of orchard 7 (sample)');
    const form = answerForm('Grown in our own orchard.', 'all', [{ name: 'harvest.pdf', content: record }]);
    const { status, body } = await grower.post<RequestView>(`/api/requests/${asked.id}/answers`, form);
    assert.equal(status, 201, JSON.stringify(body));
    assert.equal(body.state, 'answered');
    await world.settled();
    for (const client of [officer, broker, importer, grower]) {
      const { state, answers, whoMoves } = await request(client, asked.id);
      assert.equal(state, 'answered');
      assert.equal(whoMoves, client === officer ? 'you' : 'the agency');
      assert.equal(answers[0]?.by.slug, 'grower');
      assert.equal(answers[0]?.text, 'Grown in our own orchard.');
      assert.deepEqual(
        answers[0]?.evidence.map(({ title, type }) => [title, type]),
        [['harvest.pdf', 'Attachment']],
      );
      assert.ok((await receiptsOf(client, number)).some(({ kind, receipt }) => kind === 'answer' && receipt));
    }
    assert.equal((await dossier(importer, number)).state, 'answered');
    const [kept] = await world.rows<{ content: Buffer }>(
      "select content from evidence where tenant_id = $1 and type = 'Attachment'",
      [world.seat('importer').id],
    );
    assert.deepEqual(new Uint8Array(kept?.content ?? []), record);

    const close = { outcome: 'satisfied', reason: 'The mangoes were grown in Mexico.' };
    assert.equal((await officer.post(`/api/requests/${asked.id}/close`, close)).status, 200);
    await world.settled();
    for (const client of [officer, broker, importer, grower]) {
      const closed = await request(client, asked.id);
      assert.equal(closed.state, 'closed');
      assert.equal(closed.whoMoves, 'nobody');
      assert.deepEqual(closed.may, []);
      assert.deepEqual(
        closed.events.map(({ title, by }) => [title, by?.slug]),
        [
          ['Asked', 'agency'],
          ['Answered', 'grower'],
          ['Closed: The mangoes were grown in Mexico.', 'agency'],
        ],
      );
    }
    assert.equal((await dossier(broker, number)).state, 'accepted');
    assert.equal((await dossier(officer, number)).openRequests, 0);
  });
});

describe('opening a request', () => {
  let number: string;
  before(async () => {
    number = await world.file(2);
  });
  const open = (client: Client, body: object, entry = number) =>
    client.post<RequestView>(`/api/entries/${entry}/requests`, body);

  it('is for officers and leads of the agency', async () => {
    assert.deepEqual((await open(broker, mangoes)).codes, ['NODE_AGENCY_ONLY']);
    assert.equal((await open(await world.as('agency-lead'), mangoes)).status, 201);
  });

  it('refuses an unknown template, a field that is not there, and an entry that nobody filed', async () => {
    assert.deepEqual((await open(officer, { ...mangoes, template: 'horoscope' })).codes, [
      'NODE_TEMPLATE_UNKNOWN',
    ]);
    for (const field of ['/lines/9', '/lines/2/colour', 'lines/2'])
      assert.deepEqual((await open(officer, { ...mangoes, field })).codes, ['NODE_FIELD_UNKNOWN'], field);
    assert.deepEqual((await open(officer, mangoes, 'ZZ9-0009999-0')).codes, ['NODE_CASE_UNKNOWN']);
    assert.deepEqual((await open(officer, { ...mangoes, questions: [] })).codes, ['NODE_REQUEST_EMPTY']);
  });

  it('keeps the names of questions that were kept, and adds others', async () => {
    const { body: templates } = await officer.get<{ items: { id: string; questions: { text: string }[] }[] }>(
      '/api/request-templates',
    );
    assert.equal(templates.items.length, 6);
    const [first] = templates.items.find(({ id }) => id === 'preference-claim')?.questions ?? [];
    const questions = [first?.text ?? '', 'Which orchard?'];
    const { body } = await open(officer, { ...mangoes, questions });
    assert.deepEqual(
      body.questions.map(({ id }) => id),
      ['criterion', 'own-2'],
    );
  });

  it('asks the importer alone where the template says that it holds the evidence', async () => {
    const { body } = await open(officer, { template: 'value', field: '/lines/2/enteredValue' });
    assert.deepEqual(
      body.recipients.map(({ party, confidentialAllowed }) => [party.slug, confidentialAllowed]),
      [
        ['importer', true],
        ['broker', false],
      ],
    );
  });

  it('asks about the entry as a whole without a line', async () => {
    const { body } = await open(officer, { template: 'sample', field: '' });
    assert.equal(body.line, undefined);
    assert.equal(body.note, 'The entry as a whole');
    assert.ok(body.recipients.every(({ confidentialAllowed }) => !confidentialAllowed));
  });
});
