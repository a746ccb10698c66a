import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ActionView, DossierView, WorkItem } from '@portolan/contract';
import type { Client } from '../../testing/index.ts';
import { answerForm, type RequestWorld, requestWorld } from '../request/testing/world.ts';
import { mayDeny } from './asked-first.ts';
import { openActionsFor } from './work.ts';

let world: RequestWorld;
let number: string;
before(async () => {
  world = await requestWorld();
  number = await world.file(41);
});
after(() => world.close());

const act = async (member: string, body: object, entry = number) => {
  const answer = await (await world.as(member)).post<ActionView>(`/api/entries/${entry}/actions`, body);
  await world.settled();
  return answer;
};
const reply = (client: Client, id: string, agree: boolean, text = 'As we see it.') =>
  client.post<ActionView>(`/api/actions/${id}/answers`, { agree, text });
const dossier = async (member: string, entry = number) =>
  (await (await world.as(member)).get<DossierView>(`/api/entries/${entry}`)).body;
const work = async (slug: string): Promise<WorkItem | undefined> =>
  (await openActionsFor(world.context.pool, world.seat(slug).id, world.now())).at(-1);

const reason = 'The harvest record names another lot.';

describe('what a denial would come to', () => {
  // HTS 2026 revision 10: 0804.50.60 6.6 cents/kg on 5,000 kg = 330.00, exempt from section 122; 0709.60.40 4.7 cents/kg
  // on 8,000 kg = 376.00 and 10% of 9,120 = 912.00 under 9903.03.01. Processing fee, fiscal year 2026: 0.3464% of the
  // value without claim, 33.58 at least: of 6,460 the minimum, of 15,580 53.97.
  it('is shown before anything is done, with duty and fees computed anew', async () => {
    const one = await act('agency-officer', { kind: 'taken', lines: [3], reason, preview: true });
    assert.equal(one.status, 200, one.codes.join());
    assert.deepEqual([one.body.before, one.body.after, one.body.difference], ['53.58', '383.58', '330.00']);
    const two = await act('agency-officer', { kind: 'proposed', lines: [3, 1, 3], reason, preview: true });
    assert.deepEqual([two.body.before, two.body.after, two.body.difference], ['53.58', '1691.97', '1638.39']);
    assert.deepEqual(two.body.lines, [1, 3]);
  });

  it('leaves nothing behind', async () => {
    assert.deepEqual(await world.rows('select 1 from actions'), []);
    assert.equal((await dossier('agency-officer')).state, 'accepted');
  });

  it('is refused on a line without a claim, on one that is not there, and to anybody but officers', async () => {
    const refused = await act('agency-officer', { kind: 'proposed', lines: [3, 4, 9], reason });
    assert.deepEqual(refused.codes, ['NODE_LINE_UNKNOWN', 'NODE_LINE_UNKNOWN']);
    assert.deepEqual((await act('broker-filer', { kind: 'proposed', lines: [3], reason })).codes, [
      'NODE_AGENCY_ONLY',
    ]);
    const unknown = await act('agency-officer', { kind: 'proposed', lines: [3], reason }, 'ZZ9-0009999-0');
    assert.deepEqual(unknown.codes, ['NODE_CASE_UNKNOWN']);
  });
});

