import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { RequestSummary, RequestView, WorkItem } from '@portolan/contract';
import { instant } from '@portolan/kernel';
import type { Client } from '../../testing/index.ts';
import { stateAt } from './state.ts';
import { requestsOf } from './store.ts';
import { answerForm, type RequestWorld, requestWorld } from './testing/world.ts';
import { openRequestsFor } from './work.ts';

let world: RequestWorld;
let number: string;

before(async () => {
  world = await requestWorld();
  number = await world.file(31);
});
after(() => world.close());

const path = (id: string, step = '') => `/api/requests/${id}${step}`;
const view = async (member: string, id: string) =>
  (await (await world.as(member)).get<RequestView>(path(id))).body;
const post = async (member: string, id: string, step: string, body: object) => {
  const client: Client = await world.as(member);
  const answer = await client.post<RequestView>(path(id, `/${step}`), body);
  await world.settled();
  return answer;
};
const answer = (member: string, id: string, text: string) =>
  post(member, id, 'answers', answerForm(text, 'all'));
const work = async (slug: string) => {
  const items = await openRequestsFor(world.context.pool, world.seat(slug).id, world.now());
  return new Map(items.map((item): [string, WorkItem] => [item.href, item]));
};

describe('the clock of a request', () => {
  let asked: RequestView;
  before(async () => {
    asked = await world.ask(number);
    await world.settled();
  });

  it('is extended by the agency when a party asks for it', async () => {
    world.pass(20);
    const wish = { days: 15, reason: 'The packing house is closed for the season.' };
    assert.equal((await post('grower-signer', asked.id, 'extend', wish)).status, 200);
    for (const member of ['agency-officer', 'importer-filer', 'grower-signer']) {
      const seen = await view(member, asked.id);
      assert.equal(seen.stateWords, 'Waiting for an answer, more time is asked for', member);
      assert.equal(seen.due, asked.due, member);
      assert.equal(seen.extended, false);
      assert.deepEqual(
        seen.events.map(({ title }) => title),
        ['Asked', `More time asked for: ${wish.reason}`],
      );
    }
    assert.equal((await work('agency')).get(`/requests/${asked.id}`)?.group, 'do');
    const grant = { days: 10, reason: 'Ten days are enough.' };
    assert.equal((await post('agency-officer', asked.id, 'extend', grant)).status, 200);
    for (const member of ['agency-officer', 'broker-filer', 'grower-signer']) {
      const seen = await view(member, asked.id);
      // 12 June + 30 + 10 days, at the end of the day in New York.
      assert.equal(seen.due, '2026-07-23T03:59:59.000Z', member);
      assert.equal(seen.extended, true);
      assert.equal(seen.daysLeft, 20);
      assert.equal(seen.stateWords, 'Waiting for an answer, more time was granted');
    }
    assert.equal((await work('agency')).get(`/requests/${asked.id}`)?.group, 'wait');
  });

  it('makes it overdue by nothing but time, for every party at once', async () => {
    world.pass(20);
    assert.equal((await view('importer-filer', asked.id)).state, 'open');
    assert.equal((await view('importer-filer', asked.id)).daysLeft, 0);
    world.pass(1);
    for (const member of ['agency-officer', 'broker-filer', 'importer-filer', 'grower-signer']) {
      const seen = await view(member, asked.id);
      assert.equal(seen.state, 'overdue', member);
      assert.equal(seen.daysLeft, -1);
      assert.equal(seen.stateWords, 'Overdue: no answer from the parties asked');
      assert.equal(seen.whoMoves, 'you');
    }
    const officer = await view('agency-officer', asked.id);
    assert.deepEqual(officer.may, ['extend', 'escalate', 'close']);
    assert.equal((await work('agency')).get(`/requests/${asked.id}`)?.dueWords, '1 day late');
    const stored = await world.rows<{ revision: number }>('select distinct revision from requests');
    assert.deepEqual(stored, [{ revision: 3 }], 'nobody wrote anything when the term was over');
  });

  it('gives the exporter or producer a round and a term of its own before a denial', async () => {
    const escalate = { to: 'producer', reason: 'Nobody has answered.' };
    assert.equal((await post('agency-officer', asked.id, 'escalate', escalate)).status, 200);
    for (const member of ['agency-officer', 'broker-filer', 'importer-filer']) {
      const seen = await view(member, asked.id);
      assert.equal(seen.state, 'escalated', member);
      assert.equal(seen.stateWords, 'Before a decision the agency asks the producer');
      // 23 July + 30 days.
      assert.equal(seen.due, '2026-08-23T03:59:59.000Z');
      assert.equal(seen.extended, false);
      assert.equal(seen.mine, false);
    }
    const grower = await view('grower-signer', asked.id);
    assert.equal(grower.mine, true);
    assert.deepEqual(grower.may, ['answer', 'extend']);
    assert.equal((await work('grower')).get(`/requests/${asked.id}`)?.group, 'do');
    assert.equal((await work('importer')).get(`/requests/${asked.id}`)?.group, 'wait');
  });

  it('lets that party alone answer the further round', async () => {
    for (const member of ['importer-filer', 'broker-filer'])
      assert.deepEqual((await answer(member, asked.id, 'Now we answer.')).codes, ['NODE_REQUEST_NOT_YOURS']);
    const early = { to: 'exporter', reason: 'Quickly.' };
    assert.deepEqual((await post('agency-officer', asked.id, 'escalate', early)).codes, ['NODE_STATE']);
    assert.equal((await answer('grower-signer', asked.id, 'Grown by us.')).status, 201);
    const seen = await view('importer-filer', asked.id);
    assert.equal(seen.state, 'answered');
    assert.deepEqual(
      seen.answers.map(({ id, text }) => [id, text]),
      [[`${asked.id}/2`, 'Grown by us.']],
    );
  });

  it('ends when the agency finds the answer enough or wanting, with its reason', async () => {
    const close = { outcome: 'not-satisfied', reason: 'The record names another lot.' };
    assert.equal((await post('agency-officer', asked.id, 'close', close)).status, 200);
    const seen = await view('grower-signer', asked.id);
    assert.equal(seen.state, 'closed');
    assert.equal(seen.stateWords, 'Closed: the answer does not suffice');
    assert.equal(seen.events.at(-1)?.title, `Closed: ${close.reason}`);
    assert.deepEqual((await post('agency-officer', asked.id, 'extend', { days: 5, reason: 'x' })).codes, [
      'NODE_STATE',
    ]);
    assert.equal((await work('agency')).size, 0);
  });
});

