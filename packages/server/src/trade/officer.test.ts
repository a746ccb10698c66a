import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DossierView, FilingAcknowledged, QueueItem, TargetingRule, WorkItem } from '@portolan/contract';
import type { Client } from '../testing/index.ts';
import { type Community, community } from './testing/community.ts';
import { shipmentForm } from './testing/shipment.ts';

let world: Community;
let officer: Client;
let lead: Client;
let broker: Client;
let heavy: FilingAcknowledged;
let light: FilingAcknowledged;

const rule = {
  name: 'Cucumbers (sample)',
  subject: 'hts-prefix',
  value: '0707',
  weight: 30,
  refers: true,
  from: '2026-06-01',
  reason: 'Seasonal rate was misdeclared last year.',
};

async function file(serial: number): Promise<FilingAcknowledged> {
  const answer = await broker.post<FilingAcknowledged>('/api/filings', await shipmentForm(serial), {
    'idempotency-key': `officer-${serial}`,
  });
  assert.equal(answer.status, 202, answer.codes.join());
  await world.node.areas.trade.settled();
  return answer.body;
}

const queue = async () => (await officer.get<{ items: QueueItem[] }>('/api/queue')).body.items;
const entry = async (client: Client, number: string) =>
  (await client.get<DossierView>(`/api/entries/${number}`)).body;
const audits = async (action: string) => {
  const text = 'select count(*)::int as n from audit where tenant_id = $1 and action = $2';
  const { rows } = await world.node.context.pool.query<{ n: number }>(text, [
    world.seat('agency').id,
    action,
  ]);
  return rows[0]?.n;
};

before(async () => {
  world = await community();
  [officer, lead, broker] = await Promise.all([
    world.node.as('agency-officer'),
    world.node.as('agency-lead'),
    world.node.as('broker-filer'),
  ]);
});
after(() => world.node.close());

describe('targeting', () => {
  it('is added by the lead alone, with dates that make sense', async () => {
    assert.deepEqual((await officer.post('/api/targeting', rule)).codes, ['NODE_ROLE_REQUIRED']);
    assert.deepEqual((await lead.post('/api/targeting', { ...rule, until: '2026-05-01' })).codes, [
      'NODE_TARGETING_DATES',
    ]);
    const over = { ...rule, subject: 'entered-value-over', value: 'a lot' };
    assert.equal((await lead.post('/api/targeting', over)).status, 422);
    const added = await lead.post<TargetingRule>('/api/targeting', rule);
    assert.equal(added.status, 201);
    assert.equal(await audits('targeting.add'), 1);
  });

  it('sends an entry to an officer that the rules alone would accept, and says why', async () => {
    light = await file(301);
    assert.equal(light.outcome, 'refer');
    const [item] = await queue();
    assert.equal(item?.entryNumber, light.entryNumber);
    assert.deepEqual(item?.hits, [{ rule: rule.name, reason: rule.reason, weight: 30 }]);
    const { body } = await broker.get<{ items: WorkItem[] }>('/api/work');
    const own = body.items.find(({ entryNumber }) => entryNumber === light.entryNumber);
    assert.equal(own?.whoMoves, 'The agency');
    assert.equal(own?.group, 'wait');
  });

  it('orders the queue by weight, and forgets a rule from the day after it ended', async () => {
    const importer = world.seat('importer');
    const heavier = {
      ...rule,
      name: 'Importer (sample)',
      subject: 'importer',
      value: importer.did,
      weight: 50,
      until: '2026-06-12',
    };
    const added = await lead.post<TargetingRule>('/api/targeting', heavier);
    heavy = await file(302);
    assert.deepEqual(
      (await queue()).map(({ weight }) => weight),
      [80, 80],
      'rules look at the entry, not at when it came',
    );
    assert.deepEqual(
      (await queue())[0]?.hits.map(({ rule: name }) => name),
      [heavier.name, rule.name],
    );
    const ended = await lead.post<TargetingRule>(`/api/targeting/${added.body.id}/end`, {
      until: '2026-06-11',
      reason: 'over',
    });
    assert.equal(ended.body.until, '2026-06-11');
    assert.deepEqual(
      (await queue()).map(({ weight }) => weight),
      [30, 30],
    );
    const { body } = await officer.get<{ items: TargetingRule[] }>('/api/targeting');
    assert.equal(body.items.length, 3 - 1, 'an ended rule stays on record');
  });
});

describe('an officer', () => {
  it('holds, then releases; every party gets both decisions and computes them again', async () => {
    const held = await officer.post<DossierView>(`/api/entries/${light.entryNumber}/decision`, {
      outcome: 'hold',
      reason: 'Waiting for the exam.',
    });
    assert.equal(held.body.state, 'held');
    assert.equal((await queue()).length, 2, 'a held entry still waits');
    const released = await officer.post<DossierView>(`/api/entries/${light.entryNumber}/decision`, {
      outcome: 'accept',
      reason: 'Exam in order.',
    });
    assert.equal(released.body.state, 'released');
    assert.equal((await queue()).length, 1);
    await world.node.areas.trade.settled();
    for (const member of ['broker-filer', 'importer-filer']) {
      const view = await entry(await world.node.as(member), light.entryNumber);
      assert.equal(view.state, 'released', member);
      assert.deepEqual(
        view.decisions.map(({ outcome }) => outcome),
        ['refer', 'refer', 'accept'],
        member,
      );
      assert.equal(view.decisions.at(-1)?.by, 'Sample Officer');
    }
    for (const client of [officer, broker]) {
      const { body } = await client.get<{ same: boolean }>(`/api/entries/${light.entryNumber}/replay`);
      assert.equal(body.same, true);
    }
  });

  it('overrides the rules only with a reason, which the audit trail keeps', async () => {
    const before = await audits('decision.override');
    assert.equal(
      (await officer.post(`/api/entries/${heavy.entryNumber}/decision`, { outcome: 'refuse', reason: '' }))
        .status,
      422,
    );
    const refused = await officer.post<DossierView>(`/api/entries/${heavy.entryNumber}/decision`, {
      outcome: 'refuse',
      reason: 'Goods are not admissible.',
    });
    assert.equal(refused.body.state, 'refused');
    assert.equal(await audits('decision.override'), (before ?? 0) + 1);
    await world.node.areas.trade.settled();
    assert.equal((await entry(broker, heavy.entryNumber)).state, 'refused');
  });

  it('cannot decide a step that a colleague decided at the same moment', async () => {
    const { entryNumber } = await file(303);
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        officer.post(`/api/entries/${entryNumber}/decision`, { outcome: 'accept', reason: 'Fine.' }),
      ),
    );
    const refused = answers.filter(({ status }) => status !== 200);
    assert.ok(refused.every(({ codes }) => codes.includes('NODE_ALREADY_DECIDED')));
    const { decisions } = await entry(officer, entryNumber);
    assert.equal(decisions.length, 1 + answers.length - refused.length);
    assert.equal(new Set(decisions.map(({ digest }) => digest)).size, decisions.length);
  });
});