describe('an action that is proposed', () => {
  let proposed: ActionView;
  before(async () => {
    const answer = await act('agency-officer', { kind: 'proposed', lines: [3], reason });
    assert.equal(answer.status, 200, answer.codes.join());
    proposed = answer.body;
  });

  it('stands at importer and broker with its amounts, 20 days to answer, and who moves', async () => {
    // CBP Form 29: 20 days are usual; 12 June + 20 days ends on 2 July in New York.
    assert.equal(proposed.due, '2026-07-03T03:59:59.000Z');
    for (const member of ['agency-officer', 'broker-filer', 'importer-filer']) {
      const { state, actions, timeline, may } = await dossier(member);
      assert.equal(state, 'asked', member);
      assert.deepEqual(
        actions.map(({ id, difference, state: words }) => [id, difference, words]),
        [[proposed.id, '330.00', 'Waiting for importer or filer to answer']],
      );
      assert.ok(timeline.some(({ kind }) => kind === 'action-proposed'));
      assert.equal(may.includes('answer-action'), member !== 'agency-officer');
    }
    assert.equal((await work('importer'))?.group, 'do');
    assert.equal((await work('broker'))?.group, 'do');
    assert.equal((await work('agency'))?.group, 'wait');
  });

  it('is none of the grower’s business', async () => {
    assert.deepEqual(
      await world.rows('select 1 from actions where tenant_id = $1', [world.seat('grower').id]),
      [],
    );
    const grower = await world.as('grower-signer');
    assert.deepEqual((await reply(grower, proposed.id, true)).codes, ['NODE_CASE_UNKNOWN']);
    const juicer = await world.as('juicer-signer');
    assert.equal((await reply(juicer, proposed.id, true)).status, 404);
  });

  it('is answered once, by importer or broker, whoever is first', async () => {
    const viewer = await world.as('broker-viewer');
    assert.deepEqual((await reply(viewer, proposed.id, true)).codes, ['NODE_ROLE_REQUIRED']);
    const [importer, broker] = (await Promise.all(['importer-filer', 'broker-filer'].map(world.as))) as [
      Client,
      Client,
    ];
    const outcomes = await Promise.all([
      reply(importer, proposed.id, false, 'The lot was renumbered.'),
      reply(broker, proposed.id, true, 'Our client agrees.'),
    ]);
    await world.settled();
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), [200, 409]);
    assert.deepEqual(
      outcomes.flatMap(({ codes }) => codes),
      ['NODE_ACTION_ANSWERED'],
    );
    const won = outcomes[0]?.status === 200 ? 'importer' : 'broker';
    const held = await world.rows<{ answered_by: string; state: string }>(
      'select answered_by, state from actions where action_id = $1',
      [proposed.id],
    );
    assert.equal(held.length, 3);
    for (const row of held) {
      assert.equal(row.answered_by, world.seat(won).did);
      assert.equal(row.state, won === 'importer' ? 'disputed' : 'agreed');
    }
    for (const member of ['agency-officer', 'broker-filer', 'importer-filer'])
      assert.equal((await dossier(member)).state, 'answered', member);
    assert.equal((await work('agency'))?.group, 'do');
    assert.deepEqual((await reply(importer, proposed.id, true)).codes, ['NODE_ACTION_ANSWERED']);
  });
});

describe('an action that is taken', () => {
  let entry: string;
  before(async () => {
    entry = await world.file(42);
  });

  it('waits until exporter or producer were asked and have answered or had their time', async () => {
    const early = await act('agency-officer', { kind: 'taken', lines: [3], reason }, entry);
    assert.equal(early.status, 409);
    assert.deepEqual(early.codes, ['NODE_ASK_PRODUCER_FIRST']);
    const { id } = await world.ask(entry);
    await world.settled();
    assert.deepEqual((await act('agency-officer', { kind: 'taken', lines: [3], reason }, entry)).codes, [
      'NODE_ASK_PRODUCER_FIRST',
    ]);
    const grower = await world.as('grower-signer');
    const form = answerForm('From a neighbour.', 'agency');
    assert.equal((await grower.post(`/api/requests/${id}/answers`, form)).status, 201);
    await world.settled();
    const both = await act('agency-officer', { kind: 'taken', lines: [1, 3], reason }, entry);
    assert.deepEqual(both.codes, ['NODE_ASK_PRODUCER_FIRST'], 'nobody was asked about line 1');
  });

  it('changes the case at every party, what it comes to, and the proposed one that it follows', async () => {
    const proposed = await act('agency-officer', { kind: 'proposed', lines: [3], reason }, entry);
    const taken = await act('agency-lead', { kind: 'taken', lines: [3], reason }, entry);
    assert.equal(taken.status, 200, taken.codes.join());
    for (const member of ['agency-officer', 'broker-filer', 'importer-filer']) {
      const { actions, total, timeline, state, receipts } = await dossier(member, entry);
      assert.equal(total, '383.58', member);
      assert.deepEqual(
        actions.map(({ id, kind, state: words }) => [id, kind, words]),
        [
          [proposed.body.id, 'proposed', 'Followed by an action taken'],
          [taken.body.id, 'taken', 'Taken'],
        ],
      );
      // The request is still open with the agency: its answer is not judged yet.
      assert.equal(state, 'answered');
      assert.equal(timeline.filter(({ kind }) => kind === 'action-taken').length, 1);
      assert.equal(receipts.filter(({ title }) => title.startsWith('Action taken')).length, 1);
    }
    const officer = await world.as('agency-officer');
    const [request] = (await dossier('agency-officer', entry)).requests;
    const close = { outcome: 'not-satisfied', reason };
    assert.equal((await officer.post(`/api/requests/${request?.id}/close`, close)).status, 200);
    await world.settled();
    for (const member of ['agency-officer', 'broker-filer', 'importer-filer'])
      assert.equal((await dossier(member, entry)).state, 'corrected', member);
  });

  it('is not taken twice on one line, and counts what was denied before', async () => {
    const again = await act('agency-officer', { kind: 'taken', lines: [3], reason }, entry);
    assert.deepEqual(again.codes, ['NODE_LINE_UNKNOWN']);
    const further = await act('agency-officer', { kind: 'taken', lines: [1], reason, preview: true }, entry);
    assert.deepEqual([further.body.before, further.body.after], ['53.58', '1691.97']);
  });

  it('is on the audit trail with member, lines and reason', async () => {
    const rows = await world.rows<{ action: string; detail: { lines: number[]; reason: string } }>(
      `select action, detail from audit where tenant_id = $1 and subject = $2 and action like 'action.%' order by at, id`,
      [world.seat('agency').id, entry],
    );
    assert.deepEqual(rows.map(({ action }) => action).sort(), ['action.proposed', 'action.taken']);
    assert.ok(rows.every(({ detail }) => detail.reason === reason && detail.lines.length === 1));
  });

  it('is shared by two officers at one moment: one takes it, the other finds it taken', async () => {
    const shared = await world.file(43);
    const { id } = await world.ask(shared);
    await world.settled();
    const grower = await world.as('grower-signer');
    await grower.post(`/api/requests/${id}/answers`, answerForm('No record.', 'all'));
    await world.settled();
    const body = { kind: 'taken', lines: [3], reason };
    const outcomes = await Promise.all([
      act('agency-officer', body, shared),
      act('agency-lead', body, shared),
    ]);
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), [200, 422]);
    assert.deepEqual(
      outcomes.flatMap(({ codes }) => codes),
      ['NODE_LINE_UNKNOWN'],
    );
  });
});

