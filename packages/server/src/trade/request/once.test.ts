import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { RequestView } from '@portolan/contract';
import { type JsonObject, toBase64, utf8 } from '@portolan/kernel';
import { readStoredEnvelope } from '../../exchange/envelope.ts';
import { withTransaction } from '../../platform/transaction.ts';
import type { Client } from '../../testing/index.ts';
import { answerForm, mangoes, type RequestWorld, requestWorld } from './testing/world.ts';

let world: RequestWorld;
let number: string;
let officer: Client;
let broker: Client;
let importer: Client;
let grower: Client;

before(async () => {
  world = await requestWorld();
  [officer, broker, importer, grower] = (await Promise.all(
    ['agency-officer', 'broker-filer', 'importer-filer', 'grower-signer'].map(world.as),
  )) as [Client, Client, Client, Client];
  number = await world.file(21);
});
after(() => world.close());

const answer = (client: Client, id: string, text: string, files?: Parameters<typeof answerForm>[2]) =>
  client.post<RequestView>(`/api/requests/${id}/answers`, answerForm(text, 'all', files));
const view = async (client: Client, id: string) =>
  (await client.get<RequestView>(`/api/requests/${id}`)).body;
const answersIn = (id: string) =>
  world.rows<{ slug: string; answered_by: string; message: string }>(
    `select t.slug, a.answered_by, a.message from request_answers a join tenants t on t.id = a.tenant_id
     where a.request_id = $1 order by t.slug`,
    [id],
  );

/** Sends an envelope past the services; answers the codes with which the agency refuses it. */
async function refusedTo(
  slug: string,
  { body, thread, kind }: { body: object; thread: string; kind: 'answer' | 'request' },
  to = 'agency',
): Promise<string[]> {
  const { exchange, pool } = world.context;
  const moment = { at: world.now(), story: false };
  const message = {
    to: world.seat(to).did,
    thread,
    kind,
    body: body as JsonObject,
    attachments: [],
    moment,
  };
  const sealed = await withTransaction(pool, (tx) =>
    exchange.send(tx, [{ from: world.seat(slug), ...message }]),
  );
  const [delivery] = (await exchange.deliver(sealed)).values();
  return delivery?.refusals.map(({ code }) => code) ?? [];
}

async function threadOf(id: string): Promise<string> {
  const [row] = await world.rows<{ thread_id: string }>(
    'select thread_id from requests where request_id = $1',
    [id],
  );
  assert.ok(row);
  return row.thread_id;
}

describe('two answers to one request', () => {
  it('are one: the second is refused, from another party and from the same', async () => {
    const { id } = await world.ask(number);
    assert.equal((await answer(grower, id, 'First.')).status, 201);
    await world.settled();
    for (const client of [broker, importer, grower]) {
      const second = await answer(client, id, 'Second.');
      assert.equal(second.status, 409);
      assert.deepEqual(second.codes, ['NODE_REQUEST_ANSWERED']);
    }
    assert.deepEqual(new Set((await answersIn(id)).map(({ message }) => message)), new Set(['First.']));
  });

  it('are one when two parties answer at the same moment: one wins everywhere, the other is refused', async () => {
    const opened = await Promise.all(Array.from({ length: 6 }, () => world.ask(number)));
    await world.settled();
    for (const { id } of opened) {
      const record = { name: `importer-${id}.txt`, content: `Only with the importer's answer ${id}.` };
      const outcomes = await Promise.all([
        answer(grower, id, 'From the grower.'),
        answer(importer, id, 'From the importer.', [record]),
      ]);
      assert.deepEqual(outcomes.map(({ status }) => status).sort(), [201, 409]);
      assert.deepEqual(
        outcomes.flatMap(({ codes }) => codes),
        ['NODE_REQUEST_ANSWERED'],
      );
      await world.settled();
      const won = outcomes[0]?.status === 201 ? 'grower' : 'importer';
      const held = await answersIn(id);
      assert.equal(held.length, 4);
      for (const { slug, answered_by, message } of held) {
        assert.equal(answered_by, world.seat(won).did, slug);
        assert.equal(message, `From the ${won}.`, slug);
      }
      const loser = won === 'grower' ? importer : grower;
      const { state, events } = await view(loser, id);
      assert.equal(state, 'answered');
      assert.ok(events.some(({ title }) => title.startsWith('Answer not taken')));
      if (won === 'grower') assert.ok(!(await world.everythingOf('agency')).includes(`answer ${id}`));
    }
  });

  it('are one when two members of one organization answer at the same moment', async () => {
    const { id } = await world.ask(number);
    const other = await world.as('importer-signer');
    const outcomes = await Promise.all([answer(importer, id, 'One.'), answer(other, id, 'Two.')]);
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), [201, 409]);
    await world.settled();
    assert.equal(new Set((await answersIn(id)).map(({ message }) => message)).size, 1);
  });

  it('are refused after the request was closed', async () => {
    const { id } = await world.ask(number);
    const done = { outcome: 'satisfied', reason: 'Found in another file.' };
    assert.equal((await officer.post(`/api/requests/${id}/close`, done)).status, 200);
    await world.settled();
    assert.deepEqual((await answer(grower, id, 'Late.')).codes, ['NODE_STATE']);
    assert.deepEqual((await officer.post(`/api/requests/${id}/close`, done)).codes, ['NODE_STATE']);
  });

  it('are refused in a round that is over', async () => {
    const { id } = await world.ask(number);
    assert.equal((await answer(importer, id, 'We think so.')).status, 201);
    const escalate = { to: 'exporter', reason: 'Thinking is not knowing.' };
    assert.equal((await officer.post(`/api/requests/${id}/escalate`, escalate)).status, 200);
    await world.settled();
    const body = {
      act: 'answer',
      requestId: id,
      round: 1,
      disclosure: 'all',
      text: 'We know.',
      evidence: [],
    };
    const late = { body, thread: await threadOf(id), kind: 'answer' as const };
    assert.deepEqual(await refusedTo('broker', late), ['NODE_REQUEST_ROUND_OVER']);
    assert.equal((await answer(grower, id, 'Picked by us.')).status, 201);
  });
});