describe('a request whose term runs', () => {
  it('is not found wanting before anybody has answered, nor escalated', async () => {
    const { id } = await world.ask(number);
    const close = { outcome: 'not-satisfied', reason: 'No answer yet.' };
    assert.deepEqual((await post('agency-officer', id, 'close', close)).codes, ['NODE_STATE']);
    const escalate = { to: 'exporter', reason: 'No answer yet.' };
    assert.deepEqual((await post('agency-officer', id, 'escalate', escalate)).codes, ['NODE_STATE']);
  });

  it('stands in the list under its state, counted by the same rule as it is shown', async () => {
    const officer = await world.as('agency-officer');
    const all = (await officer.get<{ items: RequestSummary[]; total: number }>('/api/requests?limit=200'))
      .body;
    assert.equal(all.total, all.items.length);
    for (const days of [0, 40]) {
      world.pass(days);
      const client = await world.as('agency-officer');
      for (const state of ['open', 'answered', 'escalated', 'overdue', 'closed']) {
        const { body } = await client.get<{ items: RequestSummary[]; total: number }>(
          `/api/requests?state=${state}`,
        );
        const page = { words: [], limit: 200, offset: 0 };
        const { rows } = await requestsOf(world.context.pool, world.seat('agency').id, page);
        const expected = rows
          .filter((row) => stateAt(row, world.now()) === state)
          .map(({ request_id }) => request_id);
        assert.deepEqual(
          body.items.map(({ id }) => id),
          expected,
          state,
        );
        assert.equal(body.total, expected.length);
      }
    }
  });

  it('comes in pages', async () => {
    const officer = await world.as('agency-officer');
    const first = (await officer.get<{ items: RequestSummary[]; next?: string }>('/api/requests?limit=1'))
      .body;
    const rest = (
      await officer.get<{ items: RequestSummary[]; next?: string }>(
        `/api/requests?limit=200&cursor=${first.next}`,
      )
    ).body;
    const ids = [...first.items, ...rest.items].map(({ id }) => id);
    assert.equal(new Set(ids).size, 2);
    assert.equal(first.items.length, 1);
    assert.equal(rest.next, undefined);
  });
});

describe('a request in a story', () => {
  it('goes on at the story’s own date, which its acts move', async () => {
    const entry = await world.file(32, { storyAt: '2026-06-12T16:00:00.000Z' });
    const { id, askedAt, daysLeft } = await world.ask(entry);
    assert.equal(askedAt, '2026-06-12T16:00:00.000Z');
    assert.equal(daysLeft, 30);
    await world.settled();
    world.pass(400);
    for (const member of ['agency-officer', 'grower-signer']) {
      const seen = await view(member, id);
      assert.equal(seen.state, 'open', 'a story does not get old');
      assert.equal(seen.daysLeft, 30);
    }
    assert.equal((await answer('grower-signer', id, 'Ours.')).status, 201);
    const [held] = await world.rows<{ story_at: string; answered_at: string }>(
      `select c.story_at, a.answered_at from cases c join request_answers a on a.tenant_id = c.tenant_id
         and a.thread_id = c.case_id where a.request_id = $1 and c.tenant_id = $2`,
      [id, world.seat('agency').id],
    );
    assert.equal(held?.answered_at, instant('2026-06-12T16:00:00.000Z'));
    assert.equal(held?.story_at, instant('2026-06-12T16:00:00.000Z'));
  });
});