describe('whether a claim may be denied', () => {
  const dossierOf = (did?: string) =>
    ({
      entry: {
        lines: [
          {
            number: 1,
            invoice: { number: 'I', line: 1 },
            ...(did ? { manufacturer: { name: 'Sample', did } } : {}),
          },
        ],
      },
      evidence: [],
    }) as unknown as Parameters<typeof mayDeny>[0];
  const request = (over: object) =>
    ({
      ...{
        path: '/lines/0',
        routed_to: [{ did: 'did:key:importer', role: 'importer', holds: false }],
        round: 1,
      },
      ...{
        closed_at: null,
        answered_by: null,
        due_at: '2026-07-01T00:00:00.000Z',
        opened_at: '2026-06-01T00:00:00.000Z',
      },
      ...{ story: false, story_at: null, ...over },
    }) as unknown as Parameters<typeof mayDeny>[2][number];
  const now = '2026-06-15T00:00:00.000Z' as Parameters<typeof mayDeny>[4];
  const later = '2026-07-02T00:00:00.000Z' as Parameters<typeof mayDeny>[4];
  const maker = { routed_to: [{ did: 'did:key:maker', role: 'producer', holds: true }] };

  it('needs an answer of the maker, or its silence after the term', () => {
    assert.equal(mayDeny(dossierOf('did:key:maker'), 1, [request(maker)], [], now), false);
    assert.equal(mayDeny(dossierOf('did:key:maker'), 1, [request(maker)], [], later), true);
    const answered = request({ ...maker, answered_by: 'did:key:maker' });
    assert.equal(mayDeny(dossierOf('did:key:maker'), 1, [answered], [], now), true);
    assert.equal(
      mayDeny(dossierOf('did:key:maker'), 1, [request({ answered_by: 'did:key:importer' })], [], later),
      false,
    );
    assert.equal(
      mayDeny(dossierOf('did:key:maker'), 1, [request({ ...maker, path: '/lines/1' })], [], later),
      false,
    );
  });

  it('needs no more than the importer’s answer where nobody is named as maker, or its consent', () => {
    assert.equal(mayDeny(dossierOf(), 1, [request({ answered_by: 'did:key:importer' })], [], now), true);
    assert.equal(mayDeny(dossierOf(), 1, [], [], now), false);
    const agreed = [{ state: 'agreed', lines: [1] }] as unknown as Parameters<typeof mayDeny>[3];
    assert.equal(mayDeny(dossierOf('did:key:maker'), 1, [], agreed, now), true);
    assert.equal(mayDeny(dossierOf('did:key:maker'), 2, [], agreed, now), false);
  });
});
