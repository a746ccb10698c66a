import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DossierView, FilingAcknowledged } from '@portolan/contract';
import type { Client } from '../testing/index.ts';
import { type Community, community } from './testing/community.ts';
import { shipmentForm } from './testing/shipment.ts';

let world: Community;
let broker: Client;
let filed: FilingAcknowledged;

const view = async (member: string) => {
  const client = await world.node.as(member);
  return (await client.get<DossierView>(`/api/entries/${filed.entryNumber}`)).body;
};

before(async () => {
  world = await community();
  broker = await world.node.as('broker-filer');
  const answer = await broker.post<FilingAcknowledged>('/api/filings', await shipmentForm(401), {
    'idempotency-key': 'c',
  });
  assert.equal(answer.status, 202, answer.codes.join());
  filed = answer.body;
  await world.node.areas.trade.settled();
});
after(() => world.node.close());

describe('a correction', () => {
  it('that the agency would refuse changes nothing', async () => {
    const before = await view('agency-officer');
    const answer = await broker.post(`/api/entries/${filed.entryNumber}/correct`, {
      typed: { '/lines/3/spi': 'S' },
      reason: 'try the chilies again',
    });
    assert.equal(answer.status, 422);
    assert.ok(answer.codes.includes('USMCA_ORIGIN_OUTSIDE'));
    await world.node.areas.trade.settled();
    assert.deepEqual((await view('agency-officer')).decisions, before.decisions);
    assert.equal((await view('broker-filer')).entry.lines[3]?.spi, undefined);
  });

  it('gives up a claim promptly: a second version under the same number, duty computed anew', async () => {
    const answer = await broker.post<DossierView>(`/api/entries/${filed.entryNumber}/correct`, {
      typed: { '/lines/2/spi': null },
      reason: 'The mangoes were bought elsewhere (19 CFR 182.124).',
    });
    assert.equal(answer.status, 200, answer.codes.join());
    await world.node.areas.trade.settled();
    for (const member of ['agency-officer', 'broker-filer', 'importer-filer']) {
      const { state, entry, decisions, total, timeline } = await view(member);
      assert.equal(state, 'corrected', member);
      assert.equal(entry.lines[2]?.spi, undefined, member);
      assert.equal(entry.entryDate, '2026-06-12', member);
      assert.equal(decisions.length, 2, member);
      // 330.00 on 5,000 kg of mangoes at 6.6 cents/kg and 20.00 on the chilies; fee on 6,460 at its minimum 33.58.
      assert.equal(total, '383.58', member);
      assert.ok(
        timeline.some(({ kind }) => kind === 'corrected'),
        member,
      );
    }
  });

  it('is computed again with the same bytes', async () => {
    for (const member of ['agency-officer', 'broker-filer', 'importer-filer']) {
      const client = await world.node.as(member);
      const { body } = await client.get<{ same: boolean }>(`/api/entries/${filed.entryNumber}/replay`);
      assert.equal(body.same, true, member);
    }
  });

  it('keeps the first version for ever', async () => {
    const { rows } = await world.node.context.pool.query(
      'select version from filings where tenant_id = $1 order by version',
      [world.seat('agency').id],
    );
    assert.deepEqual(rows, [{ version: 1 }, { version: 2 }]);
  });
});