describe('who may answer', () => {
  let asked: RequestView;
  before(async () => {
    asked = await world.ask(number);
  });

  it('is not a member who may only look, nor the agency', async () => {
    const viewer = await world.as('broker-viewer');
    assert.deepEqual((await answer(viewer, asked.id, 'Me.')).codes, ['NODE_ROLE_REQUIRED']);
    assert.deepEqual((await answer(officer, asked.id, 'Me.')).codes, ['NODE_TRADE_ONLY']);
    assert.deepEqual((await view(viewer, asked.id)).may, []);
    const extend = { days: 5, reason: 'Looking.' };
    assert.deepEqual((await viewer.post(`/api/requests/${asked.id}/extend`, extend)).codes, [
      'NODE_ROLE_REQUIRED',
    ]);
  });

  it('is nobody whom the request was not put to: it is not found', async () => {
    for (const member of ['juicer-signer', 'carrier-signer']) {
      const client = await world.as(member);
      assert.equal((await client.get(`/api/requests/${asked.id}`)).status, 404);
      assert.deepEqual((await answer(client, asked.id, 'Me too.')).codes, ['NODE_CASE_UNKNOWN']);
      const extend = { days: 5, reason: 'Looking.' };
      assert.deepEqual((await client.post(`/api/requests/${asked.id}/extend`, extend)).codes, [
        'NODE_CASE_UNKNOWN',
      ]);
    }
    assert.equal((await grower.get(`/api/requests/${randomUUID()}`)).status, 404);
    assert.equal((await grower.get('/api/requests/none')).status, 404);
  });

  it('is not a stranger who signs an envelope of its own', async () => {
    const thread = await threadOf(asked.id);
    const body = {
      act: 'answer',
      requestId: asked.id,
      round: 1,
      disclosure: 'all',
      text: 'Mine.',
      evidence: [],
    };
    const refusals = await refusedTo('carrier', { body, thread, kind: 'answer' });
    assert.deepEqual(refusals, ['NODE_REQUEST_NOT_YOURS']);
    const elsewhere = await refusedTo('grower', { body, thread: randomUUID(), kind: 'answer' });
    assert.deepEqual(elsewhere, ['NODE_CASE_UNKNOWN']);
    const empty = { ...body, text: ' ' };
    const nothing = await refusedTo('grower', { body: empty, thread, kind: 'answer' });
    assert.deepEqual(nothing, ['NODE_ANSWER_EMPTY']);
    const digest = `sha256:${'0'.repeat(64)}`;
    const named = { ...body, evidence: [{ digest, title: 'Nowhere', type: 'Attachment' }] };
    assert.deepEqual(await refusedTo('grower', { body: named, thread, kind: 'answer' }), [
      'NODE_ANSWER_EVIDENCE',
    ]);
    assert.equal((await answersIn(asked.id)).length, 0);
  });

  it('answers with words or a document that is one', async () => {
    const refusedWith = async (text: string, files: Parameters<typeof answerForm>[2] = []) =>
      (await answer(grower, asked.id, text, files)).codes;
    assert.deepEqual(await refusedWith('  '), ['NODE_ANSWER_EMPTY']);
    const page = { name: 'page.html', content: '<script>alert(1)</script>' };
    assert.notDeepEqual(await refusedWith('See it.', [page]), []);
    const cut = { name: 'certificate.json', content: '{"type": "Certificat' };
    assert.match((await refusedWith('See it.', [cut]))[0] ?? '', /^(KERNEL|DOC)_/);
    const program = { name: 'run.exe', content: new Uint8Array([0x4d, 0x5a, 0, 1, 2]) };
    assert.deepEqual(await refusedWith('See it.', [program]), ['NODE_ANSWER_FILE']);
    const large = { name: 'scan.pdf', content: utf8(`%PDF-${'x'.repeat(4.2 * 1024 * 1024)}`) };
    assert.deepEqual(
      await refusedWith('See it.', [large as { name: string; content: Uint8Array<ArrayBuffer> }]),
      ['NODE_ANSWER_TOO_LARGE'],
    );
    assert.equal((await answersIn(asked.id)).length, 0);
    assert.equal((await view(grower, asked.id)).state, 'open');
  });

  it('hears of requests from the agency of the case alone', async () => {
    const [held] = await world.rows<{ body: JsonObject; thread_id: string }>(
      `select convert_from(content, 'UTF8')::json -> 'body' as body, thread_id from envelopes
       where tenant_id = $1 and kind = 'request' and direction = 'in' limit 1`,
      [world.seat('grower').id],
    );
    const forged = { body: held?.body ?? {}, thread: held?.thread_id ?? '', kind: 'request' as const };
    assert.deepEqual(await refusedTo('broker', forged, 'grower'), ['NODE_ENVELOPE_KIND']);
  });
});

