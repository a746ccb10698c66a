import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ActionView, DossierView, RequestView } from '@portolan/contract';
import { type Apart, nodesApart, until } from '../../exchange/testing/apart.ts';
import type { Client } from '../../testing/index.ts';
import { answerForm, mangoes } from './testing/world.ts';

let apart: Apart;
let number: string;
before(async () => {
  apart = await nodesApart();
  await apart.openRoad();
  number = await apart.file(601);
});
after(() => apart.close());

const view = async (client: Client, id: string) =>
  (await client.get<RequestView>(`/api/requests/${id}`)).body;
const ask = async (): Promise<RequestView> => {
  const { status, body, codes } = await apart.clients.officer.post<RequestView>(
    `/api/entries/${number}/requests`,
    mangoes,
  );
  assert.equal(status, 201, codes.join());
  return body;
};
const answer = (client: Client, id: string, text: string, disclosure: string) =>
  client.post<RequestView>(`/api/requests/${id}/answers`, answerForm(text, disclosure));

describe('a request between two nodes', () => {
  it('is routed to the parties on the other node and answered to the agency alone', async () => {
    const { broker, importer, grower, officer } = apart.clients;
    const { id } = await ask();
    for (const client of [broker, importer, grower])
      await until(async () => (await view(client, id)).mine, 'the request at every party');
    const answered = await answer(grower, id, 'Known to the agency alone.', 'agency');
    assert.equal(answered.status, 201, answered.codes.join());
    assert.equal((await view(officer, id)).answers[0]?.text, 'Known to the agency alone.');
    await until(async () => (await view(importer, id)).state === 'answered', 'the fact at the importer');
    assert.equal((await view(importer, id)).answers[0]?.withheld, true);
    const { rows } = await apart.trade.context.pool.query<{ slug: string }>(
      `select t.slug from envelopes e join tenants t on t.id = e.tenant_id
       where position('Known to the agency alone' in convert_from(e.content, 'UTF8')) > 0`,
    );
    assert.deepEqual(rows, [{ slug: 'grower' }]);
  });

  it('is answered while the agency is away: of two answers on their way one is taken, the other taken back', async () => {
    const { importer, grower, officer } = apart.clients;
    const { id } = await ask();
    for (const client of [importer, grower])
      await until(async () => (await view(client, id)).mine, 'the request at both');
    await apart.closeRoad();
    for (const [client, text] of [
      [grower, 'From the grower.'],
      [importer, 'From the importer.'],
    ] as const) {
      const { status, body } = await answer(client, id, text, 'all');
      assert.equal(status, 201);
      assert.equal(body.stateWords, 'Answered, on its way to the agency');
    }
    assert.equal((await view(officer, id)).state, 'open');
    await apart.openRoad();
    await until(async () => (await view(officer, id)).state === 'answered', 'one answer at the agency');
    const [taken] = (await view(officer, id)).answers;
    for (const client of [importer, grower]) {
      await until(async () => {
        const { answers, stateWords } = await view(client, id);
        return answers[0]?.text === taken?.text && stateWords === 'Answered, the agency looks at it';
      }, 'the same answer at both');
      assert.equal((await view(client, id)).answers.length, 1);
    }
    const loser = taken?.text === 'From the grower.' ? importer : grower;
    await until(
      async () => (await view(loser, id)).events.some(({ title }) => title.startsWith('Answer not taken')),
      'the refusal at the other',
    );
  });

  it('is followed by a notice of action that the importer answers across nodes', async () => {
    const { importer, officer } = apart.clients;
    const body = { kind: 'proposed', lines: [3], reason: 'The record names another lot.' };
    const proposed = await officer.post<ActionView>(`/api/entries/${number}/actions`, body);
    assert.equal(proposed.status, 200, proposed.codes.join());
    const dossier = async (client: Client) => (await client.get<DossierView>(`/api/entries/${number}`)).body;
    await until(async () => (await dossier(importer)).actions.length === 1, 'the notice at the importer');
    const path = `/api/actions/${proposed.body.id}/answers`;
    assert.equal((await importer.post(path, { agree: true, text: 'We agree.' })).status, 200);
    assert.equal((await dossier(officer)).actions[0]?.answer, 'We agree.');
    const taken = await officer.post<ActionView>(`/api/entries/${number}/actions`, {
      ...body,
      kind: 'taken',
    });
    assert.equal(taken.status, 200, taken.codes.join());
    await until(
      async () => (await dossier(importer)).total === '383.58',
      'the duty computed anew at the importer',
    );
  });
});