describe('resending', () => {
  it('changes nothing: the same envelope gets its first answer again', async () => {
    const { id } = await world.ask(number);
    const file = { name: 'note.txt', content: 'Picked on 8 and 9 June.' };
    assert.equal((await answer(grower, id, 'See the note.', [file])).status, 201);
    await world.settled();
    const before = await countAll();
    const sent = await world.rows<{ content: Buffer; kind: string }>(
      `select content, kind from envelopes where direction = 'out' and kind in ('request', 'answer')`,
    );
    const files = [{ name: 'note.txt', content: toBase64(utf8(file.content)) }];
    for (const { content } of sent) {
      const envelope = readStoredEnvelope(content);
      const carried = envelope.attachments.length > 0 && envelope.body.requestId === id ? files : [];
      const [again] = await world.context.exchange.receive([
        { envelope, credentials: [], files: carried, statusLists: [] },
      ]);
      if (envelope.attachments.length === 0 || carried.length > 0)
        assert.notEqual(again?.state, 'taken', JSON.stringify(envelope.body));
    }
    await world.settled();
    assert.deepEqual(await countAll(), before);
  });

  it('of old news under a new name does not turn a request back', async () => {
    const { id } = await world.ask(number);
    await world.settled();
    const opened = await lastHeard('importer', id);
    const done = { outcome: 'satisfied', reason: 'Needless.' };
    assert.equal((await officer.post(`/api/requests/${id}/close`, done)).status, 200);
    await world.settled();
    const { exchange, pool } = world.context;
    const told = {
      ...{ from: world.seat('agency'), to: world.seat('importer').did, thread: opened.thread_id },
      ...{ kind: 'request' as const, body: opened.body, attachments: [] },
      moment: { at: world.now(), story: false },
    };
    const sealed = await withTransaction(pool, (tx) => exchange.send(tx, [told]));
    const [delivery] = (await exchange.deliver(sealed)).values();
    assert.equal(delivery?.state, 'taken');
    assert.equal((await view(importer, id)).state, 'closed');
  });

  async function lastHeard(slug: string, id: string) {
    const [row] = await world.rows<{ body: JsonObject; thread_id: string }>(
      `select convert_from(content, 'UTF8')::json -> 'body' as body, thread_id from envelopes
       where tenant_id = $1 and kind = 'request' and direction = 'in'
         and convert_from(content, 'UTF8')::json #>> '{body,request,requestId}' = $2`,
      [world.seat(slug).id, id],
    );
    assert.ok(row);
    return row;
  }

  async function countAll() {
    const [counts] = await world.rows(
      `select (select count(*) from requests) as requests, (select count(*) from request_answers) as answers,
         (select count(*) from envelopes) as envelopes, (select count(*) from evidence) as evidence,
         (select count(*) from case_evidence) as shown, (select count(*) from timeline) as events,
         (select count(*) from case_leaves) as leaves, (select count(*) from log_leaves) as logged,
         (select count(*) from outbox) as waiting`,
    );
    return counts;
  }
});

describe('a request that is opened while another stands', () => {
  it('keeps the case asked until the last of them is answered', async () => {
    const fresh = await world.file(22);
    const first = await world.ask(fresh);
    const second = await world.ask(fresh, { ...mangoes, template: 'origin' });
    assert.equal((await answer(grower, first.id, 'One.')).status, 201);
    await world.settled();
    const state = async () => (await importer.get<{ state: string }>(`/api/entries/${fresh}`)).body.state;
    assert.equal(await state(), 'asked');
    assert.equal((await answer(grower, second.id, 'Two.')).status, 201);
    await world.settled();
    assert.equal(await state(), 'answered');
  });
});
